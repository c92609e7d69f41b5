import type { Words } from "../../core/language.ts";
import type { Action } from "../../core/reply.ts";
import { missingOf } from "../../documents/types/missing.ts";
import type { Possible } from "../case/api.ts";
import type { Here, Session } from "./session.ts";

/** What a button says, and what pressing it says. What needs words of its own has no button. */
const BUTTONS: Partial<Readonly<Record<Possible, { readonly label: Words; readonly text: string }>>> = {
  submit: { label: { zh: "提交审核", en: "Submit" }, text: "提交" },
  review: { label: { zh: "审核通过", en: "Pass review" }, text: "通过" },
  approve: { label: { zh: "批准", en: "Approve" }, text: "通过" },
  issue: { label: { zh: "签发", en: "Issue" }, text: "签发" },
  signOff: { label: { zh: "人工定稿", en: "Sign off" }, text: "人工定稿" },
};

const FULL: Words = { zh: "查看全文", en: "Full text" };
const FILE: Words = { zh: "要 Word 文件", en: "Word file" };
const CHECK = (count: number): Words => ({ zh: `检查 ${count} 项提醒`, en: `${count} remarks` });

/** What this person can do with the document now, as buttons or numbered choices; the case is named in each. */
export function possibleActions(
  { desk, by, language }: Session,
  here: Here,
  findings = 0,
): readonly Action[] {
  const { file, draft } = here;
  const of = (label: Words, text: string): Action => ({ label: label[language], text: `${text} ${file.id}` });
  // what is not whole cannot go on: the questions come first
  const isWhole = missingOf(here.type, here.facts, desk.tenant).length === 0;
  const able = desk.cases
    .possible(file, draft.id, by)
    .filter((name) => isWhole || (name !== "submit" && name !== "signOff"))
    .flatMap((name) => BUTTONS[name] ?? []);
  return [
    of(FULL, "全文"),
    ...(findings > 0 ? [of(CHECK(findings), "查")] : []),
    of(FILE, "文书"),
    ...able.map(({ label, text }) => of(label, text)),
  ];
}
