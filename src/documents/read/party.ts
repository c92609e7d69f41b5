import { isUnitName } from "../extract/places.ts";
import { daysIn } from "../../statutes/text/dates.ts";
import { behind, type FinishedText } from "./finished-text.ts";
import type { FoundFacts } from "./found-facts.ts";

const NAMES = [
  "当事人名称",
  "当事人姓名",
  "当事人",
  "被处罚人姓名",
  "被处罚人",
  "被处罚单位",
  "被检查单位",
  "被检查人",
  "违法嫌疑人",
  "违法行为人",
  "单位名称",
  "字号名称",
  "字号",
  "名称",
  "姓名",
];
const ID = /(?<!\d)(\d{17}[\dXx]|\d{15})(?![\dXx])/;
const CODE = /(?<![A-Za-z\d])([0-9A-Z]{18})(?![A-Za-z\d])/;
const ADDRESS = /(?:住所地?|住址|现住|家住|地址|住)(?:为|在|于)?[:：]?\s*([^，,。；;]{4,60})/;
const MOBILE = /(?<!\d)(1[3-9]\d{9})(?!\d)/;

/** The party of a document: from its labels, and from the words behind the name: 张三，男，住…. */
export function readParty(read: FinishedText, facts: FoundFacts): void {
  const line = behind(read, ...NAMES);
  if (line === undefined) return;
  const [name = "", ...rest] = line.split(/[，,；;]|[（(](?=住|身份证|统一)/);
  const more = rest.join("，");
  const plain = name.replace(/[（(](?:以下|下)?简称.*$/, "").trim();
  if (plain === "" || plain.length > 50 || /^[:：\s_]*$/.test(plain)) return;
  const operator =
    behind(read, "经营者姓名", "经营者") ?? /经营者[:：]?\s*([^，,。；;、]{2,8})/.exec(more)?.[1];
  const head =
    behind(read, "法定代表人", "法定代表人负责人", "法定代表人/负责人", "主要负责人", "负责人") ??
    /(?:法定代表人|负责人)[:：]?\s*([^，,。；;、]{2,8})/.exec(more)?.[1];
  const code = CODE.exec(
    (
      behind(
        read,
        "统一社会信用代码",
        "统一社会信用代码注册号",
        "统一社会信用代码/注册号",
        "社会信用代码",
        "信用代码",
      ) ?? more
    ).replace(/[\s-]/g, ""),
  )?.[1];
  const isUnit = isUnitName(plain) || head !== undefined;
  const kind =
    operator !== undefined || code?.startsWith("92") ? "sole_trader" : isUnit || code ? "unit" : "person";
  const id = ID.exec(behind(read, ...ID_LABELS) ?? more)?.[1]?.toUpperCase();
  const isCode = id !== undefined && id === code;
  facts.add(
    "party",
    "party",
    pruned({
      kind,
      name: plain,
      sex:
        /^[男女]$/.exec(behind(read, "性别") ?? "")?.[0] ??
        /(?:^|[，,])\s*(男|女)(?=[，,]|$)/.exec(more)?.[1],
      birth_date: daysIn(behind(read, "出生日期", "出生年月") ?? /[^，,]*出生/.exec(more)?.[0] ?? "")[0],
      id_number: isCode ? undefined : id,
      credit_code: kind === "person" ? undefined : code,
      address: behind(read, ...PLACES) ?? ADDRESS.exec(more)?.[1],
      phone: MOBILE.exec(behind(read, "联系电话", "联系方式", "电话") ?? more)?.[1],
      operator: kind === "sole_trader" ? personName(operator) : undefined,
      representative: kind === "unit" ? personName(head) : undefined,
    }),
    line,
  );
}

/** Labels before an identity number. */
export const ID_LABELS = [
  "居民身份证号码",
  "身份证件号码",
  "身份证号码",
  "身份证号",
  "公民身份号码",
  "证件号码",
];
const PLACES = ["住所住址", "住所地", "住所", "经营场所", "住址", "家庭住址", "现住址", "地址"];

/** The name at the beginning of some words: 丙（店长） is 丙. */
export const personName = (words: string | undefined): string | undefined =>
  /^[\u4e00-\u9fff·]{2,10}/.exec((words ?? "").trim())?.[0];

/** Without what was not found. */
export const pruned = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== ""));
