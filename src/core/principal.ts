/** Every role there is, from least to most particular. `none` may do nothing. */
export const ROLES = [
  "none",
  "citizen",
  "officer",
  "reviewer",
  "approver",
  "nurse",
  "clinician",
  "staff",
  "records",
  "auditor",
  "admin",
] as const;

export type Role = (typeof ROLES)[number];

/** Person and room as the code sees them; made by the identify step, read wherever data is read. */
export interface Principal {
  readonly platform: string;
  readonly account: string;
  readonly userId: string;
  readonly roomId: string;
  readonly isDirect: boolean;
  readonly isExternal: boolean;
  /** Who the person is. */
  readonly roles: readonly Role[];
  /**
   * Roles that count for what may be shown here: the person's own, limited by what the room allows.
   * The audience of an answer is the room, not the asker.
   */
  readonly effectiveRoles: readonly Role[];
  /** Packs that this room serves; empty means all that the roles allow. */
  readonly roomPacks: readonly string[];
  /** Collections that were read in and that this room searches; unset or empty means all that the roles allow. */
  readonly roomCollections?: readonly string[];
}

/** Those of some collections that the room searches: a pack's own texts always, of what was read in what it names. */
export function inRoom(
  { roomCollections = [] }: Principal,
  own: readonly string[],
  readIn: readonly string[],
): readonly string[] {
  const named =
    roomCollections.length === 0 ? readIn : readIn.filter((name) => roomCollections.includes(name));
  return [...own, ...named];
}

/** True when one of the roles that count here is among those asked for. */
export function holdsAny(principal: Principal, roles: readonly Role[]): boolean {
  return roles.some((role) => principal.effectiveRoles.includes(role));
}

/** Somebody about whom nothing is known: the start of every turn, allowed nothing. */
export const NOBODY: Principal = {
  platform: "",
  account: "",
  userId: "",
  roomId: "",
  isDirect: false,
  isExternal: true,
  roles: ["none"],
  effectiveRoles: ["none"],
  roomPacks: [],
};
