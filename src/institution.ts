import { readFileSync } from "node:fs";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { BotError, messageOf } from "./core/errors.ts";
import { ROLES } from "./core/principal.ts";
import { tenantSchema } from "./documents/tenant.ts";

const role = z.enum(ROLES);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "a time is written 21:30" });
const room = z.strictObject({
  /** Roles that may see their own content in this room; everybody else in it counts as a citizen. */
  allow: z.array(role).default(["citizen"]),
  /** Packs that answer here, first one by default. */
  agents: z.array(z.string()).default([]),
  /** Collections that were read in and are searched here; unset: all that the roles allow. */
  collections: z.array(z.string()).default([]),
  /** The language the bot speaks here; unset: the language of each message. */
  language: z.enum(["zh", "en"]).optional(),
  /** Between these times the bot says nothing here that nobody asked for. */
  quiet: z.strictObject({ from: clock, to: clock }).optional(),
});

/** The institution's own file: who is who, which room is for what. Ids only, never display names. */
export const institutionSchema = z.strictObject({
  tenant: tenantSchema.prefault({}),
  roles: z
    .strictObject({
      /** "platform:account:user" or "platform:user" to roles. */
      users: z.record(z.string(), z.array(role)).default({}),
      default: role.default("citizen"),
    })
    .default({ users: {}, default: "citizen" }),
  /** "platform:room" to what it allows. */
  rooms: z.record(z.string(), room).default({}),
});

export type Institution = Readonly<z.output<typeof institutionSchema>>;

/** The institution's file, or the defaults where none is named. Throws `config.invalid` with file and field. */
export function readInstitution(path: string | undefined): Institution {
  if (path === undefined) return institutionSchema.parse({});
  const parsed = institutionSchema.safeParse(readYaml(path));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys : [];
  throw invalid(path, [...(issue?.path ?? []), ...unknown].join("."), issue?.message ?? "wrong form");
}

function readYaml(path: string): unknown {
  try {
    return parseYaml(readFileSync(path, "utf8")) ?? {};
  } catch (error) {
    throw invalid(path, "", messageOf(error));
  }
}

function invalid(file: string, field: string, fault: string): BotError {
  const where = field === "" ? file : `${file}, ${field}`;
  return new BotError("config.invalid", `${where}: ${fault}`, {
    forUser: {
      zh: `配置文件有误：${where}：${fault}`,
      en: `The configuration file is wrong: ${where}: ${fault}`,
    },
    file,
    ...(field === "" ? {} : { field }),
    remedy: "mend the named field, or unset BANGBAN_CONFIG to run with the defaults",
  });
}
