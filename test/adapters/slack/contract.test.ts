import { randomUUID } from "node:crypto";
import { adapterContract } from "../../contracts/adapter.ts";
import { enveloped } from "../../fakes/slack-people.ts";
import type { Json } from "../../fakes/slack-state.ts";
import { OFFICE, openStage } from "./stage.ts";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

for (const transport of ["http", "socket"] as const) {
  adapterContract<Json>(`slack over ${transport}`, async () => {
    const stage = await openStage({
      transport,
      openFile: async () => ({
        name: "笔录.docx",
        mime: "application/octet-stream",
        body: Buffer.from("PK"),
      }),
    });
    const { slack, adapter } = stage;
    const { workspace } = slack;
    stage.person("U0ANNA");
    const said = (text: string, who: Json): Json => {
      const ts = workspace.ts();
      const event = { type: "app_mention", channel: OFFICE, text, ts, event_ts: ts, ...who };
      return enveloped(workspace, event, `Ev${randomUUID()}`);
    };
    return {
      adapter,
      speak: (text) => said(`<@${workspace.botUser}> ${escaped(text)}`, { user: "U0ANNA" }),
      echo: (text) => said(escaped(text), { user: workspace.botUser, bot_id: workspace.botId }),
      async deliver(event) {
        // nobody holds a connection any more once the bot has stopped
        if (transport === "socket" && slack.socket.live === 0) return "refused";
        // over a socket a no is silence: Slack sends it again later
        const refused = stage.nextProblem().then(() => false);
        const acknowledged = stage.line.event(event).then(({ status }) => status === 200);
        return (await Promise.race([acknowledged, refused])) ? "taken" : "refused";
      },
      async shown(atLeast) {
        await slack.until(() => slack.saidIn(OFFICE).length >= atLeast);
        return slack.saidIn(OFFICE);
      },
      close: () => stage.close(),
    };
  });
}
