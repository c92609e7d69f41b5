import type { Clock } from "./clock.ts";
import { type ModelFailure } from "./failure.ts";
import { factsOf, type FailureKind } from "./failures.ts";
import type { Alert, Endpoint, EndpointState } from "./options.ts";

const FAILURES_TO_OPEN = 3; // one may be chance, two bad luck
const OPEN_MS = 30_000; // long enough to spare people the wait, short enough to notice a recovery

interface Entry {
  failures: number;
  skipUntil: number;
  last: ModelFailure | undefined;
  readonly told: Set<FailureKind>;
}

/** What is known about each endpoint: skips one that keeps failing, and tells the operator once. */
export interface Health {
  /** The failure that keeps this endpoint from being asked now; undefined when it may be. */
  closedBy(endpoint: Endpoint): ModelFailure | undefined;
  failed(endpoint: Endpoint, failure: ModelFailure): void;
  answered(endpoint: Endpoint): void;
  states(): readonly EndpointState[];
}

/** Health of these endpoints; `onAlert` hears each kind of failure once until the endpoint answers again. */
export function watchHealth(
  endpoints: readonly Endpoint[],
  clock: Clock,
  onAlert: (alert: Alert) => void,
): Health {
  const entries = new Map<string, Entry>();
  const entryOf = ({ name }: Endpoint): Entry => {
    const entry = entries.get(name) ?? { failures: 0, skipUntil: 0, last: undefined, told: new Set() };
    entries.set(name, entry);
    return entry;
  };

  return {
    closedBy(endpoint) {
      const entry = entryOf(endpoint);
      if (entry.failures < FAILURES_TO_OPEN) return undefined;
      if (clock.now() < entry.skipUntil) return entry.last;
      // one turn probes; the others go on skipping until it is back
      entry.skipUntil = clock.now() + OPEN_MS;
      return undefined;
    },
    failed(endpoint, failure) {
      const { remedy } = factsOf(failure.kind);
      // nothing an operator could mend, so nothing the endpoint is to blame for
      if (remedy === undefined) return;
      const entry = entryOf(endpoint);
      entry.failures++;
      entry.last = failure;
      entry.skipUntil = clock.now() + OPEN_MS;
      if (entry.told.has(failure.kind)) return;
      entry.told.add(failure.kind);
      const { kind, code, message } = failure;
      onAlert({ endpoint: endpoint.name, kind, code, message, remedy });
    },
    answered(endpoint) {
      entries.delete(endpoint.name);
    },
    states: () =>
      endpoints.map((endpoint) => {
        const { last } = entryOf(endpoint);
        const { name, model } = endpoint;
        return last === undefined
          ? { name, model, ok: true }
          : { name, model, ok: false, failure: last.code };
      }),
  };
}
