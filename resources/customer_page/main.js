/** main: Starts the page: the county's texts, the rules of personal data, then the conversation if there is one. */

import { Api } from "./api.js";
import { Attaching } from "./attaching.js";
import { waitBefore } from "./backoff.js";
import { Callback } from "./callback.js";
import { Chat, LEAVES_MESSAGE } from "./chat.js";
import { Drafts } from "./drafts.js";
import { isTopicShut } from "./duty.js";
import { Identification } from "./identification.js";
import { forThisWindow } from "./keeping.js";
import { Feedback } from "./feedback.js";
import { Letter } from "./letter.js";
import { Masker } from "./personal_data.js";
import { View } from "./view.js";
import { Wording } from "./wording.js";

const ENTRY_EVERY_MS = 60_000;
const SHUT_EVERY_MS = 2_000;

class Page {
  entry = null;
  service = null;
  services = [];
  chat = null;
  drafts = null;
  masker = null;
  isUnreachable = false;
  wording = new Wording();
  kept = forThisWindow();
  #api = new Api();
  callback = new Callback(this.#api, () => this.#view.render());
  letter = new Letter(this.#api, this.kept, () => this.#view.render());
  feedback = new Feedback(this.#api, () => this.#view.render());
  attaching = new Attaching(this.#api, {
    changed: () => this.#view.render(), send: (uploadId, name) => this.chat.attach(uploadId, name),
  });
  identification = new Identification(this.#api, () => this.#view.render());
  #view = new View(this);
  #tries = 0;
  #timer = 0;
  #rules = null;
  #wouldOpen = false;

  constructor() {
    addEventListener("online", this.tryNow);
    addEventListener("offline", () => this.chat?.lineLost());
    addEventListener("pagehide", () => this.drafts?.save());
    addEventListener("hashchange", () => this.#view.render());
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      this.identification.isBack();
      this.tryNow();
    });
    document.addEventListener("visibilitychange", () => document.hidden ? this.drafts?.save() : this.#look());
    this.#view.render();
    void this.#load();
  }

  get isPractice() {
    return this.entry?.is_practice ?? false;
  }

  get canIdentify() {
    return this.entry?.can_identify ?? false;
  }

  /** Leaves for the provider; what is being written lies in this window until she is back. */
  identify() {
    void this.identification.begin(this.wording.language, () => this.drafts?.save());
  }

  /** Whether the form of a non-urgent message is open; remembered, for she may go and identify meanwhile. */
  get leavesMessage() {
    return this.kept.read(LEAVES_MESSAGE, false);
  }

  set leavesMessage(isOpen) {
    this.kept.write(LEAVES_MESSAGE, isOpen);
    this.#view.render();
  }

  chooseLanguage(language) {
    this.wording.choose(language);
    this.#view.render();
  }

  /** The service the customer chose; the address remembers it over a reload. */
  chooseService(serviceId) {
    const address = new URL(location.href);
    address.searchParams.set("service", serviceId);
    history.replaceState(history.state, "", address);
    this.#changed();
  }

  /** Whether the box waits to be opened, on a page where it does not open by itself (R026). */
  get isFolded() {
    const asked = new URLSearchParams(location.search).get("page");
    const here = this.entry?.pages.find((each) => each.page_id === asked);
    return here !== undefined && !here.opens_by_itself && !this.kept.read("unfolded", false);
  }

  unfold() {
    this.kept.write("unfolded", true);
    this.#view.render();
  }

  /** Other ways in as they were last known in this window, while nothing can be reached. */
  get doors() {
    return this.kept.read("doors", null);
  }

  tryNow = () => {
    if (this.chat === null) void this.#load();
    else this.chat.tryNow();
  };

  /** Texts, hours and the queue as they are now; asked again while the entry or the closed page is shown. */
  async #load() {
    clearTimeout(this.#timer);
    const [entry, rules] = await Promise.all([this.#api.entry(), this.#rulesOf()]);
    if (entry.kind === "ok" && rules !== null) this.#loaded(entry.body, rules);
    else this.#notLoaded(entry);
    this.#view.render();
  }

  async #rulesOf() {
    try {
      const rules = this.#rules ?? await (await fetch("/page/personal_data.json", { credentials: "omit" })).json();
      this.#rules = new Masker(rules) && rules;
    } catch {
      // A proxy's page, a cut, or rules of a version this page cannot read: nothing is asked for without them.
      return null;
    }
    return this.#rules;
  }

  #loaded(entry, rules) {
    this.#tries = 0;
    this.isUnreachable = false;
    this.entry = entry;
    this.#choose();
    // What is open now is not told later, when nothing can be asked.
    const ways = this.service.other_channels.map(({ name, number, hours_text }) => ({ name, number, hours_text }));
    this.kept.write("doors", { emergency: entry.emergency, service: { other_channels: ways } });
    const numbers = entry.services.flatMap((service) => service.other_channels.map((channel) => channel.number));
    this.masker = new Masker(rules, numbers.filter((number) => typeof number === "string"));
    this.lookAgainLater();
    if (this.chat === null) this.#begin();
  }

  /** Soon, while what she has chosen is shut until somebody comes to answer it. */
  lookAgainLater() {
    clearTimeout(this.#timer);
    const isChoosing = (this.chat?.conversation ?? null) === null;
    const isShut = isChoosing && isTopicShut(this.service, this.wording.language, this.kept.read("topic", ""));
    this.#timer = setTimeout(() => this.#look(), isShut ? SHUT_EVERY_MS : ENTRY_EVERY_MS);
  }

  #notLoaded(outcome) {
    this.#tries += 1;
    this.isUnreachable = true;
    const wait = outcome.kind === "later" ? outcome.seconds * 1000 : waitBefore(this.#tries);
    this.#timer = setTimeout(() => void this.#load(), this.chat === null ? wait : ENTRY_EVERY_MS);
  }

  #look() {
    if (!document.hidden) {
      void this.callback.refresh();
      void this.letter.refresh();
    }
    // Who waits is told as well that the chat closes soon, and that she is served to the end.
    const state = this.chat?.conversation?.state ?? "none";
    if (!document.hidden && this.chat !== null && ["none", "waiting"].includes(state)) void this.#load();
  }

  #begin() {
    this.drafts = new Drafts(this.kept, (text) => this.masker.cover(text));
    this.chat = new Chat({
      api: this.#api, kept: this.kept, drafts: this.drafts, limits: this.entry.limits,
      listener: {
        changed: () => this.#changed(),
        entryNeeded: () => void this.#load(),
        givenBack: (slot) => this.#view.givenBack(slot),
        callback: (request) => this.callback.learned(request),
        letter: (known) => this.letter.learned(known),
        attachment: (problem) => this.attaching.refused(problem),
        language: () => this.wording.language,
      },
    });
    void this.chat.start();
  }

  #changed() {
    // Who is answered talks; the form she had open in the queue does not stand in the way when the talk is over.
    if (this.chat?.conversation?.state === "held") this.callback.isShown = false;
    this.letter.isOf(this.chat?.conversation?.conversation_id ?? null);
    if (this.feedback.isOf(overOf(this.chat))) this.drafts.put("feedback_words", "");
    this.attaching.isOf(this.chat?.conversation?.conversation_id ?? null);
    this.#choose();
    this.#view.render();
  }

  /** The service as it is for her: it may be open to who has identified at other hours (R004, R005). */
  #choose() {
    const isIdentified = this.chat?.isIdentified ?? false;
    this.services = this.entry.services.map((each) => (isIdentified ? each : { ...each, ...each.anonymous }));
    this.service = chosenService({ ...this.entry, services: this.services }, this.chat?.conversation);
    this.#wouldOpen = !isIdentified && !this.service.is_open
      && this.entry.services.some((each) => each.service_id === this.service.service_id && each.is_open);
  }

  /** Whether she could begin now if she identified. */
  get opensToIdentified() {
    return this.#wouldOpen && this.canIdentify;
  }
}

/** The conversation that is over, or null. */
function overOf(chat) {
  const conversation = chat?.conversation ?? null;
  return ["ended", "closed"].includes(conversation?.state) ? conversation.conversation_id : null;
}

/** The conversation's service, or the one of the address or of the county's page, or the first that is open. */
function chosenService(entry, conversation) {
  const address = new URLSearchParams(location.search);
  const page = entry.pages.find((each) => each.page_id === address.get("page"));
  const asked = conversation?.service_id ?? address.get("service") ?? page?.service_id;
  const { services } = entry;
  return services.find((service) => service.service_id === asked) ?? services.find((service) => service.is_open) ?? services[0];
}

if (window.self !== window.top) document.documentElement.classList.add("framed");
new Page();
