/**
 * api: Speaks to the backend, one method a resource, and says what each answer means.
 *
 * Every call resolves to an outcome and never throws: CONTRACT.md section 3 names five of them. "unknown" is
 * all that is not clearly one of the others: a time-out, a cut, a proxy's page with status 200.
 */

const CUSTOMER = "/api/v1/customer";
const TIMEOUT_MS = 15_000;

/** A command id: 48 bits of this clock, then chance (RFC 9562 version 7), 32 hexadecimal digits. */
export function newCommandId(nowMs = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index += 1) {
    bytes[index] = Math.floor(nowMs / 2 ** (8 * (5 - index))) % 256;
  }
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function secondsToWait(response, problem) {
  const header = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  const seconds = Number.isFinite(header) ? header : problem.retry_after_s;
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 1;
}

/** What an answer without success means; null when it carries no problem of ours. */
function problemOutcome(response, body) {
  const problem = isObject(body) ? body.problem : null;
  if (!isObject(problem) || typeof problem.code !== "string") return { kind: "unknown" };
  if (response.status === 401) return { kind: "sign_in", problem };
  if (response.status === 410) return { kind: "gone", problem };
  if (response.status === 429 || response.status === 503) {
    return { kind: "later", problem, seconds: secondsToWait(response, problem) };
  }
  const isFinal = [400, 403, 404, 409, 413, 415, 422].includes(response.status);
  return isFinal ? { kind: "refused", problem } : { kind: "unknown" };
}

/** What a whole answer to a file means. */
function outcomeOf(request) {
  let body = null;
  try {
    body = JSON.parse(request.responseText);
  } catch {
    return { kind: "unknown" };
  }
  if (request.status === 200 && isObject(body)) return { kind: "ok", body };
  const headers = { get: (name) => request.getResponseHeader(name) };
  return problemOutcome({ status: request.status, headers }, body);
}

async function bodyOf(response) {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

export class Api {
  #pageToken = null;

  /** The texts, the services and the limits: for everybody. */
  entry() {
    return this.#ask("GET", `${CUSTOMER}/entry`);
  }

  /** Asks for a cookie session, before a conversation is opened. */
  async session() {
    return this.#keepToken(await this.#ask("POST", `${CUSTOMER}/session`, { body: "{}" }));
  }

  /** Where the window goes to identify. */
  identification(body) {
    return this.#ask("POST", `${CUSTOMER}/identification`, { body, hasToken: true });
  }

  /** Makes a message that was left before the conversation of this session. */
  openLeft(body) {
    return this.#ask("POST", `${CUSTOMER}/left-message`, { body, hasToken: true });
  }

  async snapshot() {
    return this.#keepToken(await this.#ask("GET", `${CUSTOMER}/snapshot`));
  }

  /** Long-polling: what came after `after`, waiting for it at most `wait` seconds. */
  facts(after, wait) {
    const timeout = (wait + 15) * 1000;
    return this.#ask("GET", `${CUSTOMER}/facts?after=${after}&wait=${wait}`, { timeout });
  }

  /** Which times may be booked to be called, for who has identified. */
  callbackWindows({ service_id: serviceId, topic_id: topicId, language }) {
    const asked = new URLSearchParams({ service_id: serviceId, topic_id: topicId, language });
    return this.#ask("GET", `${CUSTOMER}/callback-windows?${asked}`);
  }

  /**
   * A file's bytes, named by nothing but an id. `onProgress(percent)` while they go: fetch cannot tell, so it is
   * asked for in the older way. Outcomes: ok · refused · sign_in · later · unknown.
   */
  upload(uploadId, file, { signal, onProgress }) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const unknown = () => resolve({ kind: "unknown" });
      request.open("POST", `${CUSTOMER}/uploads?upload_id=${uploadId}`);
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("Content-Type", "application/octet-stream");
      if (this.#pageToken !== null) request.setRequestHeader("X-Page-Token", this.#pageToken);
      request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? Math.floor((100 * loaded) / total) : 0));
      request.addEventListener("load", () => resolve(outcomeOf(request)));
      request.addEventListener("error", unknown);
      request.addEventListener("abort", unknown);
      signal.addEventListener("abort", () => request.abort());
      request.send(file);
    });
  }

  older(before) {
    return this.#ask("GET", `${CUSTOMER}/messages?before=${before}`);
  }

  /** Sends the bytes of one command. Outcomes: accepted · refused · sign_in · later · unknown. */
  async send(body, commandId) {
    const outcome = await this.#ask("POST", `${CUSTOMER}/commands`, { body, hasToken: true });
    if (outcome.kind !== "ok") return outcome.kind === "gone" ? { kind: "unknown" } : outcome;
    const answer = outcome.body;
    const isOurs = answer.outcome === "accepted" && answer.command_id === commandId;
    return isOurs ? { kind: "accepted", answer } : { kind: "unknown" };
  }

  /** Tells that the customer is writing. Never repeated, never waited for. */
  typing() {
    const body = JSON.stringify({ type: "Typing" });
    void this.#ask("POST", `${CUSTOMER}/hints`, { body, hasToken: true });
  }

  #keepToken(outcome) {
    if (outcome.kind === "ok" && typeof outcome.body.page_token === "string") {
      this.#pageToken = outcome.body.page_token;
    }
    return outcome;
  }

  async #ask(method, path, { body = null, hasToken = false, timeout = TIMEOUT_MS } = {}) {
    const headers = { Accept: "application/json" };
    if (body !== null) headers["Content-Type"] = "application/json";
    if (hasToken && this.#pageToken !== null) headers["X-Page-Token"] = this.#pageToken;
    const stopping = new AbortController();
    const timer = setTimeout(() => stopping.abort(), timeout);
    try {
      const response = await fetch(path, {
        method, headers, body, cache: "no-store", credentials: "same-origin", redirect: "error",
        signal: stopping.signal,
      });
      const answer = response.status === 204 ? {} : await bodyOf(response);
      if (response.ok && isObject(answer)) return { kind: "ok", body: answer };
      return problemOutcome(response, answer);
    } catch {
      return { kind: "unknown" };
    } finally {
      clearTimeout(timer);
    }
  }
}
