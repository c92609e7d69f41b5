import type { Reply } from "../../core/reply.ts";
import { showValue } from "../../documents/compose/show-value.ts";
import { answer } from "./reply.ts";
import type { Here, Session } from "./session.ts";
import { SAY } from "./words.ts";

// where an account of what was done may stand, the most settled first
const ACCOUNTS = ["violation_facts", "brief_facts", "observations", "case_cause"];

/** Articles that may apply to what was done, in their own words; the officer picks, nobody else. */
export async function laws(session: Session, { facts }: Here): Promise<Reply> {
  const { language, desk, turn } = session;
  const account = ACCOUNTS.flatMap((name) => facts[name] ?? [])[0];
  if (account === undefined) return answer(session, SAY.lawsFirst[language]);
  const found = await desk.findLaws(showValue(account, "zh"), turn);
  if (found.length === 0) return answer(session, SAY.noLaws[language]);
  const quoted = found.map(
    ({ source, quote }) => `**${source}**\n> ${(quote ?? "").replaceAll("\n", "\n> ")}`,
  );
  return answer(session, [SAY.lawsHead[language], ...quoted].join("\n\n"), {
    citations: found,
    actions: found.flatMap(({ source }) => [
      { label: SAY.violates(source)[language], text: `违反的规定：${source}` },
      { label: SAY.punishes(source)[language], text: `处罚依据：${source}` },
    ]),
  });
}
