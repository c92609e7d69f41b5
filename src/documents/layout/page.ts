import {
  AlignmentType,
  DocumentGridType,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  TabStopType,
  type ISectionOptions,
} from "docx";
import type { Block, Composed, Label } from "../composed.ts";
import { letterRules } from "./letter.ts";
import type { Grid } from "./measure.ts";
import { A4, TWIPS_PER_POINT, twips } from "./measure.ts";
import { blank, words } from "./pieces.ts";
import { STYLE } from "./styles.ts";

// 7.5: the page number stands this far below the text area
const PAGE_NUMBER_DOWN_MM = 7;
const HEADER_DOWN_MM = 15;
// a line to sign on and the page number stand below a record's text
const RECORD_FOOTER_UP_MM = 14;
const SIGNERS_IN_A_FOOTER = 3;
const FOOTER_BLANK_CHARS = 6;

/** What stands around the text of every page. */
export interface Around {
  readonly composed: Composed;
  readonly label: Label | undefined;
  readonly version: number | undefined;
  readonly grid: Grid;
}

/** The page of a document: A4, margins, line grid, headers and footers of odd, even and first pages. */
export function pageOf(around: Around): Omit<ISectionOptions, "children"> {
  const { composed, grid } = around;
  const { margins_mm: margins, sizes_pt: sizes } = grid.profile;
  const isRecord = composed.form === "record";
  const numberUp = margins.bottom - PAGE_NUMBER_DOWN_MM;
  const footer = isRecord
    ? twips(RECORD_FOOTER_UP_MM)
    : twips(numberUp) - sizes.page_number * TWIPS_PER_POINT;
  const letter = composed.form === "letter" ? letterRules(composed, grid) : null;
  return {
    properties: {
      page: {
        size: { width: A4.width, height: A4.height },
        margin: {
          top: twips(margins.top),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          right: twips(margins.right),
          header: twips(HEADER_DOWN_MM),
          footer,
          gutter: 0,
        },
      },
      grid: { type: DocumentGridType.LINES, linePitch: grid.linePitch },
      titlePage: letter !== null,
    },
    headers: {
      default: new Header({ children: marking(around) }),
      even: new Header({ children: marking(around) }),
      ...(letter === null ? {} : { first: new Header({ children: [...letter.head, ...marking(around)] }) }),
    },
    footers: {
      default: new Footer({ children: isRecord ? recordFooter(around) : pageNumber("odd", grid) }),
      even: new Footer({ children: isRecord ? recordFooter(around) : pageNumber("even", grid) }),
      ...(letter === null ? {} : { first: new Footer({ children: letter.foot }) }),
    },
  };
}

/** `— 3 —`, one character from the outer edge: right on odd pages, left on even ones (7.5). */
function pageNumber(side: "odd" | "even", grid: Grid): Paragraph[] {
  const char = grid.profile.sizes_pt.page_number * TWIPS_PER_POINT;
  const isOdd = side === "odd";
  return [
    new Paragraph({
      style: STYLE.pageNumber,
      alignment: isOdd ? AlignmentType.RIGHT : AlignmentType.LEFT,
      indent: isOdd ? { right: char } : { left: char },
      children: [words("— "), words("", { children: [PageNumber.CURRENT] }), words(" —")],
    }),
  ];
}

/** The machine's label at the left and the state of the draft at the right; an empty line when there is neither. */
function marking({ label, version, grid }: Around): Paragraph[] {
  const state = version === undefined ? "" : `草稿\u3000第${version}版`;
  const children = [words(`${label?.words.zh ?? ""}${state === "" ? "" : `\t${state}`}`)];
  const tabStops = [{ type: TabStopType.RIGHT, position: grid.textWidth }];
  return [new Paragraph({ style: STYLE.marking, tabStops, children })];
}

/** Every page of a record is signed (询问笔录 page by page) and says which of how many it is. */
function recordFooter({ composed, grid }: Around): Paragraph[] {
  const signers = signersOf(composed.blocks);
  const char = grid.profile.sizes_pt.table * TWIPS_PER_POINT;
  return [
    new Paragraph({
      style: STYLE.cell,
      border: { top: { style: "single", size: 4, color: "000000", space: 2 } },
      children: signers.flatMap((signer, i) => [
        words(`${i === 0 ? "" : "\u3000"}${signer}：`),
        blank(FOOTER_BLANK_CHARS),
      ]),
    }),
    new Paragraph({
      style: STYLE.cell,
      alignment: AlignmentType.RIGHT,
      indent: { right: char },
      children: [
        words("第"),
        words("", { children: [PageNumber.CURRENT] }),
        words("页　共"),
        words("", { children: [PageNumber.TOTAL_PAGES] }),
        words("页"),
      ],
    }),
  ];
}

/** Who signs at the end signs each page: the names of the lines without their explanations. */
function signersOf(blocks: readonly Block[]): readonly string[] {
  const labels = blocks.flatMap((block) => (block.kind === "signatures" ? block.lines : []));
  const names = labels.map(({ label }) => label.replace(/[（(].*?[）)]/g, "").replace(/[：:]$/, ""));
  return [...new Set(names)].filter((name) => name !== "").slice(0, SIGNERS_IN_A_FOOTER);
}
