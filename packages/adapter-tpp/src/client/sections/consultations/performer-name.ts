import { sayName } from "@gp2gp/core";
import type { AnyEntry } from "@gp2gp/core";
import type { WireInput } from "../../wire/wire-types.ts";
import type { ClientWriting } from "../../writing/client-writing.ts";
import { isWritable } from "../../writing/taking.ts";

type Shown = Pick<WireInput<"Event">, "@DoneBy" | "@UserName">;

/** Who is shown to have done what an event holds, where its participants as such are carried: the first that has a name. */
export function performerNameOf({ participants }: AnyEntry, writing: ClientWriting): Shown {
  for (const { agent, person } of participants) {
    const userName = writing.userNameOf(agent);
    const name = person?.names?.[0]
      ? written(sayName(person.names[0]))
      : nameOfAgent(agent, writing);
    if (userName === undefined && name === undefined) continue;
    return { "@UserName": userName, "@DoneBy": name };
  }
  return {};
}

/** The name of an agent in words; undefined where it has none that XML can hold. */
export function nameOfAgent(id: string | undefined, writing: ClientWriting): string | undefined {
  return id === undefined ? undefined : written(writing.nameOf(id));
}

function written(words: string | undefined): string | undefined {
  return words !== undefined && isWritable(words) ? words : undefined;
}
