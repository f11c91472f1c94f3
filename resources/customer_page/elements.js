/** elements: Makes elements. Text goes in as text only, so nothing a person wrote is ever read as markup. */

const SVG = "http://www.w3.org/2000/svg";

// Drawn on a 24 grid with round caps. From Lucide (ISC licence, resources/icons/LICENSE), some drawn anew.
const DRAWINGS = {
  anonymous: ["M16.2 8a4.2 4.2 0 1 1-8.4 0a4.2 4.2 0 1 1 8.4 0", "M5 20.5v-1a5 5 0 0 1 5-5h4a5 5 0 0 1 5 5v1", "M3.5 3.5l17 17"],
  attach: ["m21.44 11.05-9.19 9.19a6 6 0 0 1-8.49-8.49l8.57-8.57A4 4 0 1 1 18 8.84l-8.59 8.57a2 2 0 0 1-2.83-2.83l8.49-8.48"],
  clock: ["M12 6v6l4 2", "M22 12a10 10 0 1 1-20 0a10 10 0 1 1 20 0"],
  check: ["M20 6 9 17l-5-5"],
  seen: ["M18 6 7 17l-5-5", "m22 10-7.5 7.5L13 16"],
  alert: ["M12 2.6 21.4 12 12 21.4 2.6 12z", "M12 8v4.4", "M12 15.8h.01"],
  danger: ["m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3", "M12 9v4", "M12 17h.01"],
  offline: ["M12 20h.01", "M8.5 16.429a5 5 0 0 1 7 0", "M5 12.859a10 10 0 0 1 5.17-2.69", "M19 12.859a10 10 0 0 0-2.007-1.523", "M2 8.82a15 15 0 0 1 4.177-2.643", "M22 8.82a15 15 0 0 0-11.288-3.764", "m2 2 20 20"],
  phone: ["M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"],
  people: ["M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2", "M13 7a4 4 0 1 1-8 0a4 4 0 1 1 8 0", "M22 21v-2a4 4 0 0 0-3-3.87", "M16 3.13a4 4 0 0 1 0 7.75"],
  lock: ["M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z", "M7 11V7a5 5 0 0 1 10 0v4"],
  place: ["M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0", "M15 10a3 3 0 1 1-6 0a3 3 0 1 1 6 0"],
  shield: ["M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z", "m9 12 2 2 4-4"],
  practice: ["M21.42 10.922a1 1 0 0 0-.019-1.838L12.83 5.18a2 2 0 0 0-1.66 0L2.6 9.08a1 1 0 0 0 0 1.832l8.57 3.908a2 2 0 0 0 1.66 0z", "M22 10v6", "M6 12.5V16a6 3 0 0 0 12 0v-3.5"],
};

/** An element. `parts`: class, id, text, on: {event: listener}, and attributes by their names. */
export function make(tag, parts = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(parts)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") element.textContent = value;
    else if (name === "class") element.className = value;
    else if (name === "on") listen(element, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

function listen(element, listeners) {
  for (const [event, listener] of Object.entries(listeners)) element.addEventListener(event, listener);
}

/** A drawing that says nothing by itself: the words beside it do. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  for (const drawing of DRAWINGS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", drawing);
    svg.append(path);
  }
  return svg;
}

export function button(text, look, onPress, parts = {}) {
  return make("button", { type: "button", class: look, text, on: { click: onPress }, ...parts });
}

/** Changes a text only when it differs, so that a screen reader is not told the same twice. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// 112, 116 117 and their like, and numbers with an area code or a country in front; no hours, no years.
const NUMBERS = /(^|[^\d+])(112|116[ \u00a0]?\d{3}|(?:\+358|0)[\d \u00a0]{4,}\d)(?!\d)/gu;

/** The text with every phone number in it held on one line. */
export function heldTogether(text) {
  return text.replace(NUMBERS, (_, before, number) => before + number.replace(/ /g, "\u00a0"));
}

/** The text in parts to append: its phone numbers are links to call, the rest is text. */
export function withNumbers(text) {
  const parts = [];
  let end = 0;
  for (const { index, 1: before, 2: number } of text.matchAll(NUMBERS)) {
    const start = index + before.length;
    parts.push(text.slice(end, start), phoneLink(number));
    end = start + number.length;
  }
  return [...parts, text.slice(end)];
}

/** A number to call: the link holds digits and a leading plus only. */
export function phoneLink(number, label = number) {
  return make("a", { class: "link number", href: `tel:${number.replace(/[^+0-9]/g, "")}`, text: label });
}
