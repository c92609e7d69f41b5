import type { Field } from "../types/document-type.ts";
import { lengthOfValue } from "./value-length.ts";
import type { Piece, Said, Scene } from "./talk.ts";
import type { Edge, Part, Target } from "./target.ts";
import { pieceAt } from "./talk.ts";

/** A labelled piece of a message. */
export interface Labelled {
  readonly label: string;
  readonly target: Target;
  readonly value: Piece;
  readonly start: number;
}

const PARTS: readonly (readonly [Part, string])[] = [
  ["name", "名称 姓名 单位名称 字号 字号名称 企业名称 店铺名称 店名"],
  ["sex", "性别"],
  ["birth_date", "出生日期 出生年月 出生年月日 生日"],
  ["id_number", "身份证号 身份证号码 身份证 公民身份号码 证件号码 证件号 身份证件号码 有效证件及号码"],
  ["address", "住址 住所 家庭住址 现住址 户籍地址 住所地 经营场所 注册地址 地址 经营地址 住所（住址）"],
  ["phone", "电话 联系电话 联系方式 手机 手机号 手机号码 电话号码"],
  ["employer", "工作单位 单位 所在单位"],
  ["role", "职务 职业 身份 岗位 职位"],
  ["credit_code", "统一社会信用代码 社会信用代码 信用代码 营业执照号 营业执照注册号 执照号 注册号"],
  ["representative", "法定代表人 法人代表 法人 法定代表人（负责人） 单位负责人 负责人"],
  ["operator", "经营者 经营者姓名 业主"],
  ["certificate", "执法证号 执法证件号 执法证 证号 执法证编号"],
];
const EDGES: readonly (readonly [Edge, string])[] = [
  ["from", "开始时间 起始时间 检查开始时间 询问开始时间"],
  ["to", "结束时间 终止时间 检查结束时间 询问结束时间"],
];

// what people also write in front of a value
const MORE_NAMES: Readonly<Record<string, readonly string[]>> = {
  penalties: ["处罚金额", "罚款金额", "罚款数额", "处罚决定"],
  proposed_penalties: ["拟处罚款", "拟罚款", "处罚金额", "罚款金额", "罚款数额"],
  inspection_time: ["检查日期", "现场检查时间"],
  observations: ["检查发现", "现场检查情况", "检查内容", "存在问题", "检查结果"],
  measures_taken: ["处理措施", "现场处理", "现场处置"],
  photos: ["照片数量", "现场拍照", "拍摄照片"],
  recording: ["执法记录仪编号", "音像记录"],
  site_person: ["店主", "老板娘", "经理", "陪同人员"],
  case_source: ["案源"],
  decided_on: ["处罚日期"],
};

// 当事人的住址: the bot itself calls a part so when it asks for it
const OWNERS: ReadonlyMap<string, string> = new Map([
  ["当事人", "party"],
  ["现场负责人", "site_person"],
  ["被询问人", "interviewee"],
  ["收件人", "receiver"],
  ["联系人", "contact_person"],
  ["执法人员", "officers"],
]);
const OWNED = new RegExp(`(${[...OWNERS.keys()].join("|")})的(?=[^的:]+:?[*]*$)`);

// said with 是 they may well be a part of a sentence: 处罚是…, 现场情况是…
const NEVER_WITH_IS =
  /^(?:处罚|告知|回避|警告|罚款|没收|依据|根据|要求|问题|清单|物品|照片|身份|单位|职务|来源|目的|会议|负责人|老板|店长|封存|程序|理由)$/;

/** Every label that these fields answer to, longest first. */
export function labelBook(scene: Pick<Scene, "fields">): ReadonlyMap<string, Target> {
  const book = new Map<string, Target>();
  for (const [part, labels] of PARTS) {
    for (const label of labels.split(" ")) book.set(narrow(label), { kind: "part", part });
  }
  for (const [edge, labels] of EDGES) {
    for (const label of labels.split(" ")) book.set(label, { kind: "edge", edge });
  }
  const own = scene.fields.map((field) => ({
    field,
    labels: new Set([field.label.zh, ...field.aliases, ...(MORE_NAMES[field.name] ?? [])]),
  }));
  for (const { field, labels } of own) {
    for (const label of labels) {
      const target = book.get(narrow(label));
      if (target?.kind === "part" && (field.kind === "party" || /电话/.test(label))) continue;
      const others = target?.kind === "field" ? target.fields : [];
      // what a field is called by right stands before what others are also called
      const fields = label === field.label.zh ? [field, ...others] : [...others, field];
      book.set(narrow(label), { kind: "field", fields });
    }
  }
  return new Map([...book].sort(([one], [other]) => other.length - one.length));
}

