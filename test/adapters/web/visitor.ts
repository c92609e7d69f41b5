/** One server-sent event as a client reads it. */
export interface SeenEvent {
  readonly name: string;
  readonly id: string;
  readonly data: Record<string, unknown>;
}

/** A client of the event stream without a browser. */
export interface Listening {
  readonly events: readonly SeenEvent[];
  /** Resolves with the first `count` events of a name, as soon as there are so many. */
  take(name: string, count?: number): Promise<readonly SeenEvent[]>;
  /** Everything that came over the line, comments included. */
  raw(): string;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens the events of a conversation. */
export async function listenTo(url: string, conversation: string, lastEventId?: string): Promise<Listening> {
  const abort = new AbortController();
  const headers = lastEventId === undefined ? {} : { "Last-Event-ID": lastEventId };
  const address = `${url}/api/conversations/${conversation}/events`;
  const response = await fetch(address, { headers, signal: abort.signal });
  if (response.status !== 200) throw new Error(`events answered ${response.status}`);
  const events: SeenEvent[] = [];
  let raw = "";
  let wake = Promise.withResolvers<void>();
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of response.body ?? []) {
      const text = decoder.decode(chunk, { stream: true });
      raw += text;
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      events.push(...blocks.flatMap(parse));
      wake.resolve();
      wake = Promise.withResolvers();
    }
  };
  const ended = read().catch((error: unknown) => {
    if (!abort.signal.aborted) throw error;
  });
  return {
    events,
    async take(name, count = 1) {
      for (;;) {
        const found = events.filter((event) => event.name === name);
        if (found.length >= count) return found;
        await wake.promise;
      }
    },
    raw: () => raw,
    ended,
    close: () => abort.abort(),
  };
}

function parse(block: string): SeenEvent[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
  if (field("event") === "") return [];
  return [{ name: field("event"), id: field("id"), data: JSON.parse(field("data")) }];
}

/** Sends JSON and reads JSON. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const json: { id: string; conversation: string; error: { code: string; message: string; field?: string } } =
    JSON.parse(await response.text());
  return { status: response.status, json, headers: response.headers };
}
