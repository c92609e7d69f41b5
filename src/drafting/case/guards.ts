import type { BotError } from "../../core/errors.ts";
import type { Words } from "../../core/language.ts";
import { holdsAny, type Principal, type Role } from "../../core/principal.ts";
import type { Finding } from "../../documents/finding.ts";
import { latestOf, type CaseFile, type Draft, type DraftState, type Version } from "./case.ts";
import type { Person } from "./events.ts";
import { moved, notNow, notYou, unknownCase } from "./faults.ts";
import { openBlocks } from "./hash.ts";
import { STATE_WORDS } from "./names.ts";
import { DRAFTERS, isAuthor } from "./people.ts";

/** Who acts, and when. */
export interface Actor {
  readonly principal: Principal;
  readonly person: Person;
  readonly nowMs: number;
}

/** What an action looks at. */
export interface Scene {
  readonly actor: Actor;
  readonly file: CaseFile;
  readonly draft: Draft;
}

/** Why an action cannot be done, null where it can. */
export type Guard<Given = Scene> = (given: Given) => BotError | null;

/** The first reason against an action, null for none. */
export const firstOf =
  <Given>(...guards: readonly Guard<Given>[]): Guard<Given> =>
  (given) => {
    for (const guard of guards) {
      const refusal = guard(given);
      if (refusal !== null) return refusal;
    }
    return null;
  };

/** Throws what a guard says. */
export function insist<Given>(guard: Guard<Given>, given: Given): void {
  const refusal = guard(given);
  if (refusal !== null) throw refusal;
}

/** The document of a case; throws `case.unknown`. */
export function draftOf(file: CaseFile, id: string): Draft {
  const draft = file.documents.find((each) => each.id === id);
  if (draft === undefined) throw unknownCase();
  return draft;
}

/** The newest version; throws `case.state` before the first. */
export function versionOf(draft: Draft): Version {
  const version = latestOf(draft);
  if (version === undefined) throw noVersion(draft);
  return version;
}

/** `《行政处罚决定书》` and its English name. */
export const titleOf = ({ name }: Draft): Words => ({ zh: `《${name.zh}》`, en: `“${name.en}”` });

/** Only with one of these roles, in this room. */
export const withRole =
  (roles: readonly Role[], words: Words): Guard<{ readonly actor: Actor }> =>
  ({ actor: { principal } }) =>
    holdsAny(principal, roles) ? null : notYou(words);

/** Somebody who may write drafts. */
export const asDrafter = withRole(DRAFTERS, {
  zh: "您在这里没有起草文书的权限，需要请联系管理员。",
  en: "You may not draft documents here. Please ask the administrator if you need to.",
});

/** The case is not closed. */
export const whileOpen: Guard<{ readonly file: CaseFile }> = ({ file }) =>
  file.state === "open"
    ? null
    : notNow({
        zh: `案件 ${file.id} 已经结案，不能再改。`,
        en: `Case ${file.id} is closed and cannot be changed any more.`,
      });

/** The document stands in one of these states. */
export const whileIn =
  (states: readonly DraftState[], action: Words): Guard =>
  ({ draft }) => {
    if (states.includes(draft.state)) return null;
    const [title, state] = [titleOf(draft), STATE_WORDS[draft.state]];
    return notNow({
      zh: `${title.zh}现在是“${state.zh}”，不能${action.zh}。`,
      en: `${title.en} is “${state.en}” now, so it cannot be ${action.en}.`,
    });
  };

const noVersion = (draft: Draft): BotError => {
  const title = titleOf(draft);
  return notNow({
    zh: `${title.zh}还没有成稿，请先查看全文。`,
    en: `${title.en} has no draft yet. Please look at its full text first.`,
  });
};

/** There is a version, and it was made from the facts as they are. */
export const upToDate: Guard = ({ draft }) => {
  const version = latestOf(draft);
  if (version === undefined) return noVersion(draft);
  if (version.factsRevision === draft.factsRevision) return null;
  const title = titleOf(draft);
  return moved({
    zh: `${title.zh}草稿 ${version.version} 之后事实又有改动，请先查看新的全文。`,
    en: `Facts have changed since draft ${version.version} of ${title.en}. Please look at the new text first.`,
  });
};

/** Four eyes: nobody says yes to words of his own. */
export const fourEyes: Guard = ({ actor, draft }) => {
  if (!isAuthor(draft, actor.person)) return null;
  const title = titleOf(draft);
  return notYou({
    zh: `您参与了${title.zh}的起草，审核和批准须由其他人进行。`,
    en: `You took part in drafting ${title.en}; somebody else must review and approve it.`,
  });
};

/** No blocking finding is left that nobody answers for; `more` are findings of just now. */
export const withoutBlocks =
  (action: Words, more: readonly Finding[] = []): Guard =>
  ({ draft }) => {
    const blocks = openBlocks(draft, [...(latestOf(draft)?.findings ?? []), ...more]);
    if (blocks.length === 0) return null;
    const rules = [...new Set(blocks.map(({ rule }) => rule))];
    const title = titleOf(draft);
    return notNow(
      {
        zh: `${title.zh}有必须先解决的问题（${rules.join("、")}），不能${action.zh}。请改好，或由批准人说明理由后放行。`,
        en: `${title.en} has blocking findings (${rules.join(", ")}) and cannot be ${action.en}. Mend them, or have an approver override them with a reason.`,
      },
      { field: rules.join(",") },
    );
  };
