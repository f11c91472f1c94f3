/** duty: Whether anybody is there to answer, in words and never by name (R027). */

const BEST_FIRST = ["free", "busy"];

/** Whether the topic opens only with staff, and nobody is there (R064). */
export function isTopicShut(service, language, topicId) {
  return service.topics.find((topic) => topic.topic_id === topicId)?.is_open?.[language] === false;
}

/** "free" · "busy" · "nobody" for the chosen topic, or the best of all topics while none is chosen. */
export function dutyOf(service, language, topicId = "") {
  const chosen = service.topics.filter((topic) => topicId === "" || topic.topic_id === topicId);
  const duties = new Set(chosen.map((topic) => topic.duty[language]));
  return BEST_FIRST.find((duty) => duties.has(duty)) ?? "nobody";
}
