import type { CaseView } from "../case-view.ts";
import type { Officer } from "../facts/kinds.ts";
import { isNo, isYes } from "./look/facts.ts";
import { teamsOf, type Team } from "./look/officers.ts";
import { isPolice, isSpot } from "./look/procedure.ts";
import { dayOfStage } from "./look/stages.ts";
import { say, type Found, type Rule } from "./rule.ts";

const TWO = 2;
const ARTICLE_POLICE = "《中华人民共和国治安管理处罚法》第一百零八条、第一百二十条";

/** C06: two different officers with certificates; one alone only for the police, with everything recorded. */
export const officers: Rule = {
  id: "C06",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第四十二条第一款",
  title: say("两名以上执法人员和执法资格", "two officers with certificates"),
  check(view) {
    const teams = teamsOf(view);
    return [
      ...teams.flatMap((team) => [...tooFew(view, team), ...certificates(view, team)]),
      ...numbersAcross(teams),
      ...credentials(view),
    ];
  },
};

function tooFew(view: CaseView, { officers: named, where, document }: Team): readonly Found[] {
  const people = new Set(named.map(({ name }) => name));
  if (people.size >= TWO) return [];
  const one = named[0]?.name ?? "";
  const isTwice = named.length >= TWO;
  if (isPolice(view)) return policeAlone(view, one, where, document?.type.id);
  const message = isTwice
    ? say(`两名执法人员都写的是${one}，实际只有一人`, `Both officers are ${one}: that is one person`)
    : say(`只有${one}一名执法人员，不得少于两人`, `${one} alone; there must be two officers`);
  const fix = say(
    "如实补充另一名参加的执法人员及执法证号",
    "Add the second officer who took part, with the certificate",
  );
  return [{ where, message, fix }];
}

const ALONE_ALLOWED = ["interview-record", "spot-penalty"];

function policeAlone(
  view: CaseView,
  name: string,
  where: string,
  type: string | undefined,
): readonly Found[] {
  const isAllowed = isSpot(view) || (type !== undefined && ALONE_ALLOWED.includes(type));
  if (isAllowed && isYes(view, "full_recording")) return [];
  const message = isAllowed
    ? say(
        `只有${name}一名人民警察，须全程同步录音录像，${isNo(view, "full_recording") ? "实际没有录" : "没有说明是否录了"}`,
        `${name} alone: the whole must be recorded in sound and picture, and that is not told`,
      )
    : say(`只有${name}一名人民警察，不得少于二人`, `${name} alone; the police must be two here`);
  const isUnsaid = isAllowed && !isNo(view, "full_recording");
  return [{ where, message, article: ARTICLE_POLICE, severity: isUnsaid ? "warn" : "block" }];
}

function certificates(view: CaseView, { officers: named, where, document }: Team): readonly Found[] {
  const day = dayOf(view, document?.type.stage);
  const found = named.flatMap((officer) =>
    certificate(view, officer, day).map((each) => ({ where, ...each })),
  );
  const twin = named.find(
    ({ certificate: number, name }, at) =>
      number !== undefined &&
      named.slice(0, at).some((other) => other.certificate === number && other.name !== name),
  );
  if (!twin) return found;
  const message = say(
    `两名执法人员的执法证号相同：${twin.certificate ?? ""}`,
    `Two officers share the certificate ${twin.certificate ?? ""}`,
  );
  return [...found, { where, message }];
}

function certificate(
  view: CaseView,
  { name, certificate: number }: Officer,
  day: string,
): readonly Omit<Found, "where">[] {
  const known = view.tenant.officers.filter((each) => each.name === name);
  const holder = view.tenant.officers.find((each) => each.certificate === number);
  if (number === undefined) {
    if (known.length > 0 || isPolice(view)) return expired(known[0], day);
    const message = say(`${name}没有执法证号`, `${name} has no certificate number`);
    return [{ message, fix: say("补充执法证号并核对有效期", "Add the number and check that it is valid") }];
  }
  if (holder && holder.name !== name) {
    const message = say(
      `执法证号${number}登记在${holder.name}名下，不是${name}`,
      `Certificate ${number} belongs to ${holder.name}, not to ${name}`,
    );
    return [{ message }];
  }
  if (known.length > 0 && !known.some((each) => each.certificate === number)) {
    const message = say(
      `${name}的执法证号写作${number}，人员名册为${known[0]?.certificate ?? ""}`,
      `${name} has certificate ${number} here and ${known[0]?.certificate ?? ""} in the roster`,
    );
    return [{ message }];
  }
  return expired(
    known.find((each) => each.certificate === number),
    day,
  );
}

function expired(
  entry: CaseView["tenant"]["officers"][number] | undefined,
  day: string,
): readonly Omit<Found, "where">[] {
  if (entry?.valid_to === undefined || entry.valid_to >= day) return [];
  const message = say(
    `${entry.name}的执法证有效期至${entry.valid_to}，${day}执法时已过期`,
    `${entry.name}'s certificate ran out on ${entry.valid_to}, before ${day}`,
  );
  return [{ message }];
}

function dayOf(view: CaseView, stage: string | undefined): string {
  const stages = { inspection: "inspection", interview: "interview", decision: "decision" } as const;
  const own =
    stage === "inspection" || stage === "interview" || stage === "decision" ? stages[stage] : undefined;
  return (
    (own && dayOfStage(view, own)) ??
    dayOfStage(view, "inspection") ??
    dayOfStage(view, "decision") ??
    view.today
  );
}

/** One person with two numbers, or one number with two people, over all documents. */
function numbersAcross(teams: readonly Team[]): readonly Found[] {
  const seen = new Map<string, { number: string; where: string }>();
  return teams.flatMap(({ officers: named, where }) =>
    named.flatMap(({ name, certificate: number }): readonly Found[] => {
      if (number === undefined) return [];
      const before = seen.get(name);
      if (!before) seen.set(name, { number, where });
      if (!before || before.number === number) return [];
      const message = say(
        `${name}的执法证号前后不一：${before.number}（${before.where}）、${number}`,
        `${name} has two certificate numbers: ${before.number} (${before.where}) and ${number}`,
      );
      return [{ where, message, severity: "warn" }];
    }),
  );
}

function credentials(view: CaseView): readonly Found[] {
  return view.documents.flatMap(({ facts, type }) => {
    const shown = facts.credentials_shown?.value;
    if (typeof shown !== "object" || !("yes" in shown) || shown.yes) return [];
    const message = say("记载没有出示执法证件", "It says that no certificate was shown");
    const where = `${type.name.zh} · credentials_shown`;
    return [{ where, message, article: "《中华人民共和国行政处罚法》第五十五条第一款" }];
  });
}
