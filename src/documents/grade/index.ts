import type { Form } from "../composed.ts";
import { gridOf } from "../layout/measure.ts";
import { profileOf, type ProfileChanges } from "../layout/profile.ts";
import { readDocument, type Section, type WordDocument } from "../layout/word/document.ts";
import { endingChecks } from "./ending-checks.ts";
import { isRed } from "./faces.ts";
import { headChecks } from "./head-checks.ts";
import { headingChecks } from "./heading-checks.ts";
import { imprintChecks } from "./imprint-checks.ts";
import { letterChecks } from "./letter-checks.ts";
import { gridChecks, pageChecks } from "./page-checks.ts";
import { pageNumberChecks } from "./page-number-checks.ts";
import { partsOf, type Parts } from "./parts.ts";
import type { Check, Point } from "./point.ts";
import { signChecks, textChecks } from "./text-checks.ts";
import { addresseeChecks, titleChecks } from "./title-checks.ts";

export type { Point } from "./point.ts";

/** How a document meets GB/T 9704-2012. */
export interface Grade {
  /** Points met of a hundred asked, rounded down, so that 100 means all. */
  readonly score: number;
  readonly form: Form;
  /** In the order of a page: paper, head, title, text, ending, edges. */
  readonly points: readonly Point[];
}

export interface GradeOptions {
  /** Known from elsewhere; recognised by what the document looks like when not given. */
  readonly form?: Form | undefined;
  /** An institution's own measures instead of the standard's. */
  readonly profile?: ProfileChanges | undefined;
  readonly name?: string | undefined;
}

const CHECKS: readonly Check[] = [
  pageChecks,
  gridChecks,
  headChecks,
  titleChecks,
  addresseeChecks,
  textChecks,
  headingChecks,
  endingChecks,
  imprintChecks,
  letterChecks,
  pageNumberChecks,
  signChecks,
];

/**
 * Grades any .docx point by point; what it does not have and need not have is not asked.
 *
 * It reads what the file says, as Word would apply it; where lines really end only a typesetter knows. Throws
 * `file.refused` for what is no readable .docx.
 */
export async function gradeLayout(bytes: Uint8Array, options: GradeOptions = {}): Promise<Grade> {
  const document = await readDocument(bytes, options.name);
  const grid = gridOf(profileOf({ layout: {} }, options.profile));
  const section = document.sections[0] ?? NO_SECTION;
  const parts = partsOf(document);
  const form = options.form ?? formOf(document, section, parts);
  const sheet = { document, section, parts, form, grid };
  const points = CHECKS.flatMap((check) => check(sheet));
  const met = points.filter(({ ok }) => ok).length;
  return { score: Math.floor((met / points.length) * 100), form, points };
}

const NO_SECTION: Section = {
  width: 0,
  height: 0,
  top: 0,
  bottom: 0,
  left: 0,
  right: 0,
  footer: 0,
  hasTitlePage: false,
  grid: null,
  headers: {},
  footers: {},
};

const OFFICIAL_KIND = /(?:通知|报告|请示|批复|意见|通报|公告|通告|决议|公报|命令|议案)$/;

/** The form a document is in, by its head and title. */
function formOf({ paragraphs }: WordDocument, section: Section, parts: Parts): Form {
  const title = parts.title.map(({ text }) => text.trim()).join("");
  const red = parts.redHead?.text.trim() ?? "";
  if (section.headers["first"]?.some(isRed) === true || title.endsWith("函")) return "letter";
  if (red.endsWith("纪要") || title.endsWith("纪要")) return "minutes";
  if (title.endsWith("笔录")) return "record";
  const inTables = paragraphs
    .filter(({ isInTable }) => isInTable)
    .reduce((sum, { text }) => sum + text.length, 0);
  const inText = parts.body.reduce((sum, { text }) => sum + text.length, 0);
  if (inTables > inText) return "table";
  const isOfficial = red !== "" || (OFFICIAL_KIND.test(title) && title.includes("关于"));
  return isOfficial ? "official" : "decision";
}
