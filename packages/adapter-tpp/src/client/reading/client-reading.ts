import type {
  EntryOf,
  EntrySection,
  Issue,
  PatientRecordDraft,
  ReadContext,
  RecordPath,
  SourceLocation,
} from "@gp2gp/core";
import { pointerOf } from "@gp2gp/core";
import type { XmlAttribute, XmlElement, XmlTaker } from "@gp2gp/xml";
import type { ClientIds } from "../client-ids.ts";
import { issue } from "../tpp-client-xml-issues.ts";
import type { IssueCode } from "../tpp-client-xml-issues.ts";
import type { Version } from "../wire/field.ts";
import type { LeftBecause, WireSource } from "../wire/wire-node.ts";
import { AgentDirectory } from "./agent-directory.ts";
import { Components } from "./components.ts";
import { DocumentParts } from "./document-parts.ts";
import { ProblemLinks } from "./problem-links.ts";

/** Where in the record something of the artefact ended up. */
export interface Home {
  readonly path: RecordPath;
  readonly id?: string;
}

/** One artefact while it is read: the draft that grows, and what was found on the way. */
export class ClientReading implements WireSource {
  readonly part: string;
  readonly version: Version;
  readonly taker: XmlTaker;
  readonly context: ReadContext;
  readonly ids: ClientIds;
  readonly draft: PatientRecordDraft;
  readonly documents: DocumentParts;
  readonly left = new Map<XmlElement | XmlAttribute, LeftBecause>();
  readonly leftOut = new Set<XmlElement>();
  readonly issues: Issue[] = [];
  readonly homes = new Map<XmlElement, Home>();
  readonly agents: AgentDirectory;
  readonly problems: ProblemLinks;
  readonly components: Components;

  constructor(given: {
    readonly part: string;
    readonly version: Version;
    readonly taker: XmlTaker;
    readonly context: ReadContext;
    readonly ids: ClientIds;
    readonly draft: PatientRecordDraft;
    readonly documents: DocumentParts;
  }) {
    this.part = given.part;
    this.version = given.version;
    this.taker = given.taker;
    this.context = given.context;
    this.ids = given.ids;
    this.draft = given.draft;
    this.documents = given.documents;
    this.agents = new AgentDirectory(this);
    this.problems = new ProblemLinks(this);
    this.components = new Components(this);
  }

  report(code: IssueCode, about: Parameters<typeof issue>[1] = {}): void {
    this.issues.push(issue(code, about));
  }

  unknownValue(source: SourceLocation): void {
    this.report("value-unmapped", { source });
  }

  /** Puts an entry into the record and remembers which element it came from. */
  add<Section extends EntrySection>(
    section: Section,
    entry: EntryOf<Section>,
    element?: XmlElement,
  ): Home {
    const entries = this.draft[section] as EntryOf<EntrySection>[];
    const home = { path: pointerOf(section, entries.length), id: entry.id };
    entries.push(entry);
    if (element) this.homes.set(element, home);
    return home;
  }
}
