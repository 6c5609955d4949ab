import { nestedComponent, soundWire, statementComponent } from "@gp2gp/hl7v3";
import type {
  FindingCode,
  ModelVersion,
  NestedComponent,
  ParseReport,
  WireType,
} from "@gp2gp/hl7v3";
import type { Json } from "@gp2gp/core";
import { ownIdOf } from "../sections/shared/statement-head.ts";
import { differenceOf } from "../details/wire-difference.ts";

/** What is found where the schema of the message does not allow what is there; parts it does not know are extras. */
const faults: readonly FindingCode[] = [
  "attribute-missing",
  "attribute-not-allowed",
  "element-excess",
  "element-exclusive",
  "element-missing",
  "element-not-allowed",
  "interval-wrong",
  "type-missing",
  "type-unknown",
  "value-malformed",
  "version-later",
];

/** A part of a message as its class allows it, and what had to go for that. */
export interface SoundPart<Value> {
  readonly sound: Value;
  readonly removed?: Json;
}

/** Makes the parts of a message such that they may be written again. Where parsing found no fault, they are as they are. */
export class SoundParts {
  readonly #isFaulty: boolean;
  readonly #version: ModelVersion;

  constructor(report: ParseReport, version: ModelVersion) {
    this.#isFaulty = faults.some((code) => report.counts.has(code));
    this.#version = version;
  }

  /** `plain` is the part as a writer makes it of the record; `lacking` a part the writer puts in later. */
  of<Value extends object>(
    type: WireType<Value>,
    actual: Value,
    plain: Value,
    lacking?: string,
  ): SoundPart<Value> {
    if (!this.#isFaulty) return { sound: actual };
    const sound =
      soundWire(type, actual, plain, {
        version: this.#version,
        ...(lacking !== undefined && { lacking }),
      }) ?? plain;
    const removed = differenceOf(actual, sound);
    return { sound, ...(removed !== undefined && { removed }) };
  }

  /** A statement in its component; its own statements are put in later. */
  ofStatement(actual: NestedComponent, plain: NestedComponent, nested: boolean) {
    const type: WireType<NestedComponent> = nested ? nestedComponent : statementComponent;
    const part = this.of(type, actual, plain, "component");
    if (part.sound === actual) return part;
    return { ...part, sound: withSupplyIdsApart(part.sound, plain) };
  }
}

/** A supply that lacked an id now has that of its statement, which then needs the one a writer gives it. */
function withSupplyIdsApart(sound: NestedComponent, plain: NestedComponent): NestedComponent {
  const { statement } = sound;
  if (statement?.kind !== "MedicationStatement" || plain.statement?.kind !== statement.kind)
    return sound;
  const own = ownIdOf(statement.id);
  const isShared = statement.component?.some(({ supply }) => ownIdOf(supply?.id) === own);
  if (own === "" || isShared !== true) return sound;
  return { ...sound, statement: { ...statement, id: plain.statement.id } };
}
