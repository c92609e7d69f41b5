/** Every method of the Web API that is called here, with the bot scopes it needs; no other can be called. */
export const SCOPES_OF_METHODS = {
  "auth.test": [],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "chat.delete": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.startStream": ["chat:write"],
  "chat.appendStream": ["chat:write"],
  "chat.stopStream": ["chat:write"],
  "assistant.threads.setStatus": ["assistant:write"],
  "assistant.threads.setSuggestedPrompts": ["assistant:write"],
  "conversations.history": ["channels:history", "groups:history", "im:history", "mpim:history"],
  "conversations.replies": ["channels:history", "groups:history", "im:history", "mpim:history"],
  "conversations.open": ["im:write"],
  "users.conversations": ["channels:read", "groups:read", "im:read", "mpim:read"],
  "users.info": ["users:read"],
  "reactions.add": ["reactions:write"],
  "files.getUploadURLExternal": ["files:write"],
  "files.completeUploadExternal": ["files:write"],
  "views.open": [],
  "views.publish": [],
} as const satisfies Record<string, readonly string[]>;

export type Method = keyof typeof SCOPES_OF_METHODS;

/** Every event that is listened for, as the app's manifest names it, with the scopes it needs. */
export const SCOPES_OF_EVENTS = {
  app_mention: ["app_mentions:read"],
  "message.channels": ["channels:history"],
  "message.groups": ["groups:history"],
  "message.im": ["im:history"],
  "message.mpim": ["mpim:history"],
  app_home_opened: [],
  assistant_thread_started: ["assistant:write"],
  agent_session_stopped: [],
} as const satisfies Record<string, readonly string[]>;

/** What needs a scope without calling a method: slash commands, and fetching the files people send. */
export const OTHER_SCOPES: readonly string[] = ["commands", "files:read"];

/** The slash commands, without their stroke. */
export const COMMANDS = ["ask", "report", "lookup", "search", "bangban"] as const;

/** The shortcuts on a message, by callback id. */
export const SHORTCUTS = ["draft_from_message", "explain_message"] as const;

/** Every bot scope the app must be granted, in order. */
export function neededScopes(): readonly string[] {
  const all = [...Object.values(SCOPES_OF_METHODS), ...Object.values(SCOPES_OF_EVENTS), OTHER_SCOPES];
  return [...new Set<string>(all.flat())].toSorted();
}
