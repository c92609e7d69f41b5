import type { CaseDocument, CaseView } from "../../case-view.ts";
import { valueOf } from "../../facts/fact.ts";
import type { Found } from "../rule.ts";

/** The kinds of 公文 that are known by their last word. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  "official-notice": "通知",
  "official-report": "报告",
  "official-request": "请示",
  "official-letter": "函",
  "meeting-minutes": "纪要",
};

/** Official documents, with one finding function for each; places are named by the document. */
export const inOfficial = (
  view: CaseView,
  types: readonly string[],
  find: (document: CaseDocument) => readonly Found[],
): readonly Found[] =>
  view.documents
    .filter(({ type }) => type.genre === "official" && (types.length === 0 || types.includes(type.id)))
    .flatMap((document) =>
      find(document).map((found) => ({ ...found, where: `${document.type.name.zh} · ${found.where}` })),
    );

const BODY_FIELDS = ["background", "requirements", "problems", "plans"] as const;

/** The body as its own facts or its finished text say it. */
export function bodyOf({ facts, text, isComposed }: CaseDocument): string {
  const prose = BODY_FIELDS.flatMap((name) => valueOf(facts, name, "prose") ?? []);
  const matters = (valueOf(facts, "matters", "matters") ?? []).flatMap(({ heading, text: said }) => [
    heading ?? "",
    said,
  ]);
  const closing = valueOf(facts, "closing_words", "text") ?? "";
  return [...prose, ...matters, closing, isComposed ? "" : text].filter((each) => each !== "").join("\n");
}

// a title stands in the first lines, before the organ it is sent to
const TITLE_LINES = 12;

/** The title: of the finished text, else the subject; null where there is neither. */
export function titleOf({ facts, text, isComposed }: CaseDocument): string | null {
  const subject = valueOf(facts, "subject", "text") ?? valueOf(facts, "meeting_name", "text") ?? null;
  if (isComposed || text === "") return subject;
  const lines = text.split("\n").map((line) => line.replace(/[*#\s]/g, ""));
  const filled = lines.filter((line) => line !== "").slice(0, TITLE_LINES);
  const at = filled.findIndex((line) => /关于/.test(line));
  if (at < 0) return filled.find((line) => /(?:通知|报告|请示|函|纪要)$/.test(line)) ?? subject;
  const first = filled[at] ?? "";
  const next = filled[at + 1] ?? "";
  // a long title runs over two lines
  const isWhole = /(?:通知|报告|请示|函|纪要|意见|批复|决定)$/.test(first) || /[:：]$/.test(next);
  return isWhole ? first : `${first}${next}`;
}
