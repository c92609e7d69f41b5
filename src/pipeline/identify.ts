import type { IncomingMessage } from "../core/message.ts";
import type { Principal, Role } from "../core/principal.ts";
import type { Step } from "../core/turn.ts";

/** What a room is for, as the institution's file says. */
export interface RoomPolicy {
  readonly allow: readonly Role[];
  readonly agents: readonly string[];
  readonly collections?: readonly string[];
}

export interface IdentifyOptions {
  /** "platform:account:user" or "platform:user" to roles. */
  readonly users: Readonly<Record<string, readonly Role[]>>;
  /** "platform:room" to its policy. */
  readonly rooms: Readonly<Record<string, RoomPolicy>>;
  /** For people nobody named. */
  readonly defaultRole: Role;
  /** Roles that the operator of the machine speaks with, in place of all of the above. */
  readonly assumed?: readonly Role[] | undefined;
}

// what anybody may see: the least that can still be answered
const PUBLIC: readonly Role[] = ["citizen"];

/**
 * Person and room become a principal. Ids decide, never display names; whoever is not named has the default
 * role; guests of another tenant are citizens at most; and in a group only what the room allows counts, since
 * everybody in the room reads the answer.
 */
export function identify(options: IdentifyOptions): Step {
  return (turn, next) => next({ ...turn, principal: principalOf(turn.message, options) });
}

function principalOf(
  message: IncomingMessage,
  { users, rooms, defaultRole, assumed }: IdentifyOptions,
): Principal {
  const { platform, account, author, conversation } = message;
  const named = assumed ?? users[`${platform}:${account}:${author.id}`] ?? users[`${platform}:${author.id}`];
  const isExternal = author.externalTenant !== undefined;
  const roles = isExternal ? PUBLIC : (named ?? [defaultRole]);
  const room = rooms[`${platform}:${conversation.id}`];
  return {
    platform,
    account,
    userId: author.id,
    roomId: conversation.id,
    isDirect: !conversation.isGroup,
    isExternal,
    roles,
    effectiveRoles: effective(roles, room, conversation.isGroup),
    roomPacks: room?.agents ?? [],
    roomCollections: room?.collections ?? [],
  };
}

function effective(roles: readonly Role[], room: RoomPolicy | undefined, isGroup: boolean): readonly Role[] {
  if (roles.includes("none")) return ["none"];
  if (!isGroup && !room) return roles;
  const allowed = room?.allow ?? PUBLIC;
  const shared = roles.filter((role) => allowed.includes(role));
  if (shared.length > 0) return shared;
  // an officer in the citizens' room gets the citizens' answer
  return allowed.includes("citizen") ? PUBLIC : ["none"];
}
