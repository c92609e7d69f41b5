import { z } from "zod";
import type { Role } from "../../src/core/principal.ts";
import type { Progress, Turn } from "../../src/core/turn.ts";
import type { AgentOptions, AgentPack, Alert, Endpoint, Refusal } from "../../src/agent/options.ts";
import { type AgentRunner, createAgentRunner } from "../../src/agent/runner.ts";
import type { Passage } from "../../src/knowledge/passage.ts";
import { defineTool, type Tool, type ToolResult } from "../../src/tools/define.ts";
import { languageOf } from "../../src/core/language.ts";
import { message } from "../samples.ts";

/** A passage of a card or a law; only what matters to a test need be given. */
export const passage = (more: Partial<Passage> = {}): Passage => ({
  id: `${more.articleId ?? "birth"}#${more.order ?? 0}`,
  articleId: "birth",
  collection: "desk",
  title: "出生医学证明首次签发",
  path: [],
  text: "",
  order: 0,
  source: "《中华人民共和国母婴保健法》第二十三条",
  region: "全国",
  language: "zh",
  checkedOn: "2026-11-23",
  local: [],
  ...more,
});

const section = (heading: string, text: string, order: number): Passage =>
  passage({ path: [heading], text, order, local: ["办理地点", "窗口时间", "加急费用"] });

/** The card that most tests ask about. */
export const BIRTH_CARD: readonly Passage[] = [
  section("结论", "由接生的医院签发，一般出院前后就能办。", 0),
  section("材料", "1. 父母双方有效身份证件原件\n2. 首次签发登记表（医院现场填）", 1),
  section("步骤", "1. 先把名字定下来\n2. 到医院填表", 2),
  section("渠道", "出生医院的出生证窗口。", 3),
  section("时限", "当场办结，最长 5 个工作日。", 4),
  section("费用", "首次签发不收费。", 5),
];

/** What the search tool finds, by default the birth card. */
export const FOUND: ToolResult = resultOf(BIRTH_CARD);

/** Passages as the search tool hands them over: numbered and fenced, with a citation each. */
export function resultOf(passages: readonly Passage[]): ToolResult {
  const blocks = passages.map(
    ({ title, path, text }, at) => `[${at + 1}] ${[title, ...path].join(" › ")}\n${text}`,
  );
  const citations = passages.map(({ title, source, article, region, checkedOn }) => ({
    title,
    source,
    region,
    ...(article === undefined ? {} : { article }),
    ...(checkedOn === undefined ? {} : { checkedOn }),
  }));
  return { text: ["<<<资料", ...blocks, "资料>>>"].join("\n"), citations, passages, isAnswerable: true };
}

/** A search tool that finds this, and remembers what it was asked. */
export function searchTool(
  result: ToolResult | (() => Promise<ToolResult>) = FOUND,
  roles: readonly Role[] = ["citizen"],
) {
  const queries: string[] = [];
  const tool = defineTool({
    name: "search_knowledge",
    description: "Looks up how things are done.",
    roles,
    input: z.object({ question: z.string().min(1).describe("what to look up") }),
    async run({ question }) {
      queries.push(question);
      return typeof result === "function" ? result() : result;
    },
  });
  return { tool, queries };
}

export const PACK: AgentPack = {
  id: "desk",
  name: { zh: "政务服务窗口", en: "Citizen services" },
  guide: "说话像窗口的老办事员：短、准、不绕。",
  tools: ["search_knowledge"],
  contacts: [
    { name: { zh: "政务服务便民热线", en: "Government service hotline" }, number: "12345", for: [] },
    { name: { zh: "纳税服务热线", en: "Tax hotline" }, number: "12366", for: ["税", "tax"] },
  ],
};

/** An endpoint at this address, of the kind that understands DeepSeek's own fields. */
export const endpointAt = (url: string, more: Partial<Endpoint> = {}): Endpoint => ({
  name: "deepseek",
  kind: "deepseek",
  baseUrl: url,
  apiKey: "test-key",
  model: "deepseek-flash",
  ...more,
});

/** A runner with ears: what it told the operator and the audit. */
export interface Stage {
  readonly runner: AgentRunner;
  readonly alerts: readonly Alert[];
  readonly refusals: readonly Refusal[];
  readonly log: readonly string[];
}

/** A runner for the test pack; failures are not retried unless a test says so. */
export function stage(
  options: Partial<AgentOptions> & { readonly pack?: AgentPack; readonly tool?: Tool } = {},
): Stage {
  const alerts: Alert[] = [];
  const refusals: Refusal[] = [];
  const log: string[] = [];
  const { pack = PACK, tool = searchTool().tool, limits, ...rest } = options;
  const runner = createAgentRunner({
    packs: new Map([[pack.id, pack]]),
    tools: [tool],
    endpoints: [],
    limits: { retries: 0, ...limits },
    onAlert: (alert) => alerts.push(alert),
    onRefusal: (refusal) => refusals.push(refusal),
    log: (event, detail) => log.push(`${event} ${JSON.stringify(detail)}`),
    ...rest,
  });
  return { runner, alerts, refusals, log };
}

/** A turn with these words; `seen` collects what was shown before the reply was whole. */
export function turnOf(text: string, more: Partial<Turn> & { readonly roles?: readonly Role[] } = {}) {
  const seen: Progress[] = [];
  const { roles = ["citizen"], ...changes } = more;
  const turn: Turn = {
    message: message(text),
    text,
    language: languageOf(text),
    today: "2026-11-23",
    principal: {
      platform: "test",
      account: "bot",
      userId: "u1",
      roomId: "r1",
      isDirect: true,
      isExternal: false,
      roles,
      effectiveRoles: roles,
      roomPacks: [],
    },
    agent: "desk",
    history: [],
    known: {},
    signal: new AbortController().signal,
    progress: (event) => void seen.push(event),
    ...changes,
  };
  const shown = (): string => seen.map((event) => (event.type === "text" ? event.delta : "")).join("");
  return { turn, seen, shown };
}
