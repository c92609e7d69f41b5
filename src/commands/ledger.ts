import { basename, resolve } from "node:path";
import { dayInChina } from "../core/today.ts";
import { buildLedgerFiles } from "../statutes/ledger/files.ts";
import { fail, print, printJson, wrongUse, type CommonOptions } from "./output.ts";

interface LedgerOptions extends CommonOptions {
  readonly collection?: string;
  readonly out?: string;
}

/** `bangban ledger build DIR`: names, editions and shapes of a collection, written over the ledger that ships. */
export async function ledger(what: string, folder: string, options: LedgerOptions): Promise<void> {
  try {
    if (what !== "build") throw wrongUse(`ledger ${what}`, "use: ledger build DIR");
    const built = buildLedgerFiles(folder, {
      collection: options.collection ?? basename(resolve(folder)),
      today: options.today ?? dayInChina(Date.now()),
      ...(options.out === undefined ? {} : { out: options.out }),
    });
    if (options.json) return printJson(built);
    const { laws, versions, gone, newest, ledgerBytes, sketchBytes } = built;
    print(
      `${laws} laws, ${versions} editions, ${gone} known as repealed only, newest ${newest}: ` +
        `ledger ${ledgerBytes} bytes, sketches ${sketchBytes} bytes`,
    );
  } catch (error) {
    fail(error, options);
  }
}
