import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings } from "../src/config.ts";
import { envExample } from "../src/env-example.ts";

const NO_FILE = join(tmpdir(), "there-is-no-such-env-file");
const folder = () => mkdtempSync(join(tmpdir(), "bangban-config-"));

function write(name: string, text: string): string {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}

describe("settings", () => {
  it("need nothing: the defaults run the bot on this machine without a model", () => {
    const settings = readSettings({}, {}, NO_FILE);
    expect(settings).toMatchObject({
      dataDir: "./data",
      webHost: "127.0.0.1",
      webPort: 8080,
      deepseekModel: "deepseek-flash",
    });
    expect(settings.deepseekKey).toBeUndefined();
    expect(settings.institution.roles.default).toBe("citizen");
  });

  it("come from options before the environment before .env, and an empty line sets nothing", () => {
    const envFile = write(".env", "WEB_PORT=1001\nDEEPSEEK_MODEL=from-file\nDEEPSEEK_API_KEY=\n");
    const settings = readSettings({ dataDir: "mine" }, { WEB_PORT: "1002", BANGBAN_DATA: "other" }, envFile);
    expect(settings).toMatchObject({ dataDir: "mine", webPort: 1002, deepseekModel: "from-file" });
    expect(settings.deepseekKey).toBeUndefined();
  });

  it("are refused all at once, each fault by the name of its variable", () => {
    const broken = { WEB_PORT: "door", DEEPSEEK_BASE_URL: "somewhere", LOG_LEVEL: "loud" };
    expect(() => readSettings({}, broken, NO_FILE)).toThrow(
      expect.objectContaining({
        code: "config.invalid",
        message: expect.stringMatching(
          /LOG_LEVEL.*WEB_PORT: must be a number.*DEEPSEEK_BASE_URL: must be an address/,
        ),
      }),
    );
  });

  it("are all in .env.example, which is printed from the schema", () => {
    expect(readFileSync(new URL("../.env.example", import.meta.url), "utf8")).toBe(envExample());
  });
});

describe("the institution's file", () => {
  const read = (text: string) =>
    readSettings({}, { BANGBAN_CONFIG: write("bangban.yaml", text) }, NO_FILE).institution;

  it("says who is who and what each room is for", () => {
    const institution = read(`
tenant: { name: 云溪区政务服务中心, region: 济南 }
roles:
  users: { "slack:T1:U1": [officer, reviewer] }
rooms:
  "slack:C1": { allow: [officer], agents: [law-enforcement] }
`);
    expect(institution.tenant.region).toBe("济南");
    expect(institution.roles.users["slack:T1:U1"]).toEqual(["officer", "reviewer"]);
    expect(institution.rooms["slack:C1"]?.allow).toEqual(["officer"]);
  });

  it.each([
    ["roles:\n  users: { a: [king] }", "roles.users.a.0"],
    ["rooms:\n  r: { alow: [officer] }", "rooms.r.alow"],
    ["tenant: [", "YAML"],
  ])("names file and field of a fault: %s", (text, where) => {
    const fault = expect.objectContaining({
      code: "config.invalid",
      message: expect.stringContaining("bangban.yaml"),
    });
    expect(() => read(text)).toThrow(fault);
    if (where !== "YAML") expect(() => read(text)).toThrow(where);
  });

  it("says so when it is not there", () => {
    expect(() => readSettings({}, { BANGBAN_CONFIG: join(folder(), "none.yaml") }, NO_FILE)).toThrow(
      "none.yaml",
    );
  });
});
