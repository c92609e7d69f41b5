import { addressesIn } from "./guards/links.ts";
import { numbersIn } from "./guards/numbers.ts";

/** Everything that an answer may rest on: what tools found, what was asked, what the pack says. */
export interface Evidence {
  add(text: string): void;
  readonly text: string;
  readonly numbers: ReadonlySet<number>;
  readonly addresses: ReadonlySet<string>;
}

/** Evidence that begins with these texts; what they hold is worked out when it is first needed. */
export function gatherEvidence(texts: readonly string[]): Evidence {
  const waiting = [...texts];
  const numbers = new Set<number>();
  const addresses = new Set<string>();
  let text = "";
  const settle = () => {
    for (const part of waiting.splice(0)) {
      text += `${part}\n`;
      const found = whatIsIn(part);
      for (const number of found.numbers) numbers.add(number);
      for (const address of found.addresses) addresses.add(address);
    }
  };
  return {
    add: (part) => void waiting.push(part),
    get text() {
      settle();
      return text;
    },
    get numbers() {
      settle();
      return numbers;
    },
    get addresses() {
      settle();
      return addresses;
    },
  };
}

interface Found {
  readonly numbers: ReadonlySet<number>;
  readonly addresses: ReadonlySet<string>;
}

const REMEMBERED = 64; // guides come back every turn; passages and questions seldom
const LONG = 1_000;
const remembered = new Map<string, Found>();

function whatIsIn(text: string): Found {
  const found = remembered.get(text) ?? { numbers: numbersIn([text]), addresses: addressesIn(text) };
  if (text.length < LONG) return found;
  remembered.set(text, found);
  if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value ?? "");
  return found;
}
