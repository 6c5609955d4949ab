import type {
  ED,
  ExternalDocument,
  II,
  MedicationStatement,
  ParsedExtract,
  TS,
} from "@gp2gp/hl7v3";
import { fileNameOf } from "../extract/sections/documents/content-uri.ts";
import { statementNames, supplyNames } from "./element-types.ts";
import { PlacedNode } from "./placed-node.ts";
import type { WireParts } from "./placed-node.ts";

const statements: ReadonlySet<string> = new Set(statementNames);
const supplies: ReadonlySet<string> = new Set(supplyNames);
const agents: ReadonlySet<string> = new Set(["Agent", "AgentSDS"]);
const containers: ReadonlySet<string> = new Set(["EhrExtract", "ehrFolder", "ehrComposition"]);

/** A file that came with a message. */
export interface ExtractPart {
  readonly name: string;
  readonly contentId?: string;
}

/** The text by which an identifier is compared: roots that are UUIDs in any case. */
export function keyOf(id: II | undefined): string | undefined {
  const { root, extension } = id ?? {};
  if (root === undefined || root === "") return undefined;
  return extension === undefined ? root.toUpperCase() : `${root.toUpperCase()} ${extension}`;
}

/** The ids a node has, the first of them the one references use. */
export function idsOf({ node }: PlacedNode): readonly II[] {
  const id = node["id"] as II | readonly II[] | undefined;
  if (id === undefined) return [];
  return Array.isArray(id) ? (id as readonly II[]) : [id as II];
}

/** What of a message rules need to know before they look at a node: who is there, and who is named. */
export class ExtractFacts {
  readonly interaction: string | undefined;
  readonly hasMessage: boolean;
  /** When the extract says it was made. */
  readonly made: TS | undefined;
  /** All names of the files that came with the message; undefined where nobody said which did. */
  readonly partNames: ReadonlySet<string> | undefined;
  /** The names of each file that came with the message. */
  readonly parts: readonly (readonly string[])[];
  readonly agents = new Map<string, PlacedNode>();
  readonly statements = new Map<string, PlacedNode>();
  readonly supplies = new Map<string, PlacedNode>();
  readonly compositions = new Map<string, PlacedNode>();
  /** The first document of each id. */
  readonly documents = new Map<string, PlacedNode>();
  /** The agents something refers to. */
  readonly namedAgents = new Set<string>();
  /** The files something refers to. */
  readonly namedFiles = new Set<string>();
  readonly #owners = new Map<string, PlacedNode>();

  constructor(
    root: PlacedNode,
    parsed: Omit<ParsedExtract, "report">,
    parts?: readonly ExtractPart[],
  ) {
    this.interaction = parsed.envelope.interaction;
    this.hasMessage = parsed.message !== undefined;
    this.made = parsed.extract.availabilityTime;
    this.parts = (parts ?? []).map(namesOf);
    this.partNames = parts && new Set(this.parts.flat());
    root.visit((place) => this.#note(place));
  }

  /** The first node of all that has an id as its own. */
  ownerOf(key: string): PlacedNode | undefined {
    return this.#owners.get(key);
  }

  #note(place: PlacedNode): void {
    const { element } = place;
    const [id] = idsOf(place);
    if (statements.has(element)) {
      for (const own of idsOf(place)) noteFirst(this.statements, own, place);
      noteFirst(this.#owners, id, place);
    } else if (supplies.has(element)) {
      noteFirst(this.supplies, id, place);
      noteFirst(this.#owners, id, place);
    } else if (agents.has(element)) {
      for (const own of idsOf(place)) noteFirst(this.agents, own, place);
    } else if (containers.has(element)) {
      if (element === "ehrComposition") noteFirst(this.compositions, id, place);
      noteFirst(this.#owners, id, place);
    } else if (element === "agentRef") {
      const key = keyOf(id);
      if (key !== undefined) this.namedAgents.add(key);
    } else if (element === "referredToExternalDocument") noteFirst(this.documents, id, place);
    else if (element === "text") {
      const uri = (place.node as ED).reference?.value;
      if (uri !== undefined) this.namedFiles.add(fileNameOf(uri));
    }
  }
}

/** A file goes by its content id, its name, and the last step of its name. */
function namesOf({ name, contentId }: ExtractPart): readonly string[] {
  const names = [name, fileNameOf(name)];
  return contentId === undefined ? names : [...names, contentId];
}

/** The message of an extract in its place, or the extract where there is no message. */
export function rootOf({ envelope, message, extract }: Omit<ParsedExtract, "report">): PlacedNode {
  if (message === undefined) return new PlacedNode("EhrExtract", extract as WireParts);
  return new PlacedNode(envelope.interaction ?? "message", message as WireParts);
}

/** The address of a document's content, as its text refers to it. */
export function addressOf({ text }: ExternalDocument): string | undefined {
  return text?.reference?.value;
}

/** The supplies of a medication statement, by name. */
export function supplyKindsOf({ component = [] }: MedicationStatement): readonly string[] {
  return component.flatMap(({ supply }) => supply?.kind ?? []);
}

function noteFirst(table: Map<string, PlacedNode>, id: II | undefined, place: PlacedNode): void {
  const key = keyOf(id);
  if (key !== undefined && !table.has(key)) table.set(key, place);
}
