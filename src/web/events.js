// @ts-check

/**
 * @typedef {object} Ears
 * @property {(past: Said[], running: string[]) => void} onPast what was said up to now, in order
 * @property {(said: Said) => void} onSaid
 * @property {(event: import("./types.ts").ProgressEvent) => void} onProgress
 * @property {(isOnline: boolean) => void} onConnection
 */
/**
 * @typedef {{ kind: "question", event: import("./types.ts").QuestionEvent }
 *   | { kind: "reply", event: import("./types.ts").ReplyEvent }} Said
 */

// after the browser itself has given up: soon at first, then twice as long each time
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Listens to a conversation until the returned function is called, whatever happens to the connection.
 *
 * @param {string} conversation
 * @param {Ears} ears
 * @returns {() => void}
 */
export function listen(conversation, ears) {
  /** @type {EventSource | null} */
  let source = null;
  let retryMs = FIRST_RETRY_MS;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const connect = () => {
    source?.close();
    clearTimeout(timer);
    source = open(conversation, ears, () => (retryMs = FIRST_RETRY_MS));
    source.addEventListener("error", (event) => {
      // an event of the server's that is called error comes with data
      if (event instanceof MessageEvent) return;
      ears.onConnection(false);
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    });
  };
  const hurry = () => {
    if (source?.readyState !== EventSource.OPEN) connect();
  };
  window.addEventListener("online", hurry);
  connect();
  return () => {
    window.removeEventListener("online", hurry);
    clearTimeout(timer);
    source?.close();
  };
}

/** @param {string} conversation @param {Ears} ears @param {() => void} onReady */
function open(conversation, ears, onReady) {
  const source = new EventSource(`/api/conversations/${encodeURIComponent(conversation)}/events`);
  /** @type {Said[] | null} past events are drawn together, not one by one */
  let past = [];
  /** @param {Said} said */
  const hear = (said) => (past ? void past.push(said) : ears.onSaid(said));
  source.addEventListener("talk", () => (past = []));
  source.addEventListener("question", ({ data }) => hear({ kind: "question", event: JSON.parse(data) }));
  source.addEventListener("reply", ({ data }) => hear({ kind: "reply", event: JSON.parse(data) }));
  source.addEventListener("progress", ({ data }) => ears.onProgress(JSON.parse(data)));
  source.addEventListener("ready", ({ data }) => {
    ears.onPast(past ?? [], JSON.parse(data).running);
    past = null;
    onReady();
    ears.onConnection(true);
  });
  return source;
}
