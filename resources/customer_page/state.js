/**
 * state: Facts change what is confirmed; what waits in the outbox is laid over it. Pure.
 *
 *     confirmed' = reduce(confirmed, fact)          lines = project(confirmed, rows)
 */

/** What a snapshot says. `conversation` is null when there is none. */
export function fromSnapshot(snapshot) {
  return Object.freeze({
    cursor: snapshot.cursor,
    conversation: snapshot.conversation,
    messages: Object.freeze([...snapshot.messages]),
    consents: Object.freeze([...(snapshot.consents ?? [])]),
    waiting: snapshot.waiting,
    endedAt: null,
    maskings: Object.freeze({}),
  });
}

/** The next confirmed state, or null when `after` shows that something is missing: ask for a fresh snapshot. */
export function take(confirmed, cursor, after, fact) {
  if (after !== confirmed.cursor || !(cursor > after)) return null;
  return Object.freeze({ ...reduce(confirmed, fact), cursor });
}

/** One fact. A fact of an unknown type, or of another conversation, has no effect. */
export function reduce(confirmed, fact) {
  if (fact.type === "ConversationOpened") return opened(confirmed, fact);
  const conversation = confirmed.conversation;
  if (conversation === null || fact.conversation_id !== conversation.conversation_id) return confirmed;
  switch (fact.type) {
    case "MessageWritten":
      return written(confirmed, fact);
    case "AnswerPromised":
      return changed(confirmed, { due_at: fact.due_at });
    case "SpanMasked":
      return spanMasked(confirmed, fact);
    case "ReadMarked":
      return readMarked(confirmed, fact);
    case "WaitingClaimed":
      return { ...changed(confirmed, { state: "held", counsellor_role: fact.role ?? null }), waiting: null };
    case "ConversationReturned":
      return changed(confirmed, { state: "waiting", counsellor_role: null, is_continued: false, ...homeOf(fact) });
    case "ConversationTransferred":
      return { ...changed(confirmed, { state: "waiting", counsellor_role: null, transferred_to: fact.transferred_to ?? null, is_continued: false, ...channelOf(fact) }), waiting: null };
    case "PreInformationCorrected":
      return changed(confirmed, { service_id: fact.service_id, topic: fact.topic, language: fact.language });
    case "OfferAccepted":
    case "ConversationTakenOver":
      return changed(confirmed, { counsellor_role: fact.role ?? null, transferred_to: null, is_continued: true });
    case "ConversationJoined":
      return changed(confirmed, { is_joined: true });
    case "JoiningEnded":
      return changed(confirmed, { is_joined: false });
    case "IdentificationAsked":
      return identification(confirmed, { asked_at: fact.at, declined_at: null });
    case "IdentificationDeclined":
      return identification(confirmed, { asked_at: null, declined_at: fact.at });
    case "CustomerIdentified":
      return changed(confirmed, { identity: "identified", identification: {
        asked_at: null, declined_at: null, after_seq: fact.after_seq, earlier_lines: fact.earlier_lines,
      } });
    case "EarlierLinesDecided":
      return identification(confirmed, { earlier_lines: fact.earlier_lines });
    case "ConsentAsked":
      return { ...confirmed, consents: Object.freeze([...confirmed.consents.filter(({ number }) => number !== fact.consent.number), fact.consent]) };
    case "ConsentChanged":
      return { ...confirmed, consents: Object.freeze(confirmed.consents.map((consent) => consentAfter(consent, fact))) };
    case "ConversationEnded":
      return { ...changed(confirmed, { state: "ended", ended_by: fact.by }), waiting: null, endedAt: fact.at };
    case "ConversationClosed":
      return closed(confirmed, fact);
    default:
      return confirmed;
  }
}

/**
 * The place in the queue is a hint: valid until the next, only while waiting. `hasGrown` until the estimate
 * falls again: an estimate that grows is explained (domain.md B9).
 */
