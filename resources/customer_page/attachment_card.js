/** attachment_card: Choosing a file, seeing what was chosen, sending it or leaving it; or why that is not possible. */

import { button, icon, make, setText } from "./elements.js";

const KILO = 1_000;
const MEGA = 1_000_000;

export class AttachmentCard {
  #page;
  #input;
  #choose;
  #chosen;
  #name;
  #send;
  #remove;
  #progress;
  #bar;
  #status;
  #problem;
  #forIdentified;
  #forOthers;
  #identify;

  /** `showWays` shows the other ways to deal with the service. */
  constructor(page, { showWays, close }) {
    this.#page = page;
    const { wording, attaching } = page;
    this.#input = make("input", { type: "file", id: "attachment", class: "unseen", tabindex: "-1", "aria-hidden": "true",
      accept: ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png", on: { change: () => this.#picked() } });
    this.#choose = button(wording.say("attach_choose"), "secondary", () => this.#input.click(), { id: "attach-choose" });
    this.#name = make("p", { class: "file-name", dir: "auto" });
    this.#send = button(wording.say("attach_send"), "primary", () => void attaching.send());
    this.#remove = button("", "secondary", () => this.#leave());
    this.#bar = make("progress", { max: "100", "aria-label": wording.say("attach_progress") });
    this.#status = make("p", { class: "small", role: "status" });
    this.#progress = make("div", { class: "file-progress" }, this.#bar);
    this.#problem = make("div", { class: "problem-slot", role: "alert" });
    this.#chosen = make("div", { class: "chosen-file" }, this.#name, this.#progress, make("div", { class: "equal" }, this.#send, this.#remove));
    this.#forIdentified = make("div", {}, make("p", { class: "small", id: "attach-about" }), this.#input, this.#choose, this.#chosen, this.#status, this.#problem);
    this.#identify = button(wording.say("identify"), "secondary", () => page.identify());
    this.#forOthers = make("div", {}, make("p", { text: wording.say("attach_anonymous") }), this.#identify,
      button(wording.say("other_ways"), "link", showWays));
    this.root = make("div", { class: "card attach", role: "group", "aria-labelledby": "attach-title", hidden: true },
      make("h2", { id: "attach-title", tabindex: "-1" }, icon("attach"), ` ${wording.say("attach_title")}`),
      this.#forIdentified, this.#forOthers, button(wording.say("attach_close"), "link", close));
  }

  focus() {
    this.root.querySelector("h2").focus();
    this.root.scrollIntoView({ block: "nearest" });
  }

  update() {
    const { wording, chat, attaching, canIdentify, identification } = this.#page;
    this.root.hidden = !attaching.isOpen;
    this.#forIdentified.hidden = !chat.isIdentified;
    this.#forOthers.hidden = chat.isIdentified;
    this.#identify.hidden = !canIdentify;
    this.#identify.disabled = identification.isLeaving;
    setText(this.root.querySelector("#attach-about"), wording.say("attach_about", {
      size: sizeWords(wording, chat.limits.attachment_bytes), count: chat.limits.attachments_per_conversation,
    }));
    const { file, isGoing, percent } = attaching;
    this.#choose.hidden = file !== null;
    this.#chosen.hidden = file === null;
    setText(this.#name, file === null ? "" : `${file.name} (${sizeWords(wording, file.size)})`);
    this.#send.hidden = isGoing || !attaching.canSend;
    setText(this.#remove, wording.say(isGoing ? "attach_stop" : "attach_remove"));
    this.#progress.hidden = !isGoing;
    this.#bar.value = percent;
    setText(this.#status, isGoing ? wording.say(percent < 100 ? "attach_going" : "attach_looking") : "");
    this.#showProblem(attaching.problem);
  }

  #picked() {
    const [file] = this.#input.files;
    if (file !== undefined) this.#page.attaching.choose(file, this.#page.chat.limits);
    // The same file may be chosen again after it was removed.
    this.#input.value = "";
    this.update();
    (this.#send.hidden ? this.#remove : this.#send).focus();
  }

  #leave() {
    const { attaching } = this.#page;
    if (attaching.isGoing) attaching.stop();
    else attaching.remove();
    this.update();
    (attaching.file === null ? this.#choose : this.#remove).focus();
  }

  #showProblem(problem) {
    const { wording, chat } = this.#page;
    const words = problem === null ? "" : problemWords(wording, problem, chat.limits);
    if (this.#problem.textContent.trim() === words) return;
    this.#problem.replaceChildren(...(words === "" ? [] : [
      make("p", { class: "problem" }, icon("alert"), make("span", { text: words }))]));
  }
}

/** What a file is called in the transcript: "Liite: lasku.pdf (PDF, 2 sivua, 340 kt)". */
export function attachmentWords(wording, name, { kind, pages, bytes }) {
  const counted = pages === null ? [] : [wording.say(pages === 1 ? "attach_page" : "attach_pages", { count: pages })];
  const facts = [kind.toUpperCase(), ...counted, sizeWords(wording, bytes)].join(", ");
  return wording.say("attach_line", { name, facts });
}

export function sizeWords(wording, bytes) {
  if (bytes < MEGA) return wording.say("attach_kilo", { number: Math.max(1, Math.floor(bytes / KILO)) });
  const tenths = Math.floor(bytes / (MEGA / 10));
  const number = tenths % 10 === 0 ? `${tenths / 10}` : `${Math.floor(tenths / 10)}${wording.say("attach_point")}${tenths % 10}`;
  return wording.say("attach_mega", { number });
}

function problemWords(wording, { code, reason }, limits) {
  const asked = code === "attachment_refused" ? `attach_problem_${reason}` : `attach_problem_${code}`;
  return wording.say(wording.has(asked) ? asked : "attach_problem_general", {
    size: sizeWords(wording, limits.attachment_bytes), count: limits.attachments_per_conversation,
  });
}
