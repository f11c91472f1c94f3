/** entry_parts: Pieces of the entry: who serves, who is there, what is going on, the county and who pays. */

import { icon, make, setText } from "./elements.js";
import { LANGUAGES } from "./wording.js";

/** One entry for several units: the customer chooses, and a wrong choice turns nobody away (R015, R063). */
export function unitChoice(page) {
  const { services, service, wording } = page;
  if (services.length < 2) return null;
  const units = services.map((unit) => {
    const id = `unit-${unit.service_id}`;
    const radio = make("input", {
      type: "radio", name: "unit", id, value: unit.service_id, "aria-describedby": `${id}-hours`,
      on: { change: () => page.chooseService(unit.service_id) },
    });
    radio.checked = unit.service_id === service.service_id;
    const key = unit.is_open ? "status_open" : "status_closed";
    return make("div", { class: "unit" }, radio, make("div", {},
      make("label", { for: id, text: wording.of(unit.name) }),
      make("p", { class: "small", id: `${id}-hours`, text: wording.say(key, { hours: wording.of(unit.hours_text) }) })));
  });
  return make("fieldset", { class: "units" }, make("legend", { class: "label", text: wording.say("unit") }),
    ...units, make("p", { class: "small", text: wording.say("unit_unsure") }));
}

/** "Neuvoja on nyt paikalla…" before the customer writes anything (R027). */
export function greeting() {
  const words = make("span");
  const root = make("p", { class: "greeting" }, icon("people"), words);
  return {
    root,
    say: (text) => {
      root.hidden = text === "";
      setText(words, text);
    },
  };
}

/** A temporary notice for a change or a rush (R034); null when there is none today. */
export function temporaryNotices({ service, wording }) {
  const texts = service.announcements.filter((each) => each.kind === "temporary");
  return texts.length === 0 ? null : make("div", { class: "temporary" },
    make("h2", { text: wording.say("temporary") }), ...texts.map((each) => make("p", { text: wording.of(each.text) })));
}

/** News of the services (R035); null when there is none. */
export function newsList({ service, wording }, look) {
  const texts = service.announcements.filter((each) => each.kind === "news");
  return texts.length === 0 ? null : make("div", { class: `about news ${look}` },
    make("h2", { text: wording.say("news") }), make("ul", {}, ...texts.map((each) => make("li", { text: wording.of(each.text) }))));
}

/** The way to the instructions in plain words (R033); null when the county has none. */
export function instructionsLink({ entry, wording }) {
  return entry.instructions.length === 0 ? null
    : make("a", { class: "link", id: "instructions-link", href: "#instructions", text: wording.say("instructions") });
}

/** The county in both languages of the land, and the mark of who pays (R036, R037). */
export function countyFoot({ entry, wording }, look) {
  const names = LANGUAGES.map(([language]) => language).filter((language) => language !== "en");
  const county = make("p", { class: "small county" });
  for (const language of names) {
    const isFirst = language === names[0];
    county.append(isFirst ? "" : " · ", make("span", { lang: language, text: entry.organisation[language] }));
  }
  const funding = entry.funding === null ? null : make("p", { class: "small funding" },
    make("img", { src: "/page/eu.svg", alt: "", width: "36", height: "24" }),
    make("span", { text: wording.of(entry.funding) }));
  return make("div", { class: `county-foot ${look}` }, county, funding);
}
