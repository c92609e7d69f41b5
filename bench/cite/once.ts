import { enableCompileCache } from "node:module";

// as the command line does
enableCompileCache();
const { openStatutes } = await import("../../src/statutes/index.ts");
const { citations } = openStatutes().cite(process.argv[2] ?? "", { on: "2026-11-23" });
process.stdout.write(`${JSON.stringify(citations)}\n`);
