import type { Endpoint } from "../options.ts";
import { openCompatible } from "./compatible.ts";
import { openDeepSeek } from "./deepseek.ts";
import type { StreamChat } from "./wire.ts";

type Open = (endpoint: Endpoint, answerTokens: number, user: string) => StreamChat;

/** Every kind of endpoint by name; the offline model stands behind them all. */
export const ENDPOINT_KINDS: Readonly<Record<Endpoint["kind"], Open>> = {
  deepseek: openDeepSeek,
  compatible: openCompatible,
};
