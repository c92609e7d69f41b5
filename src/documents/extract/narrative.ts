import { clocksIn } from "../facts/clock.ts";
import { daysIn } from "../facts/day.ts";
import type { Piece, Read, Scene } from "./talk.ts";
import { hasStrangeLabel, isOnlySmallTalk, isSmallTalk } from "./small-talk.ts";
import { claim, NOTHING, pieceAt, withStop } from "./talk.ts";

/** Where free prose goes when no label says so: what was seen and what was done, never reasons or opinions. */
const NARRATIVES: readonly string[] = ["observations", "violation_facts", "brief_facts"];

/** Reasons, orders and statements are taken from free prose only by words that say what they are. */
const CUED: readonly (readonly [string, RegExp])[] = [
  [
    "preserve_reason",
    /灭失|难以(?:再)?取得|怕|防止|以免|避免|可能(?:会)?(?:被)?(?:转移|销毁|卖|售|变质|隐匿|藏|丢)|容易(?:变质|灭失|转移)|随时(?:可能|会|能)/,
  ],
  [
    "correct_what",
    /(?:责令|要求|限期|必须|应当)[^,。;\n]{0,24}(?:改正|整改|停止|拆|清|补|恢复|更换|下架|关闭|撤|安装|设置|办理|配备|公示|消除|覆盖)/,
  ],
  ["statement_made", /陈述|申辩|请求(?:从轻|减轻|免)|要求(?:从轻|减轻|免)|辩称/],
  ["closing_summary", /结案|执行完毕|履行完毕|缴清|已(?:经)?缴|全部缴|监督销毁/],
  ["reasons", /鉴于|考虑到|(?:应当?|可以|予以|依法)(?:从轻|减轻|从重|处罚|给予)|理由是/],
  ["background", /^(?:为|根据|按照|依据|鉴于|近期|近来|针对|随着|当前|今年|由于)/],
];
// 灯不亮 may be all there is to say; 安全 alone says nothing
const SHORTEST_STORY = 3;
// 柜子脏 is no fact of a violation yet
const SHORTEST_FACT = 6;

const SENTENCE_END = /(?<=[。;；!！?？\n])/;
const CLAUSE_END = /(?<=[,，])/;
// spoken without stops, a long clause is cut where a new thing begins
const RUN_CHARS = 36;
const LONG_CLAUSE_CHARS = 24;
const NEW_THING =
  /(?<!当场|现场|我们|然后|另外|接着|后来|就|说|称|表示|解释|承认)(?=(?:然后|另外|还有就是|接着|后来|当场|现场|我们)?就?(?:发现|看到|查到(?![\d一二三四五六七八九十]+[点时:])|拍了|拍照|出示了|告知了|责令|要求其|让(?:他|她|店家|老板|商家)|(?:他|她|老板|店长|负责人|当事人|司机|摊主)(?:表示|承认|说|认可|辩称|称|没|未|拒绝)|没(?:有)?(?:申请|提出)))|(?<=[\u4e00-\u9fff\d])(?=然后|接着|后来|另外)|(?<=[^\sA-Za-z])\s+(?=\S)|(?<=\S)\s+(?=[^\sA-Za-z])/;
// spoken in between, telling nothing: what is left of a run when facts are cut out of it
const SPOKEN =
  /呃|嗯|啊|哦|那个|这个|就是说?|然后|接着|后来|我们|大概|差不多|一直|一起的?|一块的?|地点是?|时间是?|地址是?|到的|去的|来的|查到|在场|当时|的话|以后|之后|今天|上午|下午|[我跟和在是的了到去也都就对于从由]/g;
const SHORTEST_RUN = 4;

const FILLER =
  /^(?:\/\S+|请问|@\S+|你好|您好|在吗|谢谢|麻烦(?:你|了)?|辛苦了?|好的?|嗯+|帮忙?(?:我|写|弄|做|起草|拟)|给我(?:写|起草|做)|请(?:你)?(?:帮|写|起草|生成)|写(?:一)?(?:份|个|张)|开始|记一下|整理一下|补充(?:一下)?|情况如下|就这些|就这样|没了|先这样|基本情况|案情如下|收到|ok|OK)|写错|说错|搞错|打错|更正|\t/;
const ASKS_FOR_DOCUMENT =
  /(?:帮|写|起草|生成|做|出|弄|拟).{0,8}(?:笔录|告知书|决定书|通知书|审批表|报告|回证|通知|纪要|函)|^(?:现场检查笔录|询问笔录|立案审批表)$/;
const MEASURE =
  /责令|下架|查封|扣押|登记保存|封存|暂扣|停止(?:销售|使用|经营|施工|生产)|要求(?:其|他|她|当事人|店家|商家)|让(?:他|她|其|店家|老板|商家|当事人)|清理|撤(?:下|掉)|召回|整改|现场销毁|劝离|带回/;
const OPINION =
  /^(?:.{0,8}?)(?:认可|认账|承认|认了?$|不认|无异议|没有?异议|有异议|没意见|无意见|表示|辩称|解释(?:说|称)?|自称|称|说(?!明)|同意|知道|答应|态度|愿意|配合)/;

/** Where a typed fact was read. */
type Mark = { readonly fact: { readonly kind: string }; readonly start: number; readonly end: number };

interface Clause extends Piece {
  readonly text: string;
}

