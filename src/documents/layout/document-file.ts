import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { BotError, messageOf } from "../../core/errors.ts";
import type { OwnFormOptions } from "./own-form.ts";

/** What a document's file is made from. */
export interface DocumentFileOptions extends OwnFormOptions {
  readonly version?: number | undefined;
  /** The folder in which the institution keeps its own forms. */
  readonly formsDir: string;
}

/** A document as .docx: the institution's own form where it has one for the type, else laid out by GB/T 9704. */
export async function documentFile(options: DocumentFileOptions): Promise<Uint8Array> {
  const { type, composed, tenant, today, label, version, formsDir } = options;
  if (type.form === undefined) {
    const { layOut } = await import("./lay-out.ts");
    return layOut(composed, { tenant, today, label, version });
  }
  const { ownForm } = await import("./own-form.ts");
  const path = resolve(formsDir, type.form);
  return ownForm(await formAt(path, type.form), options, basename(path));
}

async function formAt(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new BotError("template.invalid", `the form ${name} cannot be read: ${messageOf(error)}`, {
      forUser: { zh: `表格模板 ${name} 读不到。`, en: `The form ${name} cannot be read.` },
      file: name,
      remedy: "put it beside the institution's file, or mend documents.<type>.form there",
    });
  }
}
