import type { DocumentType } from "../../documents/types/document-type.ts";
import { wrongValue } from "./faults.ts";

/** The document type with this id; throws `input.invalid` where there is none. */
export function typeNamed(types: ReadonlyMap<string, DocumentType>, id: string): DocumentType {
  const type = types.get(id);
  if (type !== undefined) return type;
  throw wrongValue(
    { zh: `没有“${id}”这种文书。`, en: `There is no document type “${id}”.` },
    { field: "type", remedy: "bangban draft --list names all of them" },
  );
}