export function withWaiting(confirmed, hint) {
  if (confirmed.conversation?.state !== "waiting") return confirmed;
  const { place, duty, low_min, high_min } = hint;
  const before = confirmed.waiting?.high_min ?? null;
  const isKnown = before !== null && high_min !== null;
  const hasGrown = isKnown && (high_min > before || (high_min === before && (confirmed.waiting.hasGrown ?? false)));
  return Object.freeze({ ...confirmed, waiting: { place, duty, low_min, high_min, hasGrown } });
}

/** Older messages asked for by the customer, put before the ones already here. */
export function withOlder(confirmed, messages) {
  const asMasked = messages.map((message) => maskedAs(message, confirmed.maskings[message.seq]));
  return Object.freeze({ ...confirmed, messages: merged(confirmed.messages, asMasked) });
}

/** The move was taken back: it is where it was. */
function homeOf({ reason }) {
  return reason === "consent_withdrawn" ? { transferred_to: null } : {};
}

const STAMPED = { given: "answered_at", refused: "answered_at", moved: "moved_at", opened: "opened_at", withdrawn: "withdrawn_at" };

function consentAfter(consent, { number, state, language, at }) {
  if (consent.number !== number) return consent;
  const stamped = STAMPED[state] === undefined ? {} : { [STAMPED[state]]: at };
  return Object.freeze({ ...consent, state, language: language ?? consent.language, ...stamped });
}

/** Moved onward, a chat may have become a non-urgent message, with a promise of an answer. */
function channelOf({ channel, due_at: dueAt = null }) {
  return channel === undefined ? {} : { channel, due_at: dueAt };
}

function changed(confirmed, parts) {
  return { ...confirmed, conversation: { ...confirmed.conversation, ...parts } };
}

function identification(confirmed, parts) {
  return changed(confirmed, { identification: { ...confirmed.conversation.identification, ...parts } });
}

function opened(confirmed, fact) {
  if (confirmed.conversation?.conversation_id === fact.conversation_id) return confirmed;
  return { ...confirmed, conversation: fact.customer, messages: [], consents: [], waiting: null, endedAt: null, maskings: {} };
}

function written(confirmed, fact) {
  const { seq, by, at, text, masked, caused_by, attachment = null } = fact;
  const parts = { last_seq: Math.max(seq, confirmed.conversation.last_seq) };
  // An answer keeps the promise; the customer's next line brings another with it.
  if (by === "counsellor" && confirmed.conversation.channel === "message") parts.due_at = null;
  const mark = { customer: "read_by_customer", counsellor: "read_by_counsellor" }[by];
  if (mark && confirmed.conversation[mark] === seq - 1) parts[mark] = seq;
  const messages = merged(confirmed.messages, [{ seq, by, at, text, masked, caused_by, attachment }]);
  return { ...changed(confirmed, parts), messages };
}

/**
 * A message is what the fact says from now on. One that is not here is remembered as it is now: older messages
 * that were asked for before would bring it back.
 */
function spanMasked(confirmed, fact) {
  if (confirmed.messages.some((message) => message.seq === fact.seq)) {
    const messages = confirmed.messages.map((message) => (message.seq === fact.seq ? maskedAs(message, fact) : message));
    return { ...confirmed, messages: Object.freeze(messages) };
  }
  const maskings = Object.freeze({ ...confirmed.maskings, [fact.seq]: { text: fact.text, masked: fact.masked } });
  return { ...confirmed, maskings };
}

/** A masking that is older than the message at hand changes nothing. */
function maskedAs(message, masking) {
  if (masking === undefined || byHand(masking.masked) <= byHand(message.masked)) return message;
  return { ...message, text: masking.text, masked: masking.masked };
}

function byHand(masked) {
  return masked.filter((kind) => kind === "by_hand").length;
}

function readMarked(confirmed, fact) {
  const mark = fact.by === "customer" ? "read_by_customer" : "read_by_counsellor";
  return changed(confirmed, { [mark]: Math.max(fact.seq, confirmed.conversation[mark]) });
}

function closed(confirmed, fact) {
  const endedAt = confirmed.endedAt ?? fact.at;
  // A counsellor ends by closing; nobody has ended it before.
  const endedBy = confirmed.conversation.ended_by ?? (fact.reason === "answered" ? "counsellor" : null);
  const parts = { state: "closed", reason: fact.reason, ended_by: endedBy };
  return { ...changed(confirmed, parts), waiting: null, endedAt };
}

