/** service_parts: What the county says of a service, shown in several places: about, other ways, the queue. */

import { icon, make, phoneLink, setText, withNumbers } from "./elements.js";
import { clock, closingClock, day } from "./times.js";

/** "Jonossa nyt 3 · arvioitu odotus 5–9 min", or less when less is known. */
export function queueLine(wording, queue) {
  const { waiting, low_min: low, high_min: high } = queue;
  if (waiting === 0) return wording.say("queue_now_empty");
  if (high === null) return wording.say("queue_now_unknown", { waiting });
  return wording.say("queue_now", { waiting, low, high });
}

/** What the chat is for, what to ask and what help there is (R013, R014), in the box on a narrow screen. */
export function aboutList({ wording }, service) {
  return make("div", { class: "about narrow-only" }, ...listed(wording, "about", service.about),
    ...listed(wording, "ask_us", service.asks), ...listed(wording, "we_help", service.helps));
}

/** Beside the box: the service by its name and what it is for, as the head of a page of the county's own. */
export function introduction({ wording }, service) {
  return make("div", { class: "introduction wide-only" }, make("h2", { text: wording.of(service.name) }),
    ...service.about.map((line) => make("p", { text: wording.of(line) })));
}

/** Beside the box, below the other ways: what to ask and what help there is (R013, R014). */
export function askedAndHelped({ wording }, service) {
  return make("div", { class: "about wide-only" },
    ...listed(wording, "ask_us", service.asks), ...listed(wording, "we_help", service.helps));
}

function listed(wording, key, lines) {
  return lines.length === 0 ? [] : [make("h2", { text: wording.say(key) }),
    make("ul", {}, ...lines.map((line) => make("li", { text: wording.of(line) })))];
}

/** Whether another way serves just now, and until or from when (R009, R010); empty where nothing is known of it. */
export function channelNow(wording, channel) {
  const { is_open: isOpen = null, opens_at: opensAt = null, closes_at: closesAt = null } = channel ?? {};
  if (isOpen === null) return "";
  if (isOpen) return closesAt === null ? "" : wording.say("channel_open", { time: closingClock(closesAt) });
  return opensAt === null ? wording.say("channel_shut")
    : wording.say("channel_opens", { day: day(opensAt, wording.language), time: clock(opensAt) });
}

/** Said anew as time goes on, where each stands, without drawing anything else again. */
export function tellChannelsNow({ wording, service }) {
  for (const line of document.querySelectorAll("[data-channel]")) {
    setText(line, channelNow(wording, service.other_channels[Number(line.dataset.channel)]));
  }
}

function channelRow({ wording }, channel, index) {
  const name = wording.of(channel.name);
  const hours = make("p", { class: "small", text: wording.of(channel.hours_text) });
  const now = make("p", { class: "small now", "data-channel": String(index), text: channelNow(wording, channel) });
  const words = make("div", {}, make("p", {}, make("strong", { text: name })), now, hours);
  if (channel.number) words.firstChild.append(" ", phoneLink(channel.number));
  return make("li", {}, icon(channel.number ? "phone" : "place"), words);
}

/** Every other channel of the service, and 112 (R025) unless it stands elsewhere. */
export function otherWays(page, service, look = "narrow-only", hasEmergency = true) {
  const { wording } = page;
  const rows = service.other_channels.map((channel, index) => channelRow(page, channel, index));
  return make("div", { class: `ways ${look}`, role: "group", "aria-label": wording.say("other_ways") },
    make("h2", { text: wording.say("other_ways") }),
    make("ul", { class: "channels" }, ...rows),
    hasEmergency ? emergencyLine(page) : null);
}

/** 112, and what else the county says of danger. */
export function emergencyLine({ wording, entry }) {
  return make("p", { class: "emergency" }, icon("danger"), make("span", {}, ...withNumbers(wording.of(entry.emergency))));
}

/** The first number of the service, for a sentence; null when it has none. */
export function firstNumber(service) {
  return service.other_channels.find((channel) => channel.number) ?? null;
}
