/** times: Moments as people here write them: 9.05, ma 23.11. klo 8.00. Always Finnish time. */

const ZONE = "Europe/Helsinki";
const WEEKDAYS = {
  fi: ["su", "ma", "ti", "ke", "to", "pe", "la"],
  sv: ["sön", "mån", "tis", "ons", "tors", "fre", "lör"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};
const NUMBERS = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE, weekday: "short", day: "numeric", month: "numeric", hour: "numeric", minute: "2-digit",
  hourCycle: "h23",
});

function partsOf(moment) {
  return Object.fromEntries(NUMBERS.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
}

/** "9.05" */
export function clock(moment) {
  const { hour, minute } = partsOf(moment);
  return `${Number(hour)}.${minute}`;
}

/** When something ends: "16.00"; a day ends at "24.00", which is not the 0.00 it begins with. */
export function closingClock(moment) {
  const said = clock(moment);
  return said === "0.00" ? "24.00" : said;
}

/** "1.9.2026" of "2026-09-01" */
export function date(written) {
  const [year, month, date] = written.split("-").map(Number);
  return `${date}.${month}.${year}`;
}

/** "ma 23.11." */
export function day(moment, language) {
  const { weekday, day: date, month } = partsOf(moment);
  return `${WEEKDAYS[language][WEEKDAYS.en.indexOf(weekday)]} ${Number(date)}.${Number(month)}.`;
}
