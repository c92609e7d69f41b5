import { readXml, type Attributes } from "../xml.ts";

export type Parts = ReadonlyMap<string, Uint8Array>;

/** A link from one part of an office file to another. */
export interface Relation {
  readonly id: string;
  /** The last word of the type's address: worksheet, slide, notesSlide … */
  readonly type: string;
  /** The part it leads to, from the top of the archive. */
  readonly target: string;
}

/** The links of a part that stay inside the file, in their order; none when it has no list of links. */
export function relationsOf(parts: Parts, part: string): readonly Relation[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const bytes = parts.get(list);
  const relations: Relation[] = [];
  if (bytes === undefined) return relations;
  readXml(bytes, list, {
    open: (name, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
      if (name !== "Relationship" || id === undefined || target === undefined || mode === "External") return;
      relations.push({ id, type: type?.split("/").at(-1) ?? "", target: resolve(folder, target) });
    },
  });
  return relations;
}

/** Where a target leads; one that climbs out of the archive leads nowhere. */
function resolve(folder: string, target: string): string {
  const steps = (target.startsWith("/") ? target.slice(1) : folder + target).split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** The id of a relation an element names, whatever prefix the file uses. */
export function relationId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(":id"));
  return key === undefined ? "" : (attributes[key] ?? "");
}
