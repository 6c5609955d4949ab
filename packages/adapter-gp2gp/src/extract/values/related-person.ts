import type { RelatedPerson } from "@gp2gp/core";
import type { Person } from "@gp2gp/hl7v3";
import type { CD } from "@gp2gp/hl7v3";
import { readCoded, writeEquivalents } from "./coded.ts";
import { readPersonName, writePersonName } from "./person-name.ts";
import { readBoolean } from "./quantity.ts";

/** The relative or informant that a relationship code and a person give. */
export function readRelatedPerson(
  code: CD | undefined,
  person: Person | undefined,
): RelatedPerson | undefined {
  const relationship = readCoded(code);
  const names = (person?.name ?? []).flatMap((name) => readPersonName(name) ?? []);
  const deceased = readBoolean(person?.deceasedInd?.value);
  if (!relationship && names.length === 0 && deceased === undefined) return undefined;
  return {
    ...(relationship && { relationship }),
    ...(names.length > 0 && { names }),
    ...(deceased !== undefined && { deceased }),
  };
}

/** The relationship code and the person of a relative or informant. */
export function writeRelatedPerson(related: RelatedPerson): {
  readonly code: CD | undefined;
  readonly person: Person | undefined;
} {
  const names = (related.names ?? []).flatMap((name) => writePersonName(name) ?? []);
  const { deceased } = related;
  const known = names.length > 0 || deceased !== undefined;
  return {
    code: related.relationship && writeEquivalents(related.relationship),
    person: known
      ? {
          classCode: "PSN",
          determinerCode: "INSTANCE",
          ...(names.length > 0 && { name: names }),
          ...(deceased !== undefined && { deceasedInd: { value: String(deceased) } }),
        }
      : undefined,
  };
}
