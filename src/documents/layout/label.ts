import type { Words } from "../../core/language.ts";
import type { Label } from "../composed.ts";
import type { Tenant } from "../tenant.ts";

/** Name of the property in docProps/custom.xml; GB 45438-2025 calls the key so (read in secondary sources only). */
export const LABEL_PROPERTY = "AIGC";

// 1: the text is machine-made for certain (2 and 3 mean presumably and suspected)
const IS_MACHINE_MADE = "1";

/** The hidden label: the keys that GB 45438-2025 lists, as one line of JSON with the keys in its order. */
export function labelJson({ provider, contentId }: Label): string {
  return JSON.stringify({
    Label: IS_MACHINE_MADE,
    ContentProducer: provider,
    ProduceID: contentId,
    ReservedCode1: "",
    // who spreads it is the institution that sends it out, and that does not change the file
    ContentPropagator: provider,
    PropagateID: contentId,
    ReservedCode2: "",
  });
}

/** The visible label; the provider is the tenant's, or the institution itself. */
export function labelFor(tenant: Pick<Tenant, "name" | "provider">, contentId: string): Label {
  const { name, code } = tenant.provider ?? { name: tenant.name };
  return { words: LABEL_WORDS, provider: code ?? name, contentId };
}

const LABEL_WORDS: Words = {
  zh: "本文稿由人工智能辅助生成，须经执法人员核对",
  en: "Drafted with the help of artificial intelligence; an officer must check it",
};
