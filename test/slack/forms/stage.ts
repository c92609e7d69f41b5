import { fileURLToPath } from "node:url";
import type { FormSource } from "../../../src/adapters/slack/forms/source.ts";
import { institutionSchema } from "../../../src/institution.ts";
import { loadDocumentTypes } from "../../../src/documents/types/load.ts";
import { clicks, type Clicks } from "../../fakes/slack-views.ts";
import type { Person } from "../../fakes/slack-people.ts";
import { openStage, type SlackStage, type StageOptions } from "../../adapters/slack/stage.ts";
import { faultOf, formNames, formOf } from "../../../src/commands/slack-forms.ts";

const KNOWLEDGE = fileURLToPath(new URL("../../../knowledge", import.meta.url));

/** The documents that ship. */
export const { types: TYPES } = loadDocumentTypes(KNOWLEDGE, institutionSchema.parse({}).tenant);

/** Forms of the documents that ship, for everybody but people from outside. */
export const FORMS: FormSource = {
  forms: async ({ externalTenant }) => (externalTenant === undefined ? formNames(TYPES) : []),
  async form(id) {
    const type = TYPES.get(id);
    return type === undefined ? null : formOf(type);
  },
  faultOf,
};

export interface FormStage extends SlackStage {
  readonly anna: Person;
  readonly hands: Clicks;
}

/** An officer before the real adapter with the forms of the documents that ship. */
export async function openForms(options: StageOptions = {}): Promise<FormStage> {
  const stage = await openStage({ forms: FORMS, ...options });
  const anna = stage.person("U0ANNA");
  return { ...stage, anna, hands: clicks(stage.slack, stage.line, anna.id) };
}
