/** backoff: How long to wait before trying again: doubling, capped, and never the same for two pages. */

const FIRST_MS = 500;
const LONGEST_MS = 20_000;

/** Milliseconds before try number `attempt` (from 1): between half and the whole of the doubled wait. */
export function waitBefore(attempt, random = Math.random) {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return whole / 2 + random() * (whole / 2);
}
