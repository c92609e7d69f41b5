import { holdsAny, type Principal, type Role } from "../../core/principal.ts";
import type { CaseFile, Draft } from "./case.ts";
import type { Person } from "./events.ts";

/** Who may write drafts. */
export const DRAFTERS: readonly Role[] = ["officer", "staff", "reviewer", "approver"];
export const REVIEWERS: readonly Role[] = ["reviewer"];
export const APPROVERS: readonly Role[] = ["approver"];
/** Who may see every case; the others see those they took part in, and those of the room they are in. */
const OVERSEERS: readonly Role[] = ["reviewer", "approver", "auditor", "admin"];
const READERS: readonly Role[] = [...DRAFTERS, ...OVERSEERS];

/** The person behind a principal, by the platform's ids and the institution's name for them. */
export const personOf = (principal: Principal, name = ""): Person => ({
  id: `${principal.platform}:${principal.account}:${principal.userId}`,
  name,
  roles: principal.effectiveRoles,
});

/** True for one account, and for two accounts of one name. */
export const isSame = (one: Person, other: Person): boolean =>
  one.id === other.id || (one.name !== "" && one.name === other.name);

/** The name to print: the institution's, else the platform's id. */
export const nameOf = ({ id, name }: Person): string =>
  name === "" ? id.slice(id.lastIndexOf(":") + 1) : name;

/** True for whoever put words into the document. */
export const isAuthor = ({ authors }: Draft, person: Person): boolean =>
  authors.some((author) => isSame(author, person));

/** Adds a person to a list that names everybody once. */
export const withPerson = (people: readonly Person[], person: Person): readonly Person[] =>
  people.some(({ id }) => id === person.id) ? people : [...people, person];

/** True for roles that see every case. */
export const seesAll = (principal: Principal): boolean => holdsAny(principal, OVERSEERS);

/** True for roles that see cases at all. */
export const maySeeAny = (principal: Principal): boolean => holdsAny(principal, READERS);

/** Whether the person may see the case, given the rooms and threads it was talked about in. */
export function maySee(
  { principal, person }: { readonly principal: Principal; readonly person: Person },
  file: CaseFile,
  conversations: readonly string[],
): boolean {
  if (!maySeeAny(principal)) return false;
  if (seesAll(principal) || file.people.some((each) => isSame(each, person))) return true;
  const room = `${principal.platform}:${principal.account}:${principal.roomId}`;
  return conversations.some((key) => key === room || key.startsWith(`${room}:`));
}
