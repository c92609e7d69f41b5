import { daysIn } from "../../statutes/text/dates.ts";
import { behind, type FinishedText } from "./finished-text.ts";
import type { FoundFacts } from "./found-facts.ts";

const TITLE = /关于(.+?)的?(?:通知|报告|请示(?:报告)?|复?函|纪要)$/;
const TO = /^([^，。；,;“”《》]{2,60})[:：]$/;
const SPLIT = /[、，,；;]/;
const CLOSING =
  /(特此(?:通知|报告|函[复达告]|函)|(?:以上)?(?:请示|意见)?[，,]?(?:妥否|当否|可否)[，,]?请[^。\n]{2,8}|请予?函复|盼复|此复)/g;
const ANSWERED = /《([^》]{4,60})》[（(]([^）)]{4,30}号)[）)]?\s*收悉/;
const TITLE_LINES = 14;

/** What an official document says of itself: subject, addressee, closing, copies, and of a meeting who and when. */
export function readOfficial(read: FinishedText, facts: FoundFacts): void {
  const lines = read.lines.map((line) => line.replace(/\s/g, ""));
  const at = lines.slice(0, TITLE_LINES).findIndex((line) => /关于/.test(line));
  const whole = TITLE.exec(lines[at] ?? "") ?? TITLE.exec(`${lines[at] ?? ""}${lines[at + 1] ?? ""}`);
  if (at >= 0 && whole) facts.add("subject", "text", whole[1], whole[0]);
  const line = lines.find((each, place) => place > at && TO.test(each));
  const organs = TO.exec(line ?? "")?.[1]?.split(SPLIT);
  if (organs) facts.add("to", "list", organs, line ?? "");
  const closing = [...read.text.matchAll(CLOSING)].at(-1)?.[0];
  if (closing !== undefined) facts.add("closing_words", "text", closing, closing);
  const answered = ANSWERED.exec(read.text);
  if (answered)
    facts.add("reply_to", "references", [{ name: answered[1], number: answered[2] }], answered[0]);
  const copies = behind(read, "抄送");
  if (copies !== undefined)
    facts.add(
      "copy_to",
      "list",
      copies.split(SPLIT).filter((each) => each !== ""),
      copies,
    );
  const attached = [...read.text.matchAll(/^\s*附件[:：]\s*(.+)$/gm)].map(([, words]) => words?.trim());
  if (attached.length > 0) facts.add("attachments", "list", attached, attached.join("、"));
}

const TASK = /责任(?:单位|部门|人)|牵头单位|由([^，。；,;（(]{2,20})(?:负责|牵头)/;

/** A meeting: who was there, and what was settled with whom and until when. */
export function readMeeting(read: FinishedText, facts: FoundFacts): void {
  const people = (words: string | undefined) =>
    words
      ?.split(/[、，,；;\s]+/)
      .flatMap((name) => (/^[\u4e00-\u9fff·]{2,12}$/.test(name) ? [{ name }] : []));
  const present = behind(read, "出席人员", "出席", "参会人员", "参加人员");
  if (present !== undefined) facts.add("attendees", "people", people(present), present);
  const chair = behind(read, "主持人", "主持");
  if (chair !== undefined) facts.add("chair", "person", { name: chair.split(/[、，,（(]/)[0] }, chair);
  const tasks = read.lines.filter(
    (line) => TASK.test(line) && /^\s*[（(]?[0-9一二三四五六七八九十]+/.test(line),
  );
  const resolutions = tasks.map((line) => {
    const responsible =
      /(?:责任(?:单位|部门|人)|牵头单位)[:：]?\s*([^，。；,;）)]{2,30})/.exec(line)?.[1] ??
      /由([^，。；,;（(]{2,20})(?:负责|牵头)/.exec(line)?.[1];
    const deadline = daysIn(line).at(-1);
    const matter = line.replace(/^\s*[（(]?[0-9一二三四五六七八九十]+[)）、.．]\s*/, "");
    return { matter, ...(responsible ? { responsible } : {}), ...(deadline ? { deadline } : {}) };
  });
  if (resolutions.length > 0) facts.add("resolutions", "resolutions", resolutions, tasks.join("\n"));
}
