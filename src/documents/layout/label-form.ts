import { unzip } from "../../files/zip.ts";
import { BotError } from "../../core/errors.ts";
import type { Label } from "../composed.ts";
import { LABEL_PROPERTY, labelJson } from "./label.ts";
import { packZip } from "./pack.ts";

const MAIN = "word/document.xml";
const CUSTOM = "docProps/custom.xml";
const TYPES = "[Content_Types].xml";
const RELATIONS = "_rels/.rels";
const CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
const CUSTOM_RELATION =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";
// ECMA-376 part 1, 22.3.2.2: every custom property of a user carries this format id, numbered from 2
const FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const LABEL_HALF_POINTS = 18; // 9 pt: seen, and not in the way

/** A filled form with the label of machine-made text: a line at its head and the hidden property. */
export async function labelled(bytes: Uint8Array, label: Label, name = ""): Promise<Uint8Array> {
  const parts = new Map(await unzip(bytes, { name }));
  const edit = (path: string, change: (xml: string) => string): void => {
    const part = parts.get(path);
    if (part === undefined) throw notWhole(path, name);
    parts.set(path, Buffer.from(change(Buffer.from(part).toString("utf8"))));
  };
  edit(MAIN, (xml) => xml.replace(/<w:body>/, `<w:body>${line(label.words.zh)}`));
  if (!parts.has(CUSTOM)) {
    edit(TYPES, (xml) =>
      xml.replace("</Types>", `<Override PartName="/${CUSTOM}" ContentType="${CUSTOM_TYPE}"/></Types>`),
    );
    edit(RELATIONS, (xml) =>
      xml.replace(
        "</Relationships>",
        `<Relationship Id="rIdAigc" Type="${CUSTOM_RELATION}" Target="${CUSTOM}"/></Relationships>`,
      ),
    );
  }
  // what the form's maker left there about itself is not about the filled form
  parts.set(CUSTOM, Buffer.from(custom(labelJson(label))));
  return packZip(parts);
}

const line = (text: string): string =>
  `<w:p><w:r><w:rPr><w:sz w:val="${LABEL_HALF_POINTS}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

const custom = (value: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
  `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ` +
  `xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` +
  `<property fmtid="${FORMAT_ID}" pid="2" name="${LABEL_PROPERTY}"><vt:lpwstr>${escaped(value)}</vt:lpwstr></property>` +
  `</Properties>`;

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign);

function notWhole(path: string, file: string): BotError {
  return new BotError("template.invalid", `${file}: the part ${path} is missing`, {
    forUser: { zh: `表格模板缺少 ${path}。`, en: `The form lacks the part ${path}.` },
    file,
    remedy: "open the form in a word processor and save it again as .docx",
  });
}
