import type { Field } from "../types/document-type.ts";

/** A part of a person or party that forms give a line of its own. */
export type Part =
  | "name"
  | "sex"
  | "birth_date"
  | "id_number"
  | "address"
  | "phone"
  | "employer"
  | "role"
  | "credit_code"
  | "representative"
  | "operator"
  | "certificate";

/** Where an edge of a span stands on a line of its own. */
export type Edge = "from" | "to";

/** What stands behind a label: a field, a part of the person or party named above, an edge of a span. */
export type Target =
  | { readonly kind: "field"; readonly fields: readonly Field[] }
  | { readonly kind: "part"; readonly part: Part; readonly owner?: Field | undefined }
  | { readonly kind: "edge"; readonly edge: Edge }
  | { readonly kind: "unknown" };
