import { fileURLToPath } from "node:url";

/** The folder of the packs that ship, read where the operator names no other. */
export const SHIPPED_PACKS = fileURLToPath(new URL("../knowledge", import.meta.url));
