/** heading: The title and the second line of every screen. */

import { clock } from "./times.js";

const ENDED_TITLES = { left_queue: "title_left_queue", abandoned: "title_abandoned" };

/** [title, status] of the screen `name`. */
export function headingOf(name, { wording, service, chat, callback }) {
  if (service === null) return ["Chat", ""];
  const title = wording.of(service.name);
  const hours = wording.of(service.hours_text);
  switch (name) {
    case "open":
      return [title, wording.say("status_open", { hours })];
    case "closed":
      return [title, wording.say("status_closed", { hours })];
    case "folded":
      return [title, wording.say(service.is_open ? "status_open" : "status_closed", { hours })];
    case "instructions":
      return [wording.say("title_instructions"), title];
    case "message":
      return [wording.say("message_title"), title];
    case "callback":
      return [wording.say(callback.isOpen ? "callback_title_left" : "callback_title"), title];
    case "talk":
      return talking(title, hours, { wording, chat });
    case "ended":
      if (chat.isAgreed) return [wording.say("message_agreed_title"), title];
      if (chat.isMessage) return [wording.say("title_ended"), title];
      return [wording.say(ENDED_TITLES[chat.conversation.reason] ?? "title_ended"), when({ wording, service, chat })];
    default:
      return [title, wording.say("connecting")];
  }
}

function talking(title, hours, { wording, chat }) {
  if (chat.isMessage) return [wording.say(chat.isAgreed ? "message_agreed_title" : "message_title"), chat.link === "live" ? title : wording.say("connecting")];
  const isWaiting = chat.conversation.state === "waiting";
  const status = isWaiting ? wording.say("status_open", { hours }) : wording.say("status_talking");
  return [isWaiting ? wording.say("title_waiting") : title, chat.link === "live" ? status : wording.say("connecting")];
}

function when({ wording, service, chat }) {
  if (chat.endedAt === null) return wording.of(service.name);
  return wording.say("status_ended", { from: clock(chat.conversation.opened_at), to: clock(chat.endedAt) });
}