/** The prose of a piece as it was said, clause by clause, for the fields that hold prose. */
export function readProse(piece: Piece, scene: Scene, claims: readonly Mark[]): Read {
  const { text } = piece.said.message;
  if (isOnlySmallTalk(text) || lengthOf(text) < SHORTEST_STORY) return NOTHING;
  const target = NARRATIVES.find((name) => scene.byName.get(name)?.kind === "prose");
  const clauses = clausesOf(piece, claims).filter((clause) => isTold(clause, claims, scene));
  const groups: { name: string; clauses: Clause[] }[] = [];
  for (const clause of clauses) {
    const name = fieldOf(clause, scene, target);
    const last = groups.at(-1);
    if (name === null) continue;
    if (last?.name === name && isNext(last.clauses.at(-1), clause)) last.clauses.push(clause);
    else groups.push({ name, clauses: [clause] });
  }
  return {
    claims: groups.flatMap(({ name, clauses }) => {
      const [first, last] = [clauses[0], clauses.at(-1)];
      if (first === undefined || last === undefined) return [];
      const whole = withStop(pieceAt(piece.said, first.start, last.end));
      const words = piece.said.message.text
        .slice(whole.start, whole.end)
        .replace(/[，,、；;\s]+$/, "")
        .trim();
      const isThin = name === "violation_facts" && lengthOf(words) < SHORTEST_FACT;
      return words === "" || isThin ? [] : [claim(name, "prose", words, whole, "cue")];
    }),
    rejected: [],
  };
}

const isNext = (before: Clause | undefined, clause: Clause): boolean =>
  before !== undefined && /^[\s,，。;；、]*$/.test(clause.said.message.text.slice(before.end, clause.start));

function clausesOf(piece: Piece, claims: readonly Mark[]): Clause[] {
  const words = piece.said.message.text.slice(piece.start, piece.end);
  let at = piece.start;
  return words
    .split(SENTENCE_END)
    .flatMap((sentence) => sentence.split(CLAUSE_END))
    .flatMap((clause) => (clause.length > LONG_CLAUSE_CHARS ? clause.split(NEW_THING) : [clause]))
    .map((text) => {
      const start = piece.said.message.text.indexOf(text, at);
      at = start + text.length;
      return { said: piece.said, start, end: at, text };
    })
    .flatMap((clause) => (clause.text.length > RUN_CHARS ? cutAtFacts(clause, claims) : [clause]))
    .filter(({ text }) => /[\u4e00-\u9fff\dA-Za-z]/.test(text));
}

/** A clause without stops is cut where typed facts begin and end. */
function cutAtFacts(clause: Clause, claims: readonly Mark[]): Clause[] {
  const typed = claims.filter(({ fact }) => !PROSE_KINDS.has(fact.kind));
  const cuts = typed
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => at > clause.start && at < clause.end);
  const edges = [...new Set([clause.start, ...cuts, clause.end])].sort((one, other) => one - other);
  const runs = edges.slice(0, -1).map((start, at) => {
    const end = edges[at + 1] ?? clause.end;
    return { said: clause.said, start, end, text: clause.said.message.text.slice(start, end) };
  });
  return runs.filter(({ text }) => lengthOf(text.replace(SPOKEN, "")) >= SHORTEST_RUN);
}

const lengthOf = (words: string): number => words.match(/[\u4e00-\u9fff]/g)?.length ?? 0;

/** The line that a clause stands in. */
function lineOf({ said, start, end }: Clause): string {
  const { text } = said.message;
  const stop = text.indexOf("\n", end);
  return text.slice(text.lastIndexOf("\n", start) + 1, stop < 0 ? text.length : stop);
}

const PROSE_KINDS = new Set(["goods", "prose"]);
const REST_CHARS = 5;
const SHORTEST_REST = 2;

// a conclusion is also a level of discretion, and belongs to its reasons
const LEADS_TO = /(?:应当?|可以|予以|依法)(?:从轻|减轻|从重)/;

/** Whether a clause tells something beside what typed facts were read from it; filler never does. */
function isTold(clause: Clause, claims: readonly Mark[], scene: Scene): boolean {
  const text = clause.text.replace(/^[\s①-⑳\d.、)）-]+/, "").trim();
  if (
    /^(?:全程)?(?:在场|陪同|在现场)$/.test(text.replace(/[，,。\s]+$/, "")) ||
    FILLER.test(text) ||
    isSmallTalk(text) ||
    hasStrangeLabel(lineOf(clause)) ||
    ASKS_FOR_DOCUMENT.test(text)
  )
    return false;
  if (scene.byName.has("reasons") && LEADS_TO.test(text)) return true;
  const times = [...daysIn(clause.text, scene.today), ...clocksIn(clause.text)].map(({ start, end }) => {
    return { start: clause.start + start, end: clause.start + end };
  });
  const typed = [
    ...claims.filter(({ fact }) => !PROSE_KINDS.has(fact.kind) || fact.kind === "text"),
    ...times,
  ];
  const covered = new Set<number>();
  for (const { start, end } of typed) {
    for (let at = Math.max(start, clause.start); at < Math.min(end, clause.end); at += 1) covered.add(at);
  }
  const rest = [...clause.text].filter(
    (sign, at) => /[\u4e00-\u9fff\dA-Za-z]/.test(sign) && !covered.has(clause.start + at),
  );
  if (covered.size === 0) return rest.length >= 2;
  const told = lengthOf(rest.join("").replace(SPOKEN, ""));
  return rest.length > REST_CHARS && rest.length > covered.size / 2 && told >= SHORTEST_REST;
}

function fieldOf({ text: words }: Clause, scene: Scene, target: string | undefined): string | null {
  const text = words.replace(/^[\s,，、]+|[\s,，。;；、]+$/g, "");
  const has = (name: string): boolean => scene.byName.get(name)?.kind === "prose";
  if (has("party_opinion") && OPINION.test(text) && !/发现|批号|公斤|[盒瓶袋箱]/.test(text))
    return "party_opinion";
  if (has("measures_taken") && MEASURE.test(text)) return "measures_taken";
  return CUED.find(([name, cue]) => has(name) && cue.test(text))?.[0] ?? target ?? null;
}
