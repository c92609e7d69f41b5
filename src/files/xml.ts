import { SaxesParser } from "saxes";
import { Refused } from "./refuse.ts";
import { refusals } from "./refusals.ts";

// real office files stay below 100, nested tables included
const MAX_DEPTH = 250;
const SLICE_CHARS = 256 * 1024; // some milliseconds of work

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of XML is told; names come without their prefix. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** Called every so often, so that a long part is not taken for a hang. */
  readonly progress?: () => void;
}

/**
 * Reads a part of an office file; throws `Refused` when it is not well-formed, nested too deeply, or declares a
 * document type, so that no entity beyond the five of XML can exist.
 */
export function readXml(bytes: Uint8Array, part: string, { open, close, text, progress }: XmlEvents): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on("doctype", () => {
    throw new Refused(refusals.doctype(part));
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new Refused(refusals.tooDeep());
    open?.(local(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    close?.(local(name));
  });
  if (text !== undefined) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  try {
    const xml = decodeXml(bytes);
    for (let at = 0; at < xml.length; at += SLICE_CHARS) {
      parser.write(xml.slice(at, at + SLICE_CHARS));
      progress?.();
    }
    parser.close();
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(refusals.damaged(part), error);
  }
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The text of an XML file: UTF-16 where its mark says so, else UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}
