import { roleOf } from "@gp2gp/core";
import type { AnyEntry, EntryId, Participant, ParticipantRole } from "@gp2gp/core";
import { writePlainDate } from "../../codecs/emis-date.ts";
import type { WireAuthor, WireIdent } from "../../wire/ident-types.ts";
import { chooseSlots } from "../../writing/choose-slots.ts";
import type { Slot } from "../../writing/choose-slots.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";

/** A slot for a person of the directory who plays a part. */
export function personSlot<Name extends string>(
  name: Name,
  role: ParticipantRole,
  writing: Writing,
): Slot<Participant, Name> {
  return {
    name,
    fits: (participant) =>
      plays(participant, role) &&
      participant.agent !== undefined &&
      participant.person === undefined &&
      isPerson(participant.agent, writing),
  };
}

/** A slot for someone named in words only. */
export function namedSlot<Name extends string>(
  name: Name,
  role: ParticipantRole,
): Slot<Participant, Name> {
  return {
    name,
    fits: (participant) =>
      plays(participant, role) &&
      participant.agent === undefined &&
      participant.person?.names?.[0]?.text !== undefined,
  };
}

function plays({ role }: Participant, wanted: ParticipantRole): boolean {
  return roleOf(role) === wanted && role.codings.length === 1 && Object.keys(role).length === 1;
}

/** People of the directory, and those it does not have. */
export function isPerson(agent: EntryId, writing: Writing): boolean {
  const found = writing.index.find(agent);
  return (
    found === undefined ||
    (found.section === "agents" && "kind" in found.entry && found.entry.kind === "person")
  );
}

/** People by the slots of an element, each marked as held. */
export function writePeople<Name extends string>(
  work: EntryWork,
  slots: readonly Slot<Participant, Name>[],
  writing: Writing,
): { readonly [Slot in Name]?: WireIdent | string } {
  const filled = chooseSlots((work.entry as AnyEntry).participants, slots);
  const people: { [Slot in Name]?: WireIdent | string } = {};
  for (const { name } of slots) {
    const found = filled[name];
    if (!found) continue;
    const { item, index } = found;
    work.facts.take("participants", index, "role");
    if (item.agent !== undefined) {
      work.facts.take("participants", index, "agent");
      people[name] = writing.idents.of(item.agent);
    } else {
      work.facts.take("participants", index, "person", "names", 0, "text");
      people[name] = item.person?.names?.[0]?.text ?? "";
    }
  }
  return people;
}

/** Who entered an entry, and when. */
export function writeAuthor(
  work: EntryWork,
  enteredBy: WireIdent | string | undefined,
): WireAuthor | undefined {
  const { recorded } = work.entry as AnyEntry;
  const written = recorded === undefined ? undefined : writePlainDate(recorded);
  if (written?.exact) work.facts.take("recorded");
  if (written === undefined && typeof enteredBy !== "object") return undefined;
  return {
    User: typeof enteredBy === "object" ? enteredBy : undefined,
    SystemDate: written?.text,
  };
}
