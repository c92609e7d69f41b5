import { writeFileSync } from "node:fs";
import { readSettings } from "../config.ts";
import { BotError, messageOf } from "../core/errors.ts";
import { dayInChina } from "../core/today.ts";
import { openDocumentDesk, typeNamed, type DocumentDesk } from "../document-desk.ts";
import { readCaseFile } from "../documents/case-file.ts";
import type { CaseDocument, CaseView } from "../documents/case-view.ts";
import { compose } from "../documents/compose/compose.ts";
import { plainOf } from "../documents/compose/plain.ts";
import { documentFile } from "../documents/layout/document-file.ts";
import { labelFor } from "../documents/layout/label.ts";
import { checkCase } from "../documents/rules/index.ts";
import { factsSchema } from "../documents/types/facts-schema.ts";
import { contentId } from "../drafting/content-id.ts";
import { saidFacts, saidFindings } from "../drafting/draft-view.ts";
import { findingLines } from "../drafting/finding-lines.ts";
import { readJson } from "./json-file.ts";
import { fail, print, printJson, wrongUse, type CommonOptions } from "./output.ts";

interface DraftOptions extends CommonOptions {
  readonly facts?: string;
  readonly tenant?: string;
  readonly out?: string;
  readonly list?: boolean;
  readonly schema?: boolean;
}

/** `bangban draft`: the types, the form of a type's facts, or a document from facts, without any model. */
export async function draft(name: string | undefined, options: DraftOptions): Promise<void> {
  let desk: DocumentDesk | undefined;
  try {
    desk = openDocumentDesk(readSettings({ dataDir: options.data }), options.tenant);
    if (options.list === true) return list(desk, options);
    if (name === undefined) throw wrongUse("draft needs a type", "bangban draft --list names them");
    const type = typeNamed(desk.types, name);
    if (options.schema === true) return printJson(factsSchema(type));
    if (options.facts === undefined)
      throw wrongUse(
        "draft needs facts",
        `bangban draft ${type.id} --facts FILE.json; --schema shows their form`,
      );
    await write(desk, type.id, options.facts, options);
  } catch (error) {
    fail(error, options);
  } finally {
    desk?.law.close();
  }
}

function list({ types, problems }: DocumentDesk, { json = false, lang = "zh" }: DraftOptions): void {
  const all = [...types.values()].map(({ id, name, aliases, purpose, genre }) => ({
    id,
    name,
    aliases,
    purpose,
    genre,
  }));
  const faults = problems.map(({ error }) => error.message);
  if (json) return printJson({ types: all, problems: faults });
  for (const { id, name, purpose } of all) print(`${id.padEnd(24)}${name[lang]}：${purpose[lang]}`);
  for (const fault of faults) print(`! ${fault}`);
}

async function write(desk: DocumentDesk, id: string, file: string, options: DraftOptions): Promise<void> {
  const { json = false, lang = "zh", out } = options;
  const today = options.today ?? dayInChina(Date.now());
  const type = typeNamed(desk.types, id);
  const view = readCaseFile(readJson(file), {
    types: desk.types,
    fields: desk.fields,
    tenant: desk.tenant,
    today,
    statutes: desk.law.open(),
    holidays: desk.holidays(),
    type,
    ref: file,
  });
  const document = view.subject;
  if (document === null)
    throw wrongUse(`${file} has no document of type ${id}`, "name a type that is in the case");
  const { tenant, statutes } = view;
  const composed = compose(type, document.facts, {
    tenant,
    today,
    statutes,
    ...(document.number === null ? {} : { number: document.number }),
  });
  const text = plainOf(composed);
  const findings = checkCase(withText(view, document, text));
  if (out !== undefined) {
    const label = labelFor(tenant, contentId(text));
    const { facts } = document;
    const { formsDir } = desk;
    const body = await documentFile({ type, facts, composed, statutes, tenant, today, label, formsDir });
    save(out, body);
  }
  const { missing } = composed;
  if (json) {
    const said = {
      facts: saidFacts(type, document.facts, lang),
      missing,
      findings: saidFindings(findings, lang),
    };
    return printJson({ type: id, ...said, text, ...(out === undefined ? {} : { file: out }) });
  }
  print(text);
  print("");
  if (missing.length > 0) print(`${lang === "zh" ? "缺" : "missing"}: ${missing.join(", ")}`);
  if (findings.length > 0) print(findingLines(findings, lang, type.fields));
  if (out !== undefined) print(`→ ${out}`);
}

/** The case with the words of one document as they are written now. */
function withText(view: CaseView, document: CaseDocument, text: string): CaseView {
  const written = { ...document, text };
  return {
    ...view,
    documents: view.documents.map((each) => (each === document ? written : each)),
    subject: written,
  };
}

function save(file: string, body: Uint8Array): void {
  try {
    writeFileSync(file, body);
  } catch (error) {
    throw new BotError("data.unwritable", `${file} cannot be written: ${messageOf(error)}`, {
      forUser: { zh: `文件 ${file} 写不进去。`, en: `The file ${file} cannot be written.` },
      file,
      remedy: "name a folder that is there and may be written to",
    });
  }
}
