import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

const settings = z.object({
  language: z.enum(["zh", "en"]).optional(),
  /** The pack that answers this person where no room decides. */
  agent: z.string().optional(),
});

/** What a person chose on the home page; what is left out follows the question. */
export type PersonSettings = Readonly<z.output<typeof settings>>;

export interface SettingsStore {
  /** Empty for somebody who chose nothing. */
  read(userId: string): PersonSettings;
  /** Replaces what was chosen; on disk when it returns. */
  keep(userId: string, chosen: PersonSettings): void;
}

const file = z.record(z.string(), settings);

/**
 * Choices in one small file, written beside it and moved into its place. A file that cannot be read counts as
 * empty: choices are a convenience, and nobody is locked out by a torn one.
 */
export function openSettings(
  path: string,
  onProblem: (error: unknown) => void = () => undefined,
): SettingsStore {
  let all: Record<string, PersonSettings> = {};
  try {
    if (existsSync(path)) all = file.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    onProblem(error);
  }
  return {
    read: (userId) => all[userId] ?? {},
    keep(userId, chosen) {
      all = { ...all, [userId]: settings.parse(chosen) };
      writeFileSync(`${path}.new`, JSON.stringify(all));
      renameSync(`${path}.new`, path);
    },
  };
}
