import type { Sign } from "./sign.ts";
import { ACUTE, BODY } from "./signs-body.ts";
import { CRY, DANGER, MISSING } from "./signs-danger.ts";

/** Every sign by name. */
export const SIGNS = { ...BODY, ...DANGER, ...ACUTE, ...MISSING, ...CRY } satisfies Record<string, Sign>;

export type SignName = keyof typeof SIGNS;
