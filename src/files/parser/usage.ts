import { readFileSync } from "node:fs";

const TICK_MS = 10; // the kernel counts processor time in hundredths of a second
const KIB = 1024;

/** What a process has used so far. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** What a process has used, as Linux tells it; null on other systems and for a process that is gone. */
export function usageOf(pid: number): Usage | null {
  const stat = readProc(`/proc/${pid}/stat`);
  const status = readProc(`/proc/${pid}/status`);
  if (stat === null || status === null) return null;
  // the name in brackets may hold blanks; user and system time are the 12th and 13th field after it
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return {
    cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
    rssBytes: Number(kib ?? 0) * KIB,
  };
}

function readProc(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}
