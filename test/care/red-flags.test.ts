import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/core/language.ts";
import { urgentNeed } from "../../src/care/red-flags.ts";
import { EMERGENCIES } from "./emergencies.ts";
import { LOOK_ALIKES } from "./look-alikes.ts";
import { UNSEEN_EMERGENCIES } from "./unseen-emergencies.ts";
import { UNSEEN_LOOK_ALIKES } from "./unseen-look-alikes.ts";

const read = (text: string) => urgentNeed(text, languageOf(text));

describe.each(Object.entries(EMERGENCIES))("%s: somebody needs help now", (category, messages) => {
  it.each(messages)("%s", (text) => expect(read(text)?.category).toBe(category));
});

describe.each(Object.entries(UNSEEN_EMERGENCIES))("%s round: somebody needs help now", (_, messages) => {
  it.each(messages)("%s", (text) => expect(read(text)).not.toBeNull());
});

describe.each([...Object.entries(LOOK_ALIKES), ...Object.entries(UNSEEN_LOOK_ALIKES)])(
  "%s: nobody is in danger",
  (_, messages) => {
    it.each(messages)("%s", (text) => expect(read(text)).toBeNull());
  },
);

describe("what the person is told", () => {
  it("names the ambulance first, says what not to do, in the person's language", () => {
    const zh = read("我爸突然嘴歪，话说不利索，右手没劲");
    expect(zh?.contacts).toEqual(["120"]);
    expect(zh?.text).toMatch(/^\*\*请立即拨打 120。\*\*.*不要喂水喂药/);
    expect(read("she is unconscious")?.text).toMatch(/^\*\*Call 120 now\.\*\*/);
  });

  it("names the psychological aid line for somebody who wants to die", () => {
    expect(read("我想自杀")?.contacts).toEqual(["12356", "110", "120"]);
    expect(read("I want to kill myself")?.text).toContain("12356");
  });

  it("has words in both languages that name every number to call", () => {
    for (const messages of Object.values(EMERGENCIES)) {
      const need = read(messages[0] ?? "");
      for (const contact of need?.contacts ?? []) {
        if (need?.category === "fire" && contact === "120") continue;
        expect([need?.category, need?.words.zh, need?.words.en].join()).toContain(contact);
      }
    }
  });
});

describe("doubt", () => {
  it("never outweighs a wish to die, whatever office matter stands beside it", () => {
    expect(read("低保申请又没批，我不想活了")?.category).toBe("selfHarm");
    expect(read("My disability certificate was refused and I want to end my life")?.category).toBe(
      "selfHarm",
    );
  });

  it("gives way when the message says that it happens now", () => {
    expect(read("保险公司的人突然晕倒了")?.category).toBe("unconscious");
    expect(read("去年溺水过，刚才又掉河里了")?.category).toBe("accident");
  });

  it("takes a question whether it is so as a sign, a denial not", () => {
    expect(read("他是不是昏迷了")).not.toBeNull();
    expect(read("他没有昏迷")).toBeNull();
  });

  it("reads full-width signs, blanks between words and capitals", () => {
    expect(read("我 想 自 杀")).not.toBeNull();
    expect(read("HE IS NOT BREATHING")).not.toBeNull();
    expect(read("I CAN’T BREATHE")).not.toBeNull();
  });

  it("stays quick on a very long message", () => {
    const started = process.hrtime.bigint();
    read("请问办事大厅几点上班，需要带什么材料".repeat(2_000));
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1_000);
  });
});
