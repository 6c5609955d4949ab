import type { MappedCoding } from "@gp2gp/core";
import { NONE, rowFlags } from "../pack/row-flags.ts";
import type { TerminologyPack } from "../pack/terminology-pack.ts";
import { codingAt, displayAt } from "./describe-route.ts";

const STEPS = 8;

/** The active concept a retired SNOMED CT concept was replaced by, where there is exactly one; -1 else. */
export function successorOf(pack: TerminologyPack, concept: number): number {
  const history = pack.relation("snomed", "snomed");
  if (!history) return -1;
  let current = concept;
  for (let step = 0; step < STEPS; step += 1) {
    const [start, end] = history.rowsOf(current);
    const targets = new Set<number>();
    for (let row = start; row < end; row += 1)
      if (((history.flags[row] ?? 0) & rowFlags.retired) === 0)
        targets.add(history.target[row] ?? NONE);
    if (targets.size > 1) return -1;
    const [next = NONE] = targets;
    if (next === NONE) break;
    current = next;
  }
  return current === concept ? -1 : current;
}

/** The successor as a coding to stand beside the retired one. */
export function successorCoding(pack: TerminologyPack, concept: number): MappedCoding | undefined {
  const snomed = pack.system("snomed");
  const successor = successorOf(pack, concept);
  if (!snomed || successor < 0) return undefined;
  const display = displayAt(snomed, successor, NONE);
  const set = pack.header.sets.find(({ kind }) => kind === "history");
  return {
    ...codingAt(snomed, successor, NONE),
    ...(display !== undefined && { display }),
    asserted: "mapped",
    map: {
      set: set?.id ?? "history",
      release: set?.release ?? "unknown",
      method: "history-forward",
      assured: "unknown",
    },
  };
}