/** Both lists by seq; a seq that is already there is kept as it is. */
function merged(messages, more) {
  const bySeq = new Map(messages.map((message) => [message.seq, message]));
  for (const message of more) if (!bySeq.has(message.seq)) bySeq.set(message.seq, message);
  return Object.freeze([...bySeq.values()].sort((one, other) => one.seq - other.seq));
}

/** True when the facts have caught up with this row: its own fact is here, or the cursor has passed it. */
export function isRetired(confirmed, row) {
  if (confirmed === null) return false;
  if (confirmed.messages.some((message) => message.caused_by === row.id)) return true;
  return row.stage === "accepted" && (row.cursor === null || row.cursor <= confirmed.cursor);
}

/** What the transcript shows, in order: confirmed messages, then the customer's own that are on their way. */
export function project(confirmed, rows) {
  const conversation = confirmed?.conversation ?? null;
  const lines = (confirmed?.messages ?? []).map((message) => ({
    key: message.caused_by ?? `seq-${message.seq}`,
    by: message.by,
    at: message.at,
    text: message.text,
    masked: message.masked,
    attachment: message.attachment ?? null,
    stage: message.by === "customer" ? stageOf(message, conversation) : null,
    problem: null,
  }));
  markIdentified(lines, confirmed);
  markConsents(lines, confirmed);
  const known = new Set(lines.map((line) => line.key));
  for (const row of rows) {
    if (row.text !== "" && row.text !== null && !known.has(row.id)) lines.push(lineOf(row, conversation));
  }
  return lines;
}

/** A line of its own where she became identified; none where she was from the first word on. */
function markIdentified(lines, confirmed) {
  const afterSeq = confirmed?.conversation?.identification?.after_seq ?? null;
  const messages = confirmed?.messages ?? [];
  if (afterSeq === null || afterSeq === 0) return;
  const at = messages.findIndex((message) => message.seq > afterSeq);
  const isInWindow = messages.length > 0 && messages[0].seq <= afterSeq;
  const mark = { key: "identified", by: "mark", at: null, text: "", masked: [], stage: null, problem: null };
  if (isInWindow) lines.splice(at === -1 ? lines.length : at, 0, mark);
}

/** What she was asked permission for and what came of it, each at its time; what is before the first message here is not. */
function markConsents(lines, confirmed) {
  const messages = confirmed?.messages ?? [];
  const begins = messages.length > 0 && messages[0].seq > 1 ? messages[0].at : "";
  const events = (confirmed?.consents ?? []).flatMap((consent) => [
    ["asked", consent.asked_at],
    [consent.state === "refused" ? "refused" : "given", consent.answered_at],
    ["withdrawn", consent.withdrawn_at],
    ["opened", consent.opened_at],
  ].map(([state, at]) => ({ consent, state, at })));
  for (const { consent, state, at } of events) {
    if (at === null || at < begins) continue;
    const place = lines.findIndex((line) => line.at !== null && line.at > at);
    const mark = { key: `consent-${consent.number}-${state}`, by: "mark", at, text: "", masked: [], stage: null, problem: null, consent, state };
    lines.splice(place === -1 ? lines.length : place, 0, mark);
  }
}

function stageOf(message, conversation) {
  if (message.seq <= conversation.read_by_counsellor) return "seen";
  return isUnanswered(conversation) ? "saved" : "sent";
}

/** Nobody has been given her messages: they are kept, and no more is said of them, also after she has left the queue. */
function isUnanswered({ state, reason }) {
  return state === "waiting" || reason === "left_queue" || reason === "abandoned";
}

function lineOf(row, conversation) {
  const accepted = conversation?.state === "held" ? "sent" : "saved";
  const stage = { queued: "sending", in_flight: "sending", accepted, refused: "refused" }[row.stage];
  const { id, at, text, masked, problem } = row;
  return { key: id, by: "customer", at, text, masked, stage, problem };
}
