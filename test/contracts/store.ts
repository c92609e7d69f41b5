import { describe, expect, it } from "vitest";
import { say } from "../../src/core/reply.ts";
import type { Store } from "../../src/store/port.ts";
import { message } from "../samples.ts";

const piece = (text: string) => ({ text, body: JSON.stringify({ text }) });

/** Promises that every engine of the store keeps; `reopen` closes the store and opens it again, as a restart does. */
export function storeContract(
  name: string,
  open: () => Promise<{ store: Store; reopen: () => Promise<Store>; end: () => Promise<void> }>,
): void {
  const withStore = (title: string, test: (given: Awaited<ReturnType<typeof open>>) => Promise<void>) =>
    it(title, async () => {
      const given = await open();
      await test(given).finally(given.end);
    });

  describe(`${name}: inbox`, () => {
    withStore("takes a message once, however often it is delivered", async ({ store }) => {
      const one = message("你好");
      expect(await store.inbox.accept(one)).toBe("stored");
      expect(await store.inbox.accept(one)).toBe("duplicate");
      const copies = await Promise.all([1, 2, 3].map(() => store.inbox.accept({ ...one, id: "other" })));
      expect(copies.filter((admission) => admission === "stored")).toHaveLength(1);
    });

    withStore("takes two ids of one delivery as one", async ({ store }) => {
      expect(await store.inbox.accept(message("a", { deliveryId: "Ev1" }))).toBe("stored");
      expect(await store.inbox.accept(message("a", { deliveryId: "Ev1" }))).toBe("duplicate");
      expect(await store.inbox.accept(message("a", { deliveryId: "Ev1", platform: "other" }))).toBe("stored");
    });

    withStore("still knows a message after a restart", async ({ store, reopen }) => {
      const one = message("缴税");
      await store.inbox.accept(one);
      const again = await reopen();
      expect(await again.inbox.accept(one)).toBe("duplicate");
      expect(await again.inbox.read(one.id)).toEqual(one);
    });

    withStore(
      "hands over what was left unanswered, oldest first, and counts crashes",
      async ({ store, reopen }) => {
        const [first, second, third] = [message("一"), message("二"), message("三")];
        for (const each of [first, second, third]) await store.inbox.accept(each);
        await store.inbox.close(second.id, null, []);
        store.inbox.begin(third.id);
        const waiting = await (await reopen()).inbox.recover();
        expect(waiting.map(({ id, crashes }) => [id, crashes])).toEqual([
          [first.id, 0],
          [third.id, 1],
        ]);
      },
    );

    withStore("keeps reply and pieces together, once", async ({ store }) => {
      const one = message("问");
      await store.inbox.accept(one);
      const pieces = await store.inbox.close(one.id, say("答"), [piece("答"), piece("完")]);
      expect(pieces.map(({ key }) => key)).toEqual([`${one.id}/1`, `${one.id}/2`]);
      expect(await store.inbox.close(one.id, say("又答"), [piece("又答")])).toEqual([]);
      expect((await store.outbox.unsent()).map(({ text }) => text)).toEqual(["答", "完"]);
      expect(await store.inbox.countOpen()).toBe(0);
    });

    withStore("tells a talk again in order", async ({ store }) => {
      for (const text of ["一", "二"]) {
        const one = message(text, { room: "talk" });
        await store.inbox.accept(one);
        await store.inbox.close(one.id, say(`答${text}`), []);
      }
      await store.inbox.accept(message("三", { room: "talk" }));
      const talk = await store.inbox.talk("test:bot:talk", 10);
      expect(talk.map(({ kind, text }) => [kind, text])).toEqual([
        ["question", "一"],
        ["reply", "答一"],
        ["question", "二"],
        ["reply", "答二"],
        ["question", "三"],
      ]);
      expect(await store.inbox.talk("test:bot:elsewhere", 10)).toEqual([]);
    });
  });

  describe(`${name}: outbox`, () => {
    withStore("knows after a restart which send may have arrived", async ({ store, reopen }) => {
      const one = message("问");
      await store.inbox.accept(one);
      await store.inbox.close(one.id, say("x"), [
        piece("sent"),
        piece("tried"),
        piece("untouched"),
        piece("given up"),
      ]);
      await store.outbox.attempt(`${one.id}/1`);
      await store.outbox.sent(`${one.id}/1`);
      await store.outbox.attempt(`${one.id}/2`);
      await store.outbox.failed(`${one.id}/4`, "gone");
      const unsent = await (await reopen()).outbox.unsent();
      expect(unsent.map(({ text, isDoubtful }) => [text, isDoubtful])).toEqual([
        ["tried", true],
        ["untouched", false],
      ]);
    });
  });

  describe(`${name}: memory`, () => {
    withStore(
      "keeps exchanges, what is known and the vault of each conversation apart",
      async ({ store, reopen }) => {
        await store.memory.add("a", { question: "问", answer: "答" });
        await store.memory.keepKnown("a", { region: "济南" });
        await store.memory.keepVault("a", "{}");
        const again = await reopen();
        expect(await again.memory.exchanges("a")).toEqual([{ question: "问", answer: "答" }]);
        expect(await again.memory.known("a")).toEqual({ region: "济南" });
        expect(await again.memory.vault("a")).toBe("{}");
        expect(await again.memory.exchanges("b")).toEqual([]);
        expect(await again.memory.known("b")).toEqual({});
      },
    );

    withStore("drops the oldest exchanges first", async ({ store }) => {
      for (const question of ["1", "2", "3"]) await store.memory.add("a", { question, answer: "" });
      await store.memory.trim("a", 2);
      expect((await store.memory.exchanges("a")).map(({ question }) => question)).toEqual(["3"]);
    });

    withStore("forgets a conversation with its words, and nobody else's", async ({ store }) => {
      const mine = message("我的身份证", { room: "mine" });
      const theirs = message("别人的话", { room: "theirs" });
      for (const each of [mine, theirs]) {
        await store.inbox.accept(each);
        await store.inbox.close(each.id, say(`答：${each.text}`), [piece(each.text)]);
        await store.outbox.sent(`${each.id}/1`);
        await store.memory.add(each.conversation.key, { question: each.text, answer: "" });
      }
      expect(await store.memory.forget(mine.conversation.key)).toBe(1);
      expect(await store.inbox.talk(mine.conversation.key, 10)).toEqual([]);
      expect(await store.memory.exchanges(mine.conversation.key)).toEqual([]);
      expect(await store.inbox.accept(mine)).toBe("duplicate");
      expect(await store.inbox.talk(theirs.conversation.key, 10)).toHaveLength(2);
      expect(await store.memory.exchanges(theirs.conversation.key)).toHaveLength(1);
    });
  });

  describe(`${name}: audit`, () => {
    withStore("numbers and chains lines, also when many are written at once", async ({ store }) => {
      await Promise.all(
        Array.from({ length: 50 }, (_, index) => store.audit.append("turn", `{"n":${index}}`, index)),
      );
      const rows = await store.audit.rows(0, 100);
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
      expect(new Set(rows.map(({ hash }) => hash)).size).toBe(50);
      expect((await store.audit.rows(48, 100)).map(({ seq }) => seq)).toEqual([49, 50]);
    });
  });

  describe(`${name}: many writes`, () => {
    withStore("accepts ten thousand messages, each once", async ({ store }) => {
      const burst = Array.from({ length: 10_000 }, (_, index) =>
        message(`n${index}`, { room: `r${index % 100}` }),
      );
      const admissions = await Promise.all(burst.map((each) => store.inbox.accept(each)));
      expect(admissions.every((admission) => admission === "stored")).toBe(true);
      expect(await store.inbox.countOpen()).toBe(10_000);
    });
  });
}