const narrow = (label: string): string => label.replace(/（/g, "(").replace(/）/g, ")");

const escaped = (label: string): string =>
  [...label].map((sign) => sign.replace(/[()[\]{}.*+?^$|\\/]/, "\\$&")).join("[ \\t]?");

/** The pattern that finds these labels with their colon, tab or, at the head of a line, blank. */
export function labelPattern(book: ReadonlyMap<string, Target>): RegExp {
  const names = [...book.keys()].map(escaped).join("|");
  const said = [...book]
    .filter(([label, { kind }]) => label.length >= 2 && kind !== "unknown" && !NEVER_WITH_IS.test(label))
    .map(([label]) => escaped(label));
  const times = [...book]
    .filter(
      ([label, { kind }]) => kind !== "unknown" && label.length >= 4 && /(?:时间|日期|期限)$/.test(label),
    )
    .map(([label]) => escaped(label));
  const owned = `(?:(?:${[...OWNERS.keys()].join("|")})的)?`;
  const head = "(?:(?<=^|\\n)[ \\t>*#|【\\[-]*(?:\\(?[一二三四五六七八九十\\d]{1,2}[.、)])?[ \\t*【\\[]*)";
  const inside = "(?<=[\\s,。;、|)①-⑳])[*【\\[]?";
  return new RegExp(
    `(?:${head}|${inside})(?:` +
      `(${times.join("|")})(?=[\\d今昨前上下早晚凌中二十]|[一二三四五六七八九][点时月])|` +
      `(?<=^|\\n)[ ]*(照片|现场照片)(?=共?\\d)|` +
      `(?:是否)?${owned}(${names})(?:】[ ]?:?|[\\]】*]*(?:\\([^)\\n]{1,12}\\))?[ ]?:[*]*)|` +
      `(?<=^|[\\n\\t|])[ ]*(${names})[ ]?(?:\\t|\\|)|` +
      `(?<=^|\\n)(${names})[ ]+(?=\\S)|` +
      `(${said.join("|")})(?:是|为|(?<=地点)就?在)(?!否|什么|多少|不是)(?=[^\\s,。;])` +
      `)|(?<=^|\\n)[ \\t*#-]*([\\u4e00-\\u9fff]{2,9})[*]*:(?=[^\\n])`,
    "g",
  );
}

/** The labelled pieces of a message and the prose between them, in order. */
export function splitByLabels(
  said: Said,
  book: ReadonlyMap<string, Target>,
  pattern: RegExp,
): { readonly labelled: readonly Labelled[]; readonly prose: readonly Piece[] } {
  const marks = [...said.text.matchAll(pattern)].map((match) => {
    const label = (match.slice(1).find((label) => label !== undefined) ?? "").replace(/[ \t]/g, "");
    const isUnknown = match[7] !== undefined && !book.has(label);
    const target: Target = isUnknown
      ? { kind: "unknown" }
      : (book.get(label) ?? { kind: "unknown" as const });
    return {
      label,
      target: target.kind === "part" ? { ...target, owner: ownerIn(match[0], book) } : target,
      start: match.index,
      from: match.index + match[0].length,
      isSaid: (match[6] ?? match[1]) !== undefined,
    };
  });
  const labelled: Labelled[] = [];
  const prose: Piece[] = [];
  let done = 0;
  for (const [at, mark] of marks.entries()) {
    if (mark.start < done) continue;
    const next = marks[at + 1]?.start ?? said.text.length;
    const end = mark.from + lengthOfValue(said.text.slice(mark.from, next), mark.target, mark.isSaid);
    prose.push(pieceAt(said, done, mark.start));
    const value = pieceAt(said, mark.from, end);
    // 备注: is a label of nobody's, what stands behind it is prose
    if (mark.target.kind === "unknown") prose.push(pieceAt(said, mark.start, end));
    else labelled.push({ label: mark.label, target: mark.target, value, start: mark.start });
    done = end;
  }
  prose.push(pieceAt(said, done, said.text.length));
  return { labelled, prose: prose.filter(({ start, end }) => end > start) };
}

function ownerIn(words: string, book: ReadonlyMap<string, Target>): Field | undefined {
  const named = OWNERS.get(OWNED.exec(words.trim())?.[1] ?? "");
  const fields = [...book.values()].flatMap((target) => (target.kind === "field" ? target.fields : []));
  return named === undefined ? undefined : fields.find(({ name }) => name === named);
}
