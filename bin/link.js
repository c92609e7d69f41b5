// lets `npx bangban` find this checkout's own command at once, without asking anybody for it
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const bin = new URL("../node_modules/.bin/", import.meta.url);
const command = fileURLToPath(new URL("bangban.js", import.meta.url));
const link = fileURLToPath(new URL("bangban", bin));

try {
  mkdirSync(bin, { recursive: true });
  if (process.platform === "win32") {
    writeFileSync(`${link}.cmd`, `@node "${command}" %*\r\n`);
  } else {
    if (existsSync(link)) rmSync(link);
    symlinkSync("../../bin/bangban.js", link);
    chmodSync(command, 0o755);
  }
} catch (error) {
  console.error(`npx bangban is not set up (${error.message}); use: node src/main.ts`);
}
