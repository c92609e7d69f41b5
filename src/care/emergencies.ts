import type { Category } from "./sign.ts";
import type { SignName } from "./signs.ts";

/** An emergency: one sign out of every list was said, in any order, anywhere in the message. */
export interface Emergency {
  readonly category: Category;
  readonly signs: readonly (readonly SignName[])[];
}

const one = (category: Category, ...signs: SignName[]): Emergency => ({ category, signs: [signs] });
const all = (category: Category, ...signs: (readonly SignName[])[]): Emergency => ({ category, signs });

/** From the one that decides whom to call most sharply to the least; the first that fits speaks. */
export const EMERGENCIES: readonly Emergency[] = [
  one("selfHarm", "wantsToDie"),
  all("selfHarm", ["lifeIsEmpty"], ["deathWish"]),
  one("abuse", "partnerAttacks", "lockedIn"),
  one("violence", "armed", "beingAttacked"),
  one("fire", "onFire", "smoke", "gasLeak", "exploded"),
  one("accident", "drowning", "electrocuted", "badFall", "crushed", "crash", "badBurn"),
  one("poisoning", "tookPoison"),
  all("poisoning", ["poisoned"], ["poisonEffect", "noResponse", "collapsed"]),
  one("unconscious", "noResponse", "collapsed", "seizure"),
  one("heart", "heartAttack"),
  all("heart", ["chestPain"], ["heartStrain", "breathless"]),
  one("breathing", "choking", "breathless", "asthmaAttack"),
  all("breathing", ["stuckInThroat"], ["speechLost"]),
  all("breathing", ["throatSwells"], ["allergy"]),
  all("stroke", ["faceDroops"], ["limbWeak", "speechLost", "suddenly"]),
  all("stroke", ["limbWeak"], ["speechLost", "suddenly"]),
  all("stroke", ["speechLost"], ["suddenly"]),
  all("stroke", ["badHeadache"], ["vomitsOrBlurs"]),
  one("stroke", "strokeNamed", "halfBody"),
  one("bleeding", "bloodFlows", "bleedsOut"),
  all("acute", ["pregnant"], ["birthDanger"]),
  all("acute", ["newborn", "brainSigns"], ["highFever"]),
  one("acute", "blindSuddenly", "hardBelly"),
  one("missing", "personLost"),
  all("help", ["criesHelp"], ["comeQuick"]),
];
