/** personal_data_checks: What a look-alike must pass to count: dates, checksums, public numbers. */

const COUNTRY = /^(?:\+358|00358)0?/;
const FEBRUARY = 2;

/** A number as it is dialled in Finland: two spellings of one number give the same. */
export function dialForm(number) {
  return number.replace(/[^+0-9]/g, "").replace(COUNTRY, "0");
}

/** How long the longest public number is that a match begins with, up to a gap or its end; 0 when none. */
export function publicPart(match, publicNumbers) {
  const gaps = Array.from(match.matchAll(/[^0-9]/g), (gap) => gap.index);
  return [match.length, ...gaps].filter((end) => publicNumbers.has(dialForm(match.slice(0, end))))
    .reduce((longest, end) => Math.max(longest, end), 0);
}

/** Whether a match passes a check of its rule. `not_public` is another matter: see `publicPart`. */
export function passes(check, match, rules) {
  switch (check) {
    case "date":
      return isDate(match, rules.days_in_month);
    case "checksum":
      return hasChecksum(match, rules.check_characters);
    case "remainder":
      return hasRemainder(match[0]);
    case "not_a_date":
      return !readsAsDate(match[0]);
    default:
      return true;
  }
}

const tight = (text) => text.replaceAll(" ", "");

function isDate(match, daysInMonth) {
  const [day, month, year] = [1, 2, 3].map((group) => Number(tight(match[group])));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth[month - 1]) return false;
  return day !== 29 || month !== FEBRUARY || year % 4 === 0;
}

function hasChecksum(match, characters) {
  const number = Number(tight([1, 2, 3, 4].map((group) => match[group]).join("")));
  return characters[number % 31] === match[5].toUpperCase();
}

/** ISO 7064, MOD 97-10, as IBAN uses it, digit by digit: the whole number is too long to be exact. */
function hasRemainder(text) {
  const bare = text.replace(/[ -]/g, "").toUpperCase();
  const digits = Array.from(bare.slice(4) + bare.slice(0, 4), (character) => Number.parseInt(character, 36)).join("");
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

function readsAsDate(text) {
  const digits = text.replace(/[^0-9]/g, "");
  if (digits.length !== 8) return false;
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].map(Number);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 1900 && year <= 2099;
}
