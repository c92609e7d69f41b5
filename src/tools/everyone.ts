import { ROLES } from "../core/principal.ts";
import type { Role } from "../core/principal.ts";

/** Every role that may do anything at all. */
export const EVERYONE: readonly Role[] = ROLES.filter((role) => role !== "none");
