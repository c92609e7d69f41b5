import type { RoomsOf } from "./etiquette/rooms.ts";
import type { FormSource } from "./forms/source.ts";
import type { SettingsStore } from "./home/settings.ts";
import type { HomeFor } from "./home/source.ts";

/** What the forms, the home page and the manners of rooms need from the rest of the bot; each may be left out. */
export interface FrontSources {
  readonly forms?: FormSource;
  readonly homeFor?: HomeFor;
  readonly settings?: SettingsStore;
  readonly rooms?: RoomsOf;
}
