import { numbersIn } from "../facts/identifiers.ts";
import { readNumber } from "../facts/numerals.ts";
import type { Field } from "../types/document-type.ts";
import { claim, textOf, within } from "./talk.ts";
import type { Claim, Piece, Read, Scene } from "./talk.ts";

/** Words that are a fact of their own wherever they stand; the first group is the value. */
const SAYINGS: readonly (readonly [string, RegExp])[] = [
  ["case_cause", /(涉嫌[^,。;\n“”"]{2,40}?(?:一?案))(?!件)/],
  [
    "case_source",
    /((?:日常|现场|专项|联合|监督|例行|飞行)?(?:检查|巡查|抽查|抽检|巡逻)(?:中|时)?发现|(?:群众|市民|居民|邻居|消费者|匿名)?(?:投诉|举报|反映)(?:线索)?|12345[^,。;\n]{0,8}(?:转办|工单|热线|投诉|派单)|(?:上级|市局|区局|省局)?(?:交办|转办|移交|移送)|双随机[^,。;\n]{0,6}(?:抽查|检查)?|接(?:到)?报警|110[^,。;\n]{0,4}指令)/,
  ],
  ["interviewee_relation", /与(?:本)?案(?:件)?(?:的)?关系(?:是|为|:)?\s*([^,。;\n]{2,20})/],
  ["receiver_relation", /(?:系|是)(?:受送达人|当事人)的?([\u4e00-\u9fff]{2,10})/],
  ["preserve_place", /(?:存放|保存|封存|扣押|暂存|放)(?:在|于|到)\s*([^,。;\n]{2,30}?)(?=[,。;\n]|$)/],
  [
    "correct_check",
    /(?:改正|整改|期满|到期)[^,。;\n]{0,8}?((?:派人|我们|我局|届时)?(?:派人|组织|现场|届时)?[^,。;\n]{0,8}(?:复查|验收|回访|复检)[^,。;\n]{0,10})/,
  ],
  [
    "subject",
    /关于([^。;\n《》]{2,40}?)的(?:通知|报告|请示|函|复函|批复|通报|意见)(?![\u4e00-\u9fff]{0,2}要求)/,
  ],
];

/** Clauses that are a fact as a whole. */
const CLAUSES: readonly (readonly [string, RegExp])[] = [
  [
    "signature_refused",
    /拒绝(?:在[^,。;\n]{0,10})?签(?:字|名)|拒签|不(?:肯|愿意?|同意)签(?:字|名)|没有?签(?:字|名)/,
  ],
  ["recording", /执法记录仪|录音录像|全程(?:录音|录像)|(?:录了?|拍了?)[^,。;\n]{0,6}(?:视频|录像|录音)/],
  ["refusal", /拒收|拒绝(?:签收|接收)|不(?:肯|愿意?)(?:签收|收)/],
];

const METHODS: readonly (readonly [string, RegExp])[] = [
  ["留置送达", /留置/],
  ["公告送达", /公告送达|登报|公告(?:方式)/],
  ["邮寄送达", /邮寄|EMS|ems|快递|挂号信|寄(?:送|给|到|了)/],
  ["电子送达", /电子(?:送达|邮件|邮箱)|短信送达|微信送达|传真/],
  ["直接送达", /直接(?:送达|送|交)|当面(?:送|交|签)|当场(?:送达|交付|交给|签收)|本人签收|上门(?:送|交)/],
];
const LEVELS: readonly (readonly [string, RegExp])[] = [
  ["不予", /不予(?:行政)?处罚/],
  ["减轻", /减轻(?:行政)?处罚/],
  ["从轻", /从轻(?:行政)?处罚|从轻/],
  ["从重", /从重(?:行政)?处罚|从重/],
  ["一般", /一般(?:行政)?处罚|一般档/],
];
const PROCEDURES: readonly (readonly [string, RegExp])[] = [
  ["police_spot", /治安[^,。;\n]{0,6}当场处罚/],
  ["spot", /简易程序|当场(?:作出)?(?:行政)?处罚/],
  ["ordinary", /普通程序|一般程序/],
];
const CHOICES: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  service_method: METHODS,
  discretion_level: LEVELS,
  procedure: PROCEDURES,
};

/** Short texts and choices of a piece: cause, source, way of service, refusals, numbers of documents. */
export function readTexts(piece: Piece, scene: Scene): Read {
  const text = textOf(piece);
  const has = (name: string): boolean => scene.byName.has(name);
  const sayings = SAYINGS.filter(([name]) => has(name)).flatMap(([name, form]) =>
    saying(piece, text, name, form),
  );
  const clauses = CLAUSES.filter(([name]) => has(name)).flatMap(([name, form]) =>
    clause(piece, text, name, form),
  );
  const choices = scene.fields
    .filter(({ kind }) => kind === "choice")
    .flatMap((field) => choiceIn(piece, text, field, "cue"));
  return {
    claims: [
      ...sayings,
      ...clauses,
      ...choices,
      ...counts(piece, text, scene),
      ...documentNumbers(piece, scene),
    ],
    rejected: [],
  };
}

const original = ({ said, start }: Piece, from: number, to: number): string =>
  said.message.text.slice(start + from, start + to).trim();

function saying(piece: Piece, text: string, name: string, form: RegExp): Claim[] {
  const match = form.exec(text);
  const words = match?.[1];
  if (match === null || words === undefined) return [];
  const from = match.index + match[0].indexOf(words);
  const ground = name === "case_source" ? "likely" : "cue";
  return [
    claim(
      name,
      "text",
      original(piece, from, from + words.length),
      within(piece, from, from + words.length),
      ground,
    ),
  ];
}

function clause(piece: Piece, text: string, name: string, form: RegExp): Claim[] {
  const match = form.exec(text);
  if (match === null) return [];
  const from = match.index - (/[^,。;\n\s]*$/.exec(text.slice(0, match.index))?.[0].length ?? 0);
  const to =
    match.index +
    match[0].length +
    (/^[^,。;\n\s]*/.exec(text.slice(match.index + match[0].length))?.[0].length ?? 0);
  return [claim(name, "text", original(piece, from, to), within(piece, from, to), "likely")];
}

/** The choice that words of a text say: a value itself, what it is called, or a known saying. */
export function choiceIn(piece: Piece, text: string, field: Field, ground: Claim["ground"]): Claim[] {
  const known = (CHOICES[field.name] ?? []).filter(([value]) => field.choices.includes(value));
  // 初次违法且…及时改正 holds the words of another choice
  const sayings = field.choices
    .flatMap((value) => {
      const isWord = value.length >= 3 && /[\u4e00-\u9fff]/.test(value);
      const words = field.choice_words[value]?.zh ?? value;
      return [...new Set([words, ...(isWord ? [value] : [])])].map((said) => ({ value, said }));
    })
    .toSorted((one, other) => other.said.length - one.said.length);
  const own = sayings.find(({ said }) => text.includes(said));
  if (own !== undefined) {
    const from = text.indexOf(own.said);
    return [claim(field.name, "choice", own.value, within(piece, from, from + own.said.length), ground)];
  }
  for (const [value, form] of known) {
    const match = form.exec(text);
    if (match !== null)
      return [
        claim(field.name, "choice", value, within(piece, match.index, match.index + match[0].length), ground),
      ];
  }
  return [];
}

function counts(piece: Piece, text: string, scene: Scene): Claim[] {
  const match = /第([一二三四五六七八九十\d]{1,2})次(?:询问|谈话|笔录|问话)/.exec(text);
  const count = match === null ? null : readNumber(match[1] ?? "");
  if (match === null || count === null || !scene.byName.has("interview_count")) return [];
  return [
    claim("interview_count", "number", count, within(piece, match.index, match.index + match[0].length)),
  ];
}

const NUMBER_FIELDS: readonly (readonly [string, RegExp])[] = [
  ["notice_number", /罚告|告知|听告/],
  ["decision_number", /罚决|处罚决定|罚字|当罚|简罚|不罚|不予/],
  ["case_number", /立案?(?:字)?〔|立字|案号|立案/],
];

function documentNumbers(piece: Piece, scene: Scene): Claim[] {
  const text = textOf(piece);
  return numbersIn(text).flatMap(({ kind, start, end, value }): Claim[] => {
    if (kind !== "document" || value === null) return [];
    const near = text.slice(Math.max(0, start - 10), end);
    const field = NUMBER_FIELDS.find(([name, form]) => scene.byName.has(name) && form.test(near))?.[0];
    return field === undefined ? [] : [claim(field, "text", value, within(piece, start, end))];
  });
}
