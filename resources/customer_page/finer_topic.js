/** finer_topic: A more exact choice within the chosen topic, only where the county has one (R069). */

import { make } from "./elements.js";

/** It may be left open: nobody is kept from the chat by it. */
export class FinerTopic {
  #page;
  #select;
  #topicId = "";
  #kept;

  constructor(page, kept) {
    this.#page = page;
    this.#kept = kept;
    this.#select = make("select", { id: "finer-topic", on: { change: () => {
      page.kept.write("finer_topic", this.#select.value);
    } } });
    this.root = make("div", { class: "choice", hidden: true },
      make("label", { class: "label", for: "finer-topic", text: page.wording.say("finer_topic") }),
      make("div", { class: "select" }, this.#select));
  }

  /** The choices within that topic; what was chosen within another one is let go. */
  showFor(topicId) {
    if (topicId === this.#topicId) return;
    this.#topicId = topicId;
    const { service, wording } = this.#page;
    const finer = service.topics.find((topic) => topic.topic_id === topicId)?.finer_topics ?? [];
    this.root.hidden = finer.length === 0;
    this.#select.replaceChildren(make("option", { value: "", text: wording.say("finer_topic_open") }),
      ...finer.map(({ topic_id, name }) => make("option", { value: topic_id, text: wording.of(name) })));
    const isThere = finer.some((topic) => topic.topic_id === this.#kept);
    this.#select.value = isThere ? this.#kept : "";
  }

  /** The id of what was chosen, or null. */
  get chosen() {
    return this.root.hidden || this.#select.value === "" ? null : this.#select.value;
  }
}
