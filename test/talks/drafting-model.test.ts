import { afterEach, describe, expect, it } from "vitest";
import type { Behaviour } from "../fakes/deepseek-modes.ts";
import { startFakeDeepSeek, type FakeDeepSeek } from "../fakes/deepseek-server.ts";
import { ending, speak, stream, textOf } from "../fakes/deepseek-wire.ts";
import { openOffice, type Office } from "./office.ts";

let office: Office;
let model: FakeDeepSeek;
afterEach(async () => {
  await office.close();
  await model.close();
});

const FACTS =
  "今天上午10点20到10点55，我和检查员乙去云溪区青石路18号的鲜到家超市查的，老板负责人丙在场，身份证110101199003070978。" +
  "冷柜里有6盒酸奶，生产批号20261001，保质期21天，价签9块9。拍了12张照片。是接到12345投诉去的。";

/** A model that answers the reading of facts with these values, and the smoothing with these sentences. */
const answering =
  (values: readonly object[], smooth: (sentences: readonly string[]) => readonly string[]): Behaviour =>
  ({ request, msPerToken }) => {
    const asked = textOf(request.messages.at(-1));
    const sentences = /<sentences>([\s\S]*)<\/sentences>/u.exec(asked)?.[1];
    const answer = sentences === undefined ? values : smooth(JSON.parse(sentences));
    return stream(...speak(JSON.stringify(answer), msPerToken), ...ending("stop"));
  };

const same = (sentences: readonly string[]) => sentences;

async function openWith(...behaviours: readonly Behaviour[]): Promise<void> {
  model = await startFakeDeepSeek();
  model.behave(...behaviours);
  office = await openOffice({ modelUrl: model.url });
  await office.say("jia", "/report 现场检查笔录");
}

describe("a model that reads an officer's words", () => {
  it("adds what it found in them, with the words it found it in", async () => {
    const value = { name: "inspection_reason", value: "接到12345投诉", words: "是接到12345投诉去的" };
    await openWith(answering([value], same));
    const { draft } = await office.say("jia", FACTS);
    expect(draft?.facts.find(({ name }) => name === "inspection_reason")?.value).toBe("接到12345投诉");
  });

  it("never sees an identity number", async () => {
    await openWith(answering([], same));
    await office.say("jia", FACTS);
    const sent = JSON.stringify(model.requests.map(({ body }) => body));
    expect(sent).toContain("青石路18号");
    expect(sent).not.toContain("110101199003070978");
  });

  it("brings in nothing that was not said, however it lies", async () => {
    const lies = [
      { name: "inspection_reason", value: "群众举报该店长期销售变质食品", words: "是接到12345投诉去的" },
      { name: "recording", value: "执法记录仪编号A-17", words: "拍了12张照片" },
      { name: "witness", value: { name: "王建国", phone: "13800138000" }, words: "老板负责人丙在场" },
      { name: "credentials_shown", value: { yes: true }, words: "拍了12张照片" },
      { name: "rights_told", value: { yes: true }, words: "告知了权利义务" },
      { name: "recusal", value: { yes: false }, words: "老板负责人丙在场" },
      { name: "party_opinion", value: "对检查情况无异议", words: "老板负责人丙在场" },
      { name: "measures_taken", value: "依据《食品安全法》第一百二十四条查封", words: "冷柜里有6盒酸奶" },
      { name: "penalties", value: [{ kind: "罚款", amount: 50_000 }], words: "价签9块9" },
    ];
    await openWith(answering(lies, same));
    const { draft, text } = await office.say("jia", FACTS);
    const said = JSON.stringify(draft);
    for (const lie of ["王建国", "13800138000", "A-17", "变质", "无异议", "查封", "50000", "第一百二十四条"])
      expect(said).not.toContain(lie);
    expect(draft?.missing).toEqual(expect.arrayContaining(["credentials_shown", "rights_told", "recusal"]));
    expect(text).toContain("鲜到家超市");
  });

  it("that answers with no JSON, or with none at all, leaves the reading to the rules", async () => {
    const babble: Behaviour = ({ msPerToken }) =>
      stream(...speak("好的，我来整理。", msPerToken), ...ending("stop"));
    await openWith(babble);
    const { text } = await office.say("jia", FACTS);
    expect(text).toContain("| 检查时间 | 2026年11月24日10时20分至10时55分 |");
  });
});

describe("a model that smooths the narrative", () => {
  it("is taken where it says the same, and not where it adds", async () => {
    await openWith(answering([], (sentences) => sentences.map((sentence) => `经查，${sentence}`)));
    await office.say("jia", FACTS);
    expect((await office.say("jia", "润色")).text).toMatch(/润色了 \d+ 句中的 [1-9]\d* 句/u);
    expect((await office.say("jia", "全文")).text).toContain("经查，冷柜里有6盒酸奶");
    model.behave(
      answering([], (sentences) =>
        sentences.map((sentence) => sentence.replace("。", "，涉案金额5万元，已构成违法。")),
      ),
    );
    expect((await office.say("jia", "润色")).text).toContain("0 句");
    const { text } = await office.say("jia", "全文");
    expect(text).not.toMatch(/5万元|构成违法/u);
  });
});
