import { Document, Packer, type Paragraph, type Table } from "docx";
import type { Day } from "../../calendar/day.ts";
import type { Composed, Label } from "../composed.ts";
import type { Tenant } from "../tenant.ts";
import { body } from "./body.ts";
import { minutesHead, plainHead, redHead, title } from "./head.ts";
import { LABEL_PROPERTY, labelJson } from "./label.ts";
import { letterHead } from "./letter.ts";
import { gridOf, type Grid } from "./measure.ts";
import { pageOf } from "./page.ts";
import { blankLines } from "./pieces.ts";
import { profileOf, type ProfileChanges } from "./profile.ts";
import { settle } from "./settle.ts";
import { stylesOf } from "./styles.ts";

export interface LayOutOptions {
  readonly tenant: Pick<Tenant, "name" | "code" | "layout">;
  /** The day the file says it was made on; nothing else of the clock is in it. */
  readonly today: Day;
  /** Without it the copy is one that a person has finalised; who may ask for that is the caller's business. */
  readonly label?: Label | undefined;
  /** Marks every page as a draft of this version; left out for what is issued. */
  readonly version?: number | undefined;
  /** Measures other than the tenant's. */
  readonly profile?: ProfileChanges | undefined;
}

/**
 * A document as .docx by GB/T 9704-2012; the same input gives the same bytes.
 *
 * Throws `config.invalid` when the tenant's `layout` cannot be used.
 */
export async function layOut(composed: Composed, options: LayOutOptions): Promise<Uint8Array> {
  const { tenant, today, label, version } = options;
  const grid = gridOf(profileOf(tenant, options.profile));
  const file = new Document({
    title: composed.title,
    creator: composed.agency,
    styles: stylesOf(grid),
    evenAndOddHeaderAndFooters: true,
    ...(label === undefined ? {} : { customProperties: [{ name: LABEL_PROPERTY, value: labelJson(label) }] }),
    sections: [
      {
        ...pageOf({ composed, label, version, grid }),
        children: [...head(composed, options, grid), ...body(composed.blocks, composed.form, grid)],
      },
    ],
  });
  const bytes = await Packer.toBuffer(file);
  return settle(new Uint8Array(bytes), { title: composed.title, author: composed.agency, today });
}

/** What stands above the text of each form, the line between title and text included. */
function head(composed: Composed, options: LayOutOptions, grid: Grid): (Paragraph | Table)[] {
  const { form, agency } = composed;
  const number = composed.number ?? openNumber(options);
  if (form === "letter") return [...letterHead(composed, number, grid), ...blankLines(1)];
  if (form === "minutes") return [...minutesHead(composed, composed.number, grid), ...blankLines(1)];
  const mayBeRed = form === "official" || form === "decision";
  if (mayBeRed && (composed.hasRedHead || grid.profile.always_red_head)) {
    const name = `${agency}${grid.profile.red_head.suffix}`;
    return [...redHead(composed, number, name, grid), title(composed, grid), ...blankLines(1)];
  }
  // a record, a form or a report on a case may have no number at all; what goes out of the house waits for one
  const isSentOut = form === "decision" && composed.title.endsWith("书");
  const plain = composed.number ?? (isSentOut ? number : null);
  // a number parts the title from a form's table well enough
  const isParted = form === "table" && plain !== null;
  return [...plainHead(composed, plain, grid), ...(isParted ? [] : blankLines(1))];
}

/** A number whose serial is given when the document is issued. */
const openNumber = ({ tenant, today }: LayOutOptions): string =>
  `${tenant.code ?? ""}〔${today.slice(0, "YYYY".length)}〕\u3000号`;
