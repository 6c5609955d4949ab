import { pointerOf } from "@gp2gp/core";
import type { AnyEntry, EntryId, ReceiverProfile } from "@gp2gp/core";
import type {
  CompositionComponent,
  CompoundStatement,
  Consumable,
  DirectoryPart,
  II,
  IVL_TS,
  NestedComponent,
  Statement,
} from "@gp2gp/hl7v3";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import { otherHeading } from "../sections/groups/headings.ts";
import type { PlacedEntry } from "../sections/write-statement.ts";
import { componentOf } from "./settle-statement.ts";
import { withReceiverCodes } from "./receiver-codes.ts";
import type { CodedPlace, ReceiverCodes } from "./receiver-codes.ts";
import type { Scopes } from "./write-scope.ts";
import type { WritingReport } from "./writing-report.ts";

/** Makes the changes a receiving system needs, and reports each. */
export class ReceiverAdaptation {
  readonly #profile: ReceiverProfile;
  readonly #scopes: Scopes;
  readonly #report: WritingReport;
  readonly #codes: ReceiverCodes;
  readonly #places = new Map<EntryId, CodedPlace>();

  constructor(
    profile: ReceiverProfile,
    scopes: Scopes,
    { report, terminology }: Pick<ReceiverCodes, "report" | "terminology">,
  ) {
    this.#profile = profile;
    this.#scopes = scopes;
    this.#report = report;
    this.#codes = { systems: profile.codes ?? [], terminology, report };
    for (const placed of scopes.index.entries.values())
      for (const place of codedPlaces(placed)) this.#places.set(place.entry.id, place);
  }

  /** A directory entry without the organisation represented, where the receiver would not show it with one. */
  part(part: DirectoryPart): DirectoryPart {
    const { agent } = part;
    if (this.#profile.agents !== "flat" || agent?.kind !== "Agent") return part;
    const { representedOrganization, ...flat } = agent;
    if (!representedOrganization) return part;
    this.#changed(agent.id?.[0], "represents", "dropped");
    return { ...part, agent: flat };
  }

  composition(component: CompositionComponent): CompositionComponent {
    const { ehrComposition: composition } = component;
    if (!composition) return component;
    const effectiveTime = this.#instant(composition.effectiveTime, composition.id);
    return {
      ...component,
      ehrComposition: {
        ...composition,
        ...(effectiveTime && { effectiveTime }),
        component: (composition.component ?? []).map((one) => this.#component(one)),
      },
    };
  }

  #component<Component extends NestedComponent>(component: Component): Component {
    const { statement } = component;
    return statement ? { ...component, statement: this.#statement(statement) } : component;
  }

  #statement(statement: Statement): Statement {
    if (statement.kind === "EhrEmpty" || statement.kind === "NarrativeStatement") return statement;
    const id = Array.isArray(statement.id) ? statement.id[0] : (statement.id as II | undefined);
    const effectiveTime = this.#instant(statement.effectiveTime, id);
    const adapted = this.#coded({ ...statement, ...(effectiveTime && { effectiveTime }) }, id);
    if (adapted.kind !== "CompoundStatement") return adapted;
    const filled: CompoundStatement = {
      ...adapted,
      component: (adapted.component ?? []).map((one) => this.#component(one)),
    };
    return { kind: "CompoundStatement", ...this.#topic(filled) };
  }

  /** A time with a low bound alone as a centre, where the receiver knows no other form of an instant. */
  #instant(time: IVL_TS | undefined, id: II | undefined): IVL_TS | undefined {
    if (this.#profile.instants !== "centre" || !time) return time;
    const { low, high, width, center, value } = time;
    const instant = center || high || width ? undefined : (low?.value ?? value);
    if (instant === undefined) return time;
    this.#changed(id, "effective", "degraded");
    return { center: { value: instant } };
  }

  /** The statement with the codes the receiver understands; a medication statement has that of its drug. */
  #coded<Coded extends Statement>(statement: Coded, id: II | undefined): Coded {
    if (this.#codes.systems.length === 0) return statement;
    if (statement.kind === "MedicationStatement") {
      const place = this.#placeOf(statement.component?.[0]?.supply?.id);
      if (!place) return statement;
      const consumable = statement.consumable?.map((one) => withDrugCodes(one, place, this.#codes));
      return { ...statement, ...(consumable && { consumable }) };
    }
    const place = this.#placeOf(id);
    if (!place || !("code" in statement) || !statement.code) return statement;
    return { ...statement, code: withReceiverCodes(statement.code, place, this.#codes) };
  }

  /** A topic with a category around what it holds, where the receiver refuses one without. */
  #topic(topic: CompoundStatement): CompoundStatement {
    const { component = [] } = topic;
    const held = component.some(
      ({ statement }) =>
        statement?.kind === "CompoundStatement" && statement.classCode === "CATEGORY",
    );
    if (this.#profile.topics !== "with-category" || topic.classCode !== "TOPIC" || held)
      return topic;
    const [id] = topic.id ?? [];
    for (const { statement } of component) {
      const own = statement?.id;
      this.#changed(Array.isArray(own) ? own[0] : (own as II | undefined), "within", "degraded");
    }
    const category = componentOf(
      {
        kind: "CompoundStatement",
        classCode: "CATEGORY",
        moodCode: "EVN",
        id: [{ root: this.#scopes.write.newId(`gp2gp-ehr-extract:category-in:${id?.root ?? ""}`) }],
        code: otherHeading,
        statusCode: { code: "COMPLETE" },
        effectiveTime: { center: { nullFlavor: "NI" } },
        ...(topic.availabilityTime && { availabilityTime: topic.availabilityTime }),
        component,
      },
      true,
    );
    return { ...topic, component: [category] };
  }

  #changed(id: II | undefined, member: string, type: "dropped" | "degraded"): void {
    const place = this.#placeOf(id);
    if (!place) return;
    const { section } = place;
    const record = place.pointer + pointerOf(member);
    this.#report.losses.push({ type, record, section, reason: "value-not-representable" });
    this.#report.issues.push(issue("receiver-adapted", { record }));
  }

  #placeOf(id: II | undefined): CodedPlace | undefined {
    return id?.root === undefined ? undefined : this.#places.get(this.#scopes.ids.entryOf(id.root));
  }
}

/** An entry and the measurements in it. */
function codedPlaces({ section, index, entry }: PlacedEntry): CodedPlace[] {
  const pointer = pointerOf(section, index);
  const components: readonly AnyEntry[] =
    section === "observations" ? (entry.components ?? []) : [];
  return [
    { section, entry, pointer },
    ...components.map((component, at) => ({
      section,
      entry: component,
      pointer: pointer + pointerOf("components", at),
    })),
  ];
}

function withDrugCodes(
  consumable: Consumable,
  place: CodedPlace,
  codes: ReceiverCodes,
): Consumable {
  const { manufacturedProduct: product } = consumable;
  const material = product?.manufacturedMaterial;
  if (!material?.code) return consumable;
  const code = withReceiverCodes(material.code, place, codes);
  return {
    ...consumable,
    manufacturedProduct: { ...product, manufacturedMaterial: { ...material, code } },
  };
}
