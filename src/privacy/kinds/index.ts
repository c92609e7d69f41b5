import { bankCard } from "./bank-card.ts";
import { email } from "./email.ts";
import { idCard } from "./id-card.ts";
import type { Kind } from "./kind.ts";
import { mobile } from "./mobile.ts";

/** Every kind there is; where two claim the same characters, the earlier one gets them. */
export const KINDS: readonly Kind[] = [idCard, bankCard, mobile, email];
