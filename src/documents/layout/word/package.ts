import { Refused, refused } from "../../../files/refuse.ts";
import { refusals } from "../../../files/refusals.ts";
import { unzip } from "../../../files/zip.ts";
import { elements, readTree, type Element } from "./tree.ts";

const MIB = 1024 * 1024;
// texts of a document; pictures are not unpacked
const MAX_XML_BYTES = 48 * MIB;
const MAX_ENTRIES = 2_000;
const MAIN_TYPE = /wordprocessingml\.document\.main\+xml|ms-word\.document\.macroEnabled\.main\+xml/;

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** The parts of a .docx that are read: the text, and what it leans on. */
export interface Package {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly mainPath: string;
  readonly main: Element;
  readonly part: (path: string) => Element | undefined;
  readonly relations: (path: string) => readonly Relation[];
}

const isXml = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);

/** Opens a .docx; throws `file.refused` in one line for whatever is none, is damaged, or is made to do harm. */
export async function openPackage(bytes: Uint8Array, name = ""): Promise<Package> {
  const parts = await unzip(bytes, {
    name,
    only: isXml,
    maxInflatedBytes: MAX_XML_BYTES,
    maxEntries: MAX_ENTRIES,
  });
  return guarded(name, () => {
    const part = (path: string): Element | undefined => {
      const content = parts.get(path);
      return content === undefined ? undefined : readTree(content, path);
    };
    const types = part("[Content_Types].xml");
    const override = elements(types, "Override").find(({ attributes }) =>
      MAIN_TYPE.test(attributes["ContentType"] ?? ""),
    );
    const mainPath = (override?.attributes["PartName"] ?? "/word/document.xml").replace(/^\//, "");
    const main = part(mainPath);
    if (types === undefined || main?.name !== "document") throw new Refused(refusals.unknown("docx"));
    return { parts, mainPath, main, part, relations: (path) => relationsOf(part(relsPath(path))) };
  });
}

/** Runs a reader and gives what it refuses the file's name. */
export function guarded<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) throw refused(name, error.refusal, error.cause);
    throw error;
  }
}

const relsPath = (path: string): string => path.replace(/([^/]*)$/, "_rels/$1.rels");

/** The relations a `.rels` part lists. */
export const relationsOf = (rels: Element | undefined): readonly Relation[] =>
  elements(rels, "Relationship").map(({ attributes }) => ({
    id: attributes["Id"] ?? "",
    type: attributes["Type"] ?? "",
    target: attributes["Target"] ?? "",
    isExternal: attributes["TargetMode"]?.toLowerCase() === "external",
  }));

/** Where a relation of a part leads inside the archive. */
export function targetPath(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const way = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") way.pop();
    else if (step !== ".") way.push(step);
  }
  return way.join("/");
}
