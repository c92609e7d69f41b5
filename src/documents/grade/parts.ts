import type { Form } from "../composed.ts";
import type { WordDocument } from "../layout/word/document.ts";
import type { WordParagraph } from "../layout/word/paragraph.ts";
import { isRed, sizeOf } from "./faces.ts";
import { headingLevel } from "./numbering.ts";

export interface Heading {
  readonly level: number;
  readonly paragraph: WordParagraph;
}

/** The elements of a document, recognised by what they say and where they stand. */
export interface Parts {
  readonly redHead: WordParagraph | null;
  readonly number: WordParagraph | null;
  readonly title: readonly WordParagraph[];
  /** Empty lines right above the title. */
  readonly blanksAboveTitle: number;
  readonly to: WordParagraph | null;
  readonly headings: readonly Heading[];
  readonly body: readonly WordParagraph[];
  readonly attachments: readonly WordParagraph[];
  readonly blanksAboveAttachments: number;
  readonly agency: WordParagraph | null;
  readonly date: WordParagraph | null;
  readonly note: WordParagraph | null;
  readonly annexes: readonly Annex[];
  readonly copies: WordParagraph | null;
  readonly printed: WordParagraph | null;
}

export interface Annex {
  readonly mark: WordParagraph;
  readonly title: WordParagraph | null;
}

/** True for what goes out of the house: it has a number and a date. Reports on a case, records and forms may have none. */
export function mustBeNumbered({ parts, form }: { readonly parts: Parts; readonly form: Form }): boolean {
  if (form === "official" || form === "letter") return true;
  return form === "decision" && parts.title.at(-1)?.text.trim().endsWith("书") === true;
}

const NUMBER = /^[\s\u3000]*\p{Script=Han}{0,16}[〔[［（(【]\d{4}[〕\]］）)】]第?[\d\s\u3000]*号/u;
const DATE = /^[\s\u3000]*(?:\d{4}|[〇○零一二三四五六七八九]{4})年[^年月日]{1,3}月[^月日]{1,3}日[\s\u3000]*$/;
const COPIES = /^[\s\u3000]*抄送[：:]/;
const PRINTED = /日印发[\s\u3000]*$/;
const ANNEX = /^附件[\s\u3000]*[0-9０-９一二三四五六七八九十]*[：:]?$/;
const ATTACHMENTS = /^附件[：:]./;
const ATTACHMENT_NEXT = /^\d{1,2}[.．、]/;
const TO = /^[^。；？]{2,120}[：:]$/;
const INTRODUCES = /(?:如下|下列|以下)[^，。]{0,8}[：:]$/;
const NOTE = /^[（(].*[）)]$/;
const LARGE_POINTS = 18;
// a head fills the first page at most
const HEAD_PARAGRAPHS = 30;

/** Finds the elements; what is not there is null or empty. */
export function partsOf({ paragraphs: everything }: WordDocument): Parts {
  const flow = everything.filter(({ look, isInTable }) => look.isFramed !== true && !isInTable);
  const firstAnnex = flow.findIndex(
    ({ text, look }, i) => i > 0 && ANNEX.test(text.trim()) && look.align !== "center",
  );
  const main = firstAnnex < 0 ? flow : flow.slice(0, firstAnnex);
  const head = main.slice(0, HEAD_PARAGRAPHS);
  const redHead = head.find((each) => isRed(each) && sizeOf(each) >= LARGE_POINTS) ?? null;
  const number = head.find(({ text }) => NUMBER.test(text)) ?? null;
  const [titleFrom, titleTo] = titleRange(head, number);
  const title = titleFrom < 0 ? [] : main.slice(titleFrom, titleTo).filter(isSaid);
  const after = main
    .slice(Math.max(titleTo, number === null ? 0 : main.indexOf(number) + 1, 0))
    .filter(isNotHead);
  const to = after.find(isSaid);
  const hasTo = to !== undefined && TO.test(to.text.trim()) && !INTRODUCES.test(to.text);
  const rest = hasTo ? after.slice(after.indexOf(to) + 1) : after;
  const ending = endingOf(rest);
  return {
    redHead,
    number,
    title,
    blanksAboveTitle: titleFrom < 0 ? 0 : blanksAbove(main, titleFrom),
    to: hasTo ? to : null,
    ...ending,
    annexes: annexesIn(firstAnnex < 0 ? [] : flow.slice(firstAnnex)),
    copies: everything.find(({ text }) => COPIES.test(text)) ?? null,
    printed: everything.find(({ text }) => PRINTED.test(text)) ?? null,
  };
}

