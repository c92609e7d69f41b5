import { unzip } from "../../../src/files/zip.ts";
import { labelFor } from "../../../src/documents/layout/label.ts";
import { layOut, type LayOutOptions } from "../../../src/documents/layout/lay-out.ts";
import { packZip } from "../../../src/documents/layout/pack.ts";
import { tenantSchema } from "../../../src/documents/tenant.ts";
import { SAMPLES } from "./samples.ts";

export const tenant = tenantSchema.parse({ name: "云溪区市场监督管理局", code: "云市监" });
export const label = labelFor(tenant, "contents-of-version-1");
export const TODAY = "2026-11-23";

/** A sample laid out: labelled and a first draft, unless told otherwise. */
export async function made(name: string, changes: Partial<LayOutOptions> = {}): Promise<Uint8Array> {
  const composed = SAMPLES[name];
  if (composed === undefined) throw new Error(`no sample ${name}`);
  return layOut(composed, { tenant, today: TODAY, label, version: 1, ...changes });
}

/** The text of one part of a .docx. */
export async function partOf(bytes: Uint8Array, path: string): Promise<string> {
  return new TextDecoder().decode((await unzip(bytes)).get(path));
}

/** The same .docx with one part changed; throws when the change changes nothing, so that no test passes by accident. */
export async function changed(
  bytes: Uint8Array,
  path: string,
  change: (text: string) => string,
): Promise<Uint8Array> {
  const parts = new Map(await unzip(bytes));
  const before = new TextDecoder().decode(parts.get(path));
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${path}`);
  return packZip(parts.set(path, Buffer.from(after)));
}
