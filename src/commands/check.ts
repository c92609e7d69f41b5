import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readSettings } from "../config.ts";
import { BotError, messageOf } from "../core/errors.ts";
import { dayInChina } from "../core/today.ts";
import { openDocumentDesk, typeNamed, type DocumentDesk } from "../document-desk.ts";
import { readCaseFile, type CaseFileOptions } from "../documents/case-file.ts";
import type { CaseView } from "../documents/case-view.ts";
import type { Grade } from "../documents/grade/index.ts";
import { readFinished } from "../documents/read/index.ts";
import { checkCase } from "../documents/rules/index.ts";
import type { DocumentType } from "../documents/types/document-type.ts";
import { saidFindings } from "../drafting/draft-view.ts";
import { findingLines } from "../drafting/finding-lines.ts";
import { sayCitations } from "../statutes/words.ts";
import { readJson } from "./json-file.ts";
import { fail, print, printJson, type CommonOptions } from "./output.ts";

interface CheckOptions extends CommonOptions {
  readonly type?: string;
  readonly tenant?: string;
}

/** `bangban check`: rules and citations over a case file, a .docx or a text; for a .docx its layout too. */
export async function check(file: string, options: CheckOptions): Promise<void> {
  let desk: DocumentDesk | undefined;
  try {
    desk = openDocumentDesk(readSettings({ dataDir: options.data }), options.tenant);
    const type = options.type === undefined ? undefined : typeNamed(desk.types, options.type);
    const { view, layout } = await read(desk, file, type, options);
    report(view, layout, options);
  } catch (error) {
    fail(error, options);
  } finally {
    desk?.law.close();
  }
}

interface Read {
  readonly view: CaseView;
  readonly layout?: Grade;
}

async function read(
  desk: DocumentDesk,
  file: string,
  type: DocumentType | undefined,
  { today = dayInChina(Date.now()) }: CheckOptions,
): Promise<Read> {
  const { types, fields, tenant } = desk;
  const shared = {
    types,
    fields,
    tenant,
    today,
    statutes: desk.law.open(),
    holidays: desk.holidays(),
    type,
    ref: file,
  };
  if (/\.json$/iu.test(file)) return { view: readCaseFile(readJson(file), shared) };
  const bytes = bytesOf(file);
  if (!/\.docx$/iu.test(file)) return { view: finished(new TextDecoder().decode(bytes), shared) };
  const [{ docxText }, { gradeLayout }] = await Promise.all([
    import("../documents/layout/docx-text.ts"),
    import("../documents/grade/index.ts"),
  ]);
  const { text } = await docxText(bytes, basename(file));
  return { view: finished(text, shared), layout: await gradeLayout(bytes) };
}

/** A finished text as a case of one document: what can be read from it, and its words. */
function finished(
  text: string,
  { types, tenant, today, statutes, holidays, type: given, ref }: CaseFileOptions,
): CaseView {
  const read = readFinished(text, types);
  const type = given ?? read.type;
  const base = { tenant, today, statutes, holidays };
  if (type === null) throw unknownType(ref);
  const document = { type, facts: read.facts, own: read.facts, number: read.number, text };
  return { ...base, documents: [document], subject: document, facts: read.facts };
}

function report(
  view: CaseView,
  layout: Grade | undefined,
  { json = false, lang = "zh" }: CheckOptions,
): void {
  const findings = checkCase(view);
  const actOn = view.subject?.facts["act_ended_on"] ?? view.subject?.facts["acted_on"];
  const citations = view.documents
    .filter(({ text }) => text.trim() !== "")
    .flatMap(({ text }) => {
      const on = view.today;
      const act = typeof actOn?.value === "string" ? { actOn: actOn.value } : {};
      return view.statutes.cite(text, { on, lang, ...act }).citations;
    });
  if (json) {
    return printJson({
      findings: saidFindings(findings, lang),
      citations,
      ...(layout === undefined ? {} : { layout }),
    });
  }
  print(
    findings.length === 0
      ? lang === "zh"
        ? "按规则检查，没有发现问题。"
        : "Nothing found."
      : findingLines(
          findings,
          lang,
          view.documents.flatMap(({ type }) => type.fields),
        ),
  );
  if (citations.length > 0) print(`\n${sayCitations(citations, lang)}`);
  if (layout !== undefined) {
    print(`\n${lang === "zh" ? "版式" : "layout"} ${layout.score}`);
    for (const { ok, clause, message } of layout.points) if (!ok) print(`- ${clause} ${message[lang]}`);
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new BotError("input.invalid", `${file}: ${messageOf(error)}`, {
      forUser: { zh: `${file} 读不出来。`, en: `${file} cannot be read.` },
      file,
      remedy: "name a .json, .docx, .md or .txt file",
    });
  }
}

function unknownType(file: string): BotError {
  return new BotError("input.invalid", `${file}: no known type of document is recognised in it`, {
    forUser: {
      zh: `${file} 看不出是哪一种文书。请用 --type 指明。`,
      en: `${file}: no type of document is recognised. Name it with --type.`,
    },
    file,
    field: "type",
    remedy: "bangban check FILE --type TYPE; bangban draft --list names the types",
  });
}
