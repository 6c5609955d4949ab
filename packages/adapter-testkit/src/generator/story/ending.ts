import { dateOfDay } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { Life } from "../life.ts";
import type { Episode } from "./episode.ts";
import { fileLetter } from "./tell-letter.ts";
import { stopRepeat } from "./tell-medication.ts";

/** The last illness and the death, written down by the practice. */
export function ending(life: Life): Episode[] {
  return [
    { day: Math.max(life.born, life.died - 40), rank: 1, tell: tellLastIllness },
    { day: life.died, rank: 1, tell: tellDeath },
  ].map(({ day, rank, tell }) => ({
    day,
    rank: rank as Episode["rank"],
    tell: (told) => tell(told, day),
  }));
}

function tellLastIllness(life: Life, day: Day): void {
  const scope = life.consult(day, { concept: life.code("seenAtHome"), minutes: "45" });
  life.observe(scope, "angina", { uncertainty: { text: "Suspected", codings: [] } });
  life.observe(scope, "reducedMobility", { text: "Bed brought downstairs." });
  const drug = [...life.courses.keys()][0];
  if (drug) stopRepeat(life, scope, drug, "No longer of benefit");
}

function tellDeath(life: Life, day: Day): void {
  const scope = life.consult(day, { concept: { text: "Administration", codings: [] } });
  life.observe(scope, "diedInHospital", {
    effective: { kind: "point", at: dateOfDay(life.died) },
    text: "Peacefully, with the family there.",
  });
  life.observe(scope, "causeOfDeath", {
    value: { kind: "coded", coded: life.code("myocardialInfarction") },
  });
  fileLetter(life, scope, {
    title: "Notification of death from the hospital",
    direction: "incoming",
    lines: ["We are sorry to tell you that your patient died on the ward this morning."],
  });
}
