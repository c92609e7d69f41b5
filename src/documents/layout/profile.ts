import { z } from "zod";
import { BotError } from "../../core/errors.ts";
import type { Tenant } from "../tenant.ts";

const family = z.string().trim().min(1);
const millimetres = z.number().min(5).max(100);
const points = z.number().min(5).max(72);

const margins = z.strictObject({
  // 5.2.1: 天头 37, 订口 28, text area 156 × 225 on A4
  top: millimetres.default(37),
  bottom: millimetres.default(35),
  left: millimetres.default(28),
  right: millimetres.default(26),
});

const fonts = z.strictObject({
  body: family.default("仿宋_GB2312"),
  latin: family.default("Times New Roman"),
  title: family.default("方正小标宋简体"),
  heading1: family.default("黑体"),
  heading2: family.default("楷体_GB2312"),
  page_number: family.default("宋体"),
});

const sizes = z.strictObject({
  // 3号, 2号, 4号 of Chinese type
  body: points.default(16),
  title: points.default(22),
  imprint: points.default(14),
  page_number: points.default(14),
  // 小四: forms hold more than 3号 lets into a cell
  table: points.default(12),
  marking: points.default(9),
});

const redHead = z.strictObject({
  /** What follows the name of the agency in the red head; empty for the name alone (7.2.4 allows both). */
  suffix: z.string().default("文件"),
  // the standard leaves the size to the organ; the name must fit the text area
  largest_pt: points.default(50),
  smallest_pt: points.default(22),
});

/** GB/T 9704-2012 as numbers and names; an institution changes single keys under `layout` of its file. */
export const profileSchema = z.strictObject({
  margins_mm: margins.prefault({}),
  lines_per_page: z.number().int().min(10).max(60).default(22),
  characters_per_line: z.number().int().min(10).max(60).default(28),
  fonts: fonts.prefault({}),
  sizes_pt: sizes.prefault({}),
  red_head: redHead.prefault({}),
  /** Some institutions set headings `1.` in bold; the standard does not. */
  is_heading3_bold: z.boolean().default(false),
  /** True puts the red head above documents of the forms `official` and `decision` even where the type has none. */
  always_red_head: z.boolean().default(false),
});

export type Profile = Readonly<z.output<typeof profileSchema>>;
export type ProfileChanges = z.input<typeof profileSchema>;

/**
 * The measures a tenant's documents are laid out with: the standard's, then the tenant's, then `changes`.
 *
 * Throws `config.invalid` naming the key when the tenant's `layout` holds something unknown or impossible.
 */
export function profileOf(tenant: Pick<Tenant, "layout">, changes: ProfileChanges = {}): Profile {
  const parsed = profileSchema.safeParse(merged(tenant.layout, changes));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const keys = issue?.code === "unrecognized_keys" ? issue.keys : [];
  const field = ["layout", ...(issue?.path ?? []), ...keys].join(".");
  throw new BotError("config.invalid", `${field}: ${issue?.message ?? "not a layout"}`, {
    forUser: {
      zh: `机构设置里的版式“${field}”不可用，请管理员改正`,
      en: `The institution's layout setting "${field}" cannot be used; ask the administrator to correct it`,
    },
    field,
    remedy: "give it a value that docs/documents.md lists, or leave it out",
  });
}

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Both trees in one; where both have a leaf, the second's. */
function merged(first: Tree, second: Tree): Tree {
  const both: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = both[key];
    both[key] = isTree(before) && isTree(value) ? merged(before, value) : value;
  }
  return both;
}
