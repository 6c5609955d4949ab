import { restoreEntry } from "@gp2gp/core";
import type { Agent, AnyEntry, CarriedText, EntrySection, Problem } from "@gp2gp/core";
import {
  addressesWithoutStandIns,
  carriedMembers,
  nameWithoutStandIns,
} from "../sections/agents/stand-ins.ts";
import { carriedKey, isKey, restored } from "./restored.ts";
import type { Reading } from "./reading.ts";

/**
 * Puts what a text carries of another entry into that entry. Text for an entry that is not there is an
 * entry of its own section, written as text.
 */
export function joinCarriers(reading: Reading): void {
  for (const { section, read } of reading.carriers) {
    const key = carriedKey(section, read.carried);
    const id = section === "problems" && key !== undefined ? reading.problemNamedBy(key) : key;
    const found = id === undefined ? undefined : reading.find(id);
    if (id === undefined || found?.section !== section) {
      const whole = restored(section, read.base, read.carried);
      if (whole) reading.put(section, whole, { form: "Event", wire: read.wire });
      else reading.addWhole(read);
      continue;
    }
    const entry = prepared(section, found.entry, read.carried);
    const joined =
      section === "problems"
        ? restoredProblem(found.entry as Problem, read.carried)
        : restored(section, entry, read.carried);
    if (joined) reading.replace(section, id, joined);
    else reading.addWhole(read);
  }
}

/** Without what the structure could only say in another way than the text says it. */
function prepared(section: EntrySection, entry: AnyEntry, carried: CarriedText): AnyEntry {
  return section === "agents" ? preparedAgent(entry as Agent, carried) : entry;
}

function preparedAgent(agent: Agent, carried: CarriedText): Agent {
  const { person, addresses, ...rest } = agent;
  return {
    ...rest,
    ...(person && { person: nameWithoutStandIns(person, carriedMembers(carried.facts, "person")) }),
    ...(addresses && { addresses: addressesWithoutStandIns(addresses, carried.facts) }),
  };
}

/** The problem with its own links and the carried ones, which may have stood anywhere among them. */
function restoredProblem(problem: Problem, carried: CarriedText): Problem | undefined {
  const links = new Map<number, { target?: unknown; kind?: unknown }>();
  const others = carried.facts.filter(({ path: [first, item, member], value }) => {
    if (!isKey(first, "links") || !item || !("index" in item) || !member || !("key" in member))
      return true;
    links.set(item.index, { ...links.get(item.index), [member.key]: value });
    return false;
  });
  const all: object[] = [...problem.links];
  for (const [at, link] of [...links].toSorted(([a], [b]) => a - b)) all.splice(at, 0, link);
  const { consultation, ...apart } = problem;
  const placed = consultation === undefined || others.some(isApart) ? apart : problem;
  const facts = others.filter((fact) => !isApart(fact));
  return restoreEntry("problems", { ...placed, links: all }, facts);
}

/** Whether a fact says that a problem stands in no consultation. */
function isApart({ path: [first], value }: CarriedText["facts"][number]): boolean {
  return isKey(first, "consultation") && value === false;
}
