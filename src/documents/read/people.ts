import type { Officer } from "../facts/kinds.ts";
import { behind, type FinishedText } from "./finished-text.ts";
import type { FoundFacts } from "./found-facts.ts";
import { ID_LABELS, personName, pruned } from "./party.ts";

const ONE =
  /([\u4e00-\u9fff·]{2,6}?)\s*(?:[（(]\s*)?(?:(?:行政)?执法证件?号?码?|证件号码?|证号|编号|警号)?\s*[:：为]?\s*([A-Za-z]{0,4}[\dA-Za-z-]{4,20})(?:号)?\s*[)）]?/g;
const NAME_ONLY = /^[\u4e00-\u9fff·]{2,6}$/;
const NOT_A_NAME = /执法|证号|证件|编号|号码|人员|签名|日期|年|月/;
const INLINE =
  /执法人员\s*([\u4e00-\u9fff·]{2,6}\s*[（(][^）)]{4,30}[）)]\s*[、和及]\s*[\u4e00-\u9fff·]{2,6}\s*[（(][^）)]{4,30}[）)])/;

/** Officers with their certificates out of one line: 张三（12030117）、李四（12030142）. */
export function officersIn(words: string, certificates = ""): readonly Officer[] {
  const found: Officer[] = [];
  const rest = words.replace(ONE, (_whole, name: string, certificate: string) => {
    if (!NOT_A_NAME.test(name) && /\d{3}/.test(certificate)) found.push({ name, certificate });
    return "、";
  });
  const bare = rest
    .split(/[、，,；;\s和及]+/)
    .map((each) => each.replace(/[（(].*$/, "").trim())
    .filter((each) => NAME_ONLY.test(each) && !NOT_A_NAME.test(each));
  const numbers = found.length === 0 ? (certificates.match(/[A-Za-z\d-]{5,20}/g) ?? []) : [];
  const named = bare.map((name, at): Officer => {
    const certificate = numbers[at];
    return certificate === undefined ? { name } : { name, certificate };
  });
  return [...found, ...named];
}

/** Who acted: officers, recorder, the person asked, witness, host, reviewer, receiver. */
export function readPeople(read: FinishedText, facts: FoundFacts, type: string | undefined): void {
  const numbers = read.labelled
    .filter(({ label }) => /^(?:执法证|证号|警号)/.test(label))
    .map(({ words }) => words)
    .join("、");
  const line =
    behind(
      read,
      "执法人员",
      "检查人员",
      "检查人",
      "办案民警",
      "办案人员",
      "承办人员",
      "承办人",
      "调查人员",
      "询问人",
    ) ?? INLINE.exec(read.text)?.[1];
  const inspected = behind(read, "询问人");
  const team = line === undefined ? [] : officersIn(line, numbers);
  const asked = inspected === undefined || inspected === line ? [] : officersIn(inspected, numbers);
  const officers = unique([...team, ...asked, ...recorderOf(read, facts, type)]);
  // one name alone may be a line that was not understood, except in a record where the line has nothing else
  const isWhole = line !== undefined && line.replace(/[（(][^）)]*[）)]|[\dA-Za-z:：\s-]/g, "").length <= 8;
  const isRecord = type === "inspection-record" || type === "interview-record";
  if (officers.length > 1 || (officers.length === 1 && isWhole && isRecord)) {
    facts.add("officers", "officers", officers, line ?? "");
  }
  single(read, facts, "interviewee", "被询问人");
  single(read, facts, "witness", "见证人");
  single(read, facts, "hearing_host", "听证主持人");
  single(read, facts, "reviewer", "法制审核人员", "审核人员", "审核人");
  single(read, facts, "site_person", "现场负责人");
  single(read, facts, "receiver", "签收人", "收件人", "代收人");
  single(read, facts, "preserve_approver", "批准人");
  single(read, facts, "signer", "签发人");
  single(read, facts, "contact_person", "联系人");
}

function recorderOf(read: FinishedText, facts: FoundFacts, type: string | undefined): readonly Officer[] {
  const words = behind(read, "记录人");
  const [recorder] = words === undefined ? [] : officersIn(words);
  if (!recorder) return [];
  facts.add("recorder", "person", { name: recorder.name }, words ?? "");
  return type === "interview-record" ? [recorder] : [];
}

const unique = (officers: readonly Officer[]): readonly Officer[] =>
  officers.filter(
    ({ name, certificate }, at) =>
      !officers.some(
        (other, place) =>
          other.name === name &&
          (place < at ? true : place > at && certificate === undefined && other.certificate !== undefined),
      ),
  );

function single(read: FinishedText, facts: FoundFacts, field: string, ...labels: readonly string[]): void {
  const words = behind(read, ...labels);
  const name = personName(words);
  if (words === undefined || name === undefined || NOT_A_NAME.test(name)) return;
  // in a record of an interview the labels below the name are that person's
  const own = field === "interviewee" ? `${words} ${behind(read, ...ID_LABELS) ?? ""}` : words;
  const id = /(?<!\d)(\d{17}[\dXx])(?!\d)/.exec(own)?.[1]?.toUpperCase();
  const sex = field === "interviewee" ? /^[男女]/.exec(behind(read, "性别") ?? "")?.[0] : undefined;
  facts.add(field, "person", pruned({ name, id_number: id, sex }), words);
}
