import { LoopPlugin, TagDisposition, TemplateHandler, TextPlugin } from "easy-template-x";
import { BotError, messageOf } from "../../core/errors.ts";
import type { Words } from "../../core/language.ts";
import { unzip } from "../../files/zip.ts";
import { packZip } from "./pack.ts";
import { templateFault } from "./template-faults.ts";
import { guarded, openPackage } from "./word/package.ts";

/** What a form is filled with: words by tag, and lists whose rows have their own tags. */
export interface FormValues {
  readonly [tag: string]: string | number | boolean | readonly FormValues[];
}

/**
 * The agency's own .docx with its `{tags}` filled and its `{#lists}{/lists}` repeated; same input, same bytes.
 *
 * Throws `template.invalid` naming the tag that has no value, or what in the form reaches outside (links, macros,
 * embedded files, fetching fields); `file.refused` for what is no .docx. `name` is what the form is called in it.
 */
export async function fillForm(template: Uint8Array, values: FormValues, name = ""): Promise<Uint8Array> {
  await openPackage(template, name);
  await refuseFaults(template, name);
  const handler = new TemplateHandler({ plugins: [new TextPlugin(), new LoopPlugin()] });
  const form = Buffer.from(template);
  const unknown = unknownTag(await parsed(() => handler.parseTags(form), name), values);
  if (unknown !== null) {
    throw invalid(name, unknown, {
      zh: `表格模板里的“{${unknown}}”没有对应的内容`,
      en: `the form's tag {${unknown}} is not known`,
    });
  }
  const filled = new Uint8Array(await parsed(() => handler.process(form, clean(values)), name));
  // once more on the way out: a value must not have become part of a field's code
  const parts = await refuseFaults(filled, name);
  return packZip(parts);
}

/** A tag of a form: a place for words, or the rows of a list with the tags inside it. */
export interface FormTag {
  readonly name: string;
  readonly isList: boolean;
}

/** The tags of a form in their order, so that values can be made for just these. Throws as `fillForm` does. */
export async function formTags(template: Uint8Array, name = ""): Promise<readonly FormTag[]> {
  await openPackage(template, name);
  await refuseFaults(template, name);
  const handler = new TemplateHandler({ plugins: [new TextPlugin(), new LoopPlugin()] });
  const tags = await parsed(() => handler.parseTags(Buffer.from(template)), name);
  return tags
    .filter(({ disposition }) => disposition !== TagDisposition.Close)
    .map(({ name: tag, disposition }) => ({ name: tag, isList: disposition === TagDisposition.Open }));
}

async function refuseFaults(bytes: Uint8Array, name: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const parts = await unzip(bytes, { name });
  const fault = guarded(name, () => templateFault(parts));
  if (fault !== null) throw invalid(name, fault.field, fault.reason);
  return parts;
}

type Tags = Awaited<ReturnType<TemplateHandler["parseTags"]>>;

// the rows of an empty list are never written, so that nothing in them is unknown
const NOTHING_WRITTEN = null;
type Scope = FormValues | typeof NOTHING_WRITTEN;

/** The first tag that neither its list's rows nor what is around them has a value for. */
function unknownTag(tags: Tags, values: FormValues): string | null {
  const scopes: Scope[] = [values];
  for (const { name, disposition } of tags) {
    if (disposition === TagDisposition.Close) {
      scopes.pop();
      continue;
    }
    const known = scopes.find((scope) => scope === NOTHING_WRITTEN || Object.hasOwn(scope, name));
    if (known === undefined) return name;
    if (disposition === TagDisposition.Open) scopes.push(rowOf(known?.[name]));
  }
  return null;
}

/** Every tag that some row of a list has. */
function rowOf(value: FormValues[string] | undefined): Scope {
  if (typeof value !== "object") return {};
  return value.length === 0 ? NOTHING_WRITTEN : Object.assign({}, ...value);
}

// XML has no place for these
const CONTROL = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

interface Cleaned {
  [tag: string]: string | number | boolean | Cleaned[];
}

/** The values as the library takes them, without signs that no XML can hold. */
function clean(values: FormValues): Cleaned {
  return Object.fromEntries(
    Object.entries(values).map(([tag, value]) => {
      if (typeof value === "string") return [tag, value.replace(CONTROL, "")];
      return [tag, typeof value === "object" ? value.map(clean) : value];
    }),
  );
}

/** What the library throws about a form's tags, in our words. */
async function parsed<T>(read: () => Promise<T>, name: string): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const what = messageOf(error);
    throw invalid(
      name,
      "tags",
      { zh: `表格模板里的标记不完整：${what}`, en: `the form's tags are not well formed: ${what}` },
      error,
    );
  }
}

function invalid(file: string, field: string, reason: Words, cause?: unknown): BotError {
  const place = file === "" ? "" : `${file}: `;
  return new BotError("template.invalid", `${place}${reason.en}`, {
    forUser: {
      zh: `${place}${reason.zh}，请管理员改正模板`,
      en: `${place}${reason.en}; ask the administrator`,
    },
    field,
    remedy: "open the form in Word or WPS, correct it there, and save it as .docx without macros",
    ...(file === "" ? {} : { file }),
    ...(cause === undefined ? {} : { cause }),
  });
}
