import { settingsTable } from "./config.ts";

/** The text of `.env.example`: every setting with its meaning and default, group by group. */
export function envExample(): string {
  const lines = [
    "# Copy to .env and fill in what you need; everything has a default that works without this file.",
  ];
  let group = "";
  for (const { env, group: next, note, fallback } of settingsTable()) {
    if (next !== group) lines.push("", `# --- ${next}`);
    group = next;
    lines.push(`# ${note}`, `${fallback === "" ? "# " : ""}${env}=${fallback}`);
  }
  return `${lines.join("\n")}\n`;
}

// `node src/env-example.ts > .env.example` after a change of the settings
if (import.meta.main) process.stdout.write(envExample());
