import { readMoment, readSpan } from "../facts/span.ts";
import { daysIn } from "../../statutes/text/dates.ts";
import { behind, type FinishedText } from "./finished-text.ts";
import type { FoundFacts } from "./found-facts.ts";
import { officersIn } from "./people.ts";

// finished texts name their days; nothing is counted from today
const NO_TODAY = "2000-01-01";

/** Times and places of a record. */
export function readTimes(read: FinishedText, facts: FoundFacts, type: string | undefined): void {
  const isInterview = type === "interview-record";
  const labels = isInterview
    ? ["询问时间", "起止时间", "时间"]
    : ["检查时间", "勘验时间", "起止时间", "时间"];
  const words = behind(read, ...labels);
  const field = isInterview ? "interview_time" : type === "inspection-record" ? "inspection_time" : null;
  const isMeeting = type === "meeting-minutes";
  const time = isMeeting ? behind(read, "会议时间", "时间") : words;
  const name = isMeeting ? "meeting_time" : field;
  if (time !== undefined && name !== null) facts.add(name, "span", spanIn(time), time);
  const place = behind(read, isInterview ? "询问地点" : "检查地点", "检查场所", "会议地点", "地点");
  const placed = isMeeting ? "meeting_place" : isInterview ? "interview_place" : "inspection_place";
  if (place !== undefined && (name !== null || isMeeting)) facts.add(placed, "text", place, place);
  for (const [moment, label] of [
    ["summoned_at", "到案时间"],
    ["released_at", "离开时间"],
  ] as const) {
    const said = behind(read, label);
    if (said !== undefined) facts.add(moment, "moment", readMoment(said, NO_TODAY).value, said);
  }
}

/** 2026年9月2日10时20分至10时55分, also with the day told twice or seconds left out. */
function spanIn(words: string): unknown {
  const plain = words
    .replace(/[（(].*$/, "")
    .replace(/\s+/g, " ")
    .trim();
  const written = writtenSpan(plain);
  if (written !== null) return written;
  const read = readSpan(plain, NO_TODAY);
  return read.value ?? undefined;
}

const CLOCK =
  /(?:(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*)?(?<![\d午晚])([01]?\d|2[0-3])\s*(?:时|点|[:：])\s*([0-5]?\d)?\s*分?/g;

/** Two times in digits, kept as they stand even where the end comes before the start. */
function writtenSpan(words: string): { from: string; to: string } | null {
  const found = [...words.matchAll(CLOCK)];
  const [first, second] = found;
  if (!first || !second || found.length > 2 || /下午|晚|夜|次日/.test(words)) return null;
  const day = (match: RegExpExecArray): string | undefined =>
    match[1] === undefined ? undefined : `${match[1]}年${match[2] ?? ""}月${match[3] ?? ""}日`;
  const from = daysIn(day(first) ?? words)[0];
  const to = daysIn(day(second) ?? day(first) ?? words)[0];
  const two = (digits = "0"): string => digits.padStart(2, "0");
  if (from === undefined || to === undefined) return null;
  return {
    from: `${from}T${two(first[4])}:${two(first[5])}`,
    to: `${to}T${two(second[4])}:${two(second[5])}`,
  };
}

const METHODS = ["直接送达", "留置送达", "邮寄送达", "电子送达", "公告送达"];
const REFERENCE =
  /《?([\u4e00-\u9fff]{4,30}(?:决定书|通知书|告知书|回证|清单))》?\s*(?:[（(，,]?\s*([\u4e00-\u9fff]{2,12}[〔[（(]\s*\d{4}\s*[〕\])）]\s*(?:第)?\s*\d+\s*号))?/g;

/** A receipt: what was served, to whom, how, when, by whom. */
export function readReceipt(read: FinishedText, facts: FoundFacts): void {
  const listed = behind(read, "送达文书名称及文号", "送达文书名称", "送达文书") ?? "";
  const number = behind(read, "文号", "处罚决定书文号", "决定书文号");
  const served = [...listed.matchAll(REFERENCE)].map(([, name, own]) => ({
    name,
    ...((own ?? number) ? { number: (own ?? number)?.replace(/\s/g, "") } : {}),
  }));
  if (served.length > 0) facts.add("served_documents", "references", served, listed);
  const to = behind(read, "受送达人");
  if (to !== undefined) facts.add("addressee", "text", to.split(/[，,]/)[0], to);
  const how = behind(read, "送达方式");
  const method = METHODS.find((each) => how?.includes(each.slice(0, 2)));
  if (how !== undefined) facts.add("service_method", "choice", method, how);
  const at = behind(read, "送达时间", "收到时间", "送达日期", "签收日期");
  if (at !== undefined) {
    facts.add("served_at", "moment", readMoment(at, NO_TODAY).value ?? undefined, at);
    if (served.some(({ name }) => name?.includes("决定书")))
      facts.add("served_on", "date", daysIn(at)[0], at);
  }
  const place = behind(read, "送达地点");
  if (place !== undefined) facts.add("service_place", "text", place, place);
  const why = behind(read, "拒收事由");
  if (why !== undefined) facts.add("refusal", "text", why, why);
  const relation = behind(read, "代收理由", "与本案关系");
  if (relation !== undefined) facts.add("receiver_relation", "text", relation, relation);
  const servers = behind(read, "送达人");
  if (servers !== undefined) facts.add("servers", "officers", officersIn(servers), servers);
}
