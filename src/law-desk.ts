import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { openStatutes, type Statutes } from "./statutes/statutes.ts";
import { openStatuteStore } from "./store/sqlite/statutes.ts";
import type { StatuteStore } from "./store/statutes.ts";

/** The law desk of a data folder, opened when first asked and again when a collection was read in meanwhile. */
export interface LawDesk {
  /** The desk as it stands now; throws `data.corrupt` when the file of statutes is none. */
  readonly open: () => Statutes;
  close(): void;
}

/** Where a data folder keeps the collections that were read in. */
export const statutesFile = (dataDir: string): string => join(dataDir, "statutes.db");

/** The law desk over the collections of a data folder, the shipped ledger behind them; makes no file. */
export function openLawDesk(dataDir: string): LawDesk {
  const file = statutesFile(dataDir);
  let desk: Statutes | undefined;
  let store: StatuteStore | undefined;
  let opened = "";
  return {
    open() {
      if (desk !== undefined && opened === stampOf(file)) return desk;
      store?.close();
      store = existsSync(file) ? openStatuteStore(file) : undefined;
      desk = openStatutes(store);
      opened = stampOf(file);
      return desk;
    },
    close() {
      store?.close();
      store = undefined;
      desk = undefined;
    },
  };
}

/** Changes whenever another process has written: the file itself, or the log of writes beside it. */
const stampOf = (file: string): string =>
  [file, `${file}-wal`]
    .map((each) => {
      const found = statSync(each, { throwIfNoEntry: false });
      return found === undefined ? "-" : `${found.mtimeMs}/${found.size}`;
    })
    .join(" ");
