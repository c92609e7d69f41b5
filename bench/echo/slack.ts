import { createHmac } from "node:crypto";
import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";

/** The secrets of a workspace that exists only in these benchmarks. */
export const SIGNING_SECRET = "bench-signing-secret-0123456789";
export const BOT_TOKEN = "xoxb-bench";

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** An app_mention event of about half a kilobyte, as Slack delivers it. */
export function mention(index: number): string {
  const ts = `1790000000.${String(index).padStart(6, "0")}`;
  return JSON.stringify({
    token: "bench",
    team_id: "T1",
    api_app_id: "A1",
    event: {
      type: "app_mention",
      user: `U${index % 50}`,
      text: `<@UBOT> 孩子的出生医学证明怎么办 ${index}`,
      ts,
      channel: "C1",
      event_ts: ts,
      team: "T1",
      blocks: [{ type: "rich_text", block_id: "b", elements: [] }],
    },
    type: "event_callback",
    event_id: `Ev${index}`,
    event_time: 1_790_000_000,
    authorizations: [{ enterprise_id: null, team_id: "T1", user_id: "UBOT", is_bot: true }],
  });
}

const sign = (body: string, seconds: number): string =>
  `v0=${createHmac("sha256", SIGNING_SECRET).update(`v0:${seconds}:${body}`).digest("hex")}`;

/** Delivers one event; resolves with the status of the acknowledgement. */
export function deliver(port: number, body: string): Promise<number> {
  const seconds = Math.floor(Date.now() / 1_000);
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "x-slack-request-timestamp": String(seconds),
    "x-slack-signature": sign(body, seconds),
  };
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path: "/slack/events", method: "POST", headers, agent };
    const outgoing = request(options, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

/** Slack's Web API, as far as an echo needs it; `onPost` hears the text of every chat.postMessage. */
export async function startSlackApi(
  onPost: (text: string) => void,
): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing, onPost));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/api/`, server };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  onPost: (text: string) => void,
): Promise<void> {
  let body = "";
  for await (const chunk of incoming) body += String(chunk);
  const method = (incoming.url ?? "").split("/").at(-1);
  if (method === "chat.postMessage") onPost(textOf(body, incoming.headers["content-type"] ?? ""));
  outgoing.setHeader("content-type", "application/json");
  outgoing.end(JSON.stringify(ANSWERS[method ?? ""] ?? { ok: true }));
}

const USER = { id: "U1", name: "u", real_name: "u", profile: { display_name: "u", real_name: "u" } };
const ANSWERS: Readonly<Record<string, object>> = {
  "auth.test": { ok: true, user_id: "UBOT", bot_id: "BBOT", team_id: "T1", user: "bot", team: "t" },
  "users.info": { ok: true, user: USER },
  "chat.postMessage": {
    ok: true,
    ts: "1790000001.000001",
    channel: "C1",
    message: { ts: "1790000001.000001" },
  },
};

function textOf(body: string, type: string): string {
  if (!type.includes("json")) return new URLSearchParams(body).get("text") ?? body;
  const json: { text?: string; markdown_text?: string } = JSON.parse(body);
  return json.text ?? json.markdown_text ?? body;
}
