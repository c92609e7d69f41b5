/** The platforms by name, each loaded only when it is wanted. */
export const PLATFORMS = {
  web: () => import("./web/adapter.ts"),
  slack: () => import("./slack/adapter.ts"),
  terminal: () => import("./terminal/adapter.ts"),
} as const;