const isSaid = ({ text }: WordParagraph): boolean => text.trim() !== "";
const isNotHead = (paragraph: WordParagraph): boolean => !isRed(paragraph);

/** Where the title stands: the first large lines that are not red, below the number if there are any. */
function titleRange(head: readonly WordParagraph[], number: WordParagraph | null): readonly [number, number] {
  const isTitle = (each: WordParagraph | undefined): boolean =>
    each !== undefined && isSaid(each) && !isRed(each) && !NUMBER.test(each.text) && isLarge(each);
  const numberAt = number === null ? -1 : head.indexOf(number);
  let from = head.findIndex((each, i) => i > numberAt && isTitle(each));
  if (from < 0) from = head.findIndex(isTitle);
  if (from < 0) from = head.findIndex((each) => isSaid(each) && !isRed(each) && each.look.outline === 0);
  if (from < 0) return [-1, -1];
  let to = from + 1;
  while (isTitle(head[to])) to += 1;
  return [from, to];
}

const isLarge = (each: WordParagraph): boolean =>
  sizeOf(each) >= LARGE_POINTS || (each.look.outline === 0 && each.style !== "");

function blanksAbove(paragraphs: readonly WordParagraph[], at: number): number {
  let count = 0;
  while (at - count - 1 >= 0 && paragraphs[at - count - 1]?.text.trim() === "") count += 1;
  return count;
}

/** The text below the title: headings and body, 附件说明, agency and date, 附注. */
function endingOf(rest: readonly WordParagraph[]) {
  const dateAt = rest.findLastIndex(({ text }) => DATE.test(text));
  const attachmentsAt = rest.findIndex(({ text }) => ATTACHMENTS.test(text.trim()));
  const before = rest.slice(0, dateAt < 0 ? rest.length : dateAt);
  const agency = dateAt < 0 ? null : agencyIn(before);
  const textEnd =
    attachmentsAt >= 0 ? attachmentsAt : agency === null ? before.length : before.indexOf(agency);
  const text = before.slice(0, textEnd).filter(isSaid);
  const headings = text.flatMap((paragraph) => {
    const level = headingLevel(paragraph.text);
    return level === null ? [] : [{ level, paragraph }];
  });
  const marked = new Set(headings.map(({ paragraph }) => paragraph));
  return {
    headings,
    body: text.filter((paragraph) => !marked.has(paragraph)),
    attachments: attachmentsAt < 0 ? [] : attachmentsIn(rest.slice(attachmentsAt)),
    blanksAboveAttachments: attachmentsAt < 0 ? 0 : blanksAbove(rest, attachmentsAt),
    agency,
    date: dateAt < 0 ? null : (rest[dateAt] ?? null),
    note:
      dateAt < 0 ? null : (rest.slice(dateAt + 1).find(({ text: said }) => NOTE.test(said.trim())) ?? null),
  };
}

const LONGEST_AGENCY = 40;

/** The line right above the date, when it is a name and no sentence. */
function agencyIn(before: readonly WordParagraph[]): WordParagraph | null {
  const last = before.findLast(isSaid);
  if (last === undefined || last.text.length > LONGEST_AGENCY || /[。：:；，]/.test(last.text)) return null;
  return last;
}

function attachmentsIn(from: readonly WordParagraph[]): readonly WordParagraph[] {
  const end = from.findIndex(({ text }, i) => i > 0 && !ATTACHMENT_NEXT.test(text.trim()));
  return from.slice(0, end < 0 ? from.length : end);
}

function annexesIn(paragraphs: readonly WordParagraph[]): readonly Annex[] {
  return paragraphs.flatMap((mark, i) => {
    if (!ANNEX.test(mark.text.trim())) return [];
    return [{ mark, title: paragraphs.slice(i + 1).find(isSaid) ?? null }];
  });
}
