import { isNotDone } from "@gp2gp/core";
import type { EntryId, EntryOf, Observation } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { isCommentNote, isRepresentable } from "../codes/clinical-codings.ts";
import { flagsWords } from "../sections/alerts/read-patient-flags.ts";
import { carerWords } from "../sections/contacts/read-contact.ts";
import { contactCommentsWords } from "../sections/narratives/read-contact-comments.ts";
import { arePressures, isPressure } from "../sections/observations/blood-pressure.ts";
import { columnsOf } from "../wire/layouts.ts";
import type { WrittenVersion } from "../wire/layouts.ts";
import { tableOfName } from "../wire/tables.ts";
import { chooseRegistration } from "../sections/registrations/choose-registration.ts";

/**
 * What an entry is written as: a row of a table of its own, of observations, or part of the patient's row.
 * What the extract has no rows for is a plain row of words among the observations.
 */
export type EntryForm =
  | "agent"
  | "registration"
  | "status"
  | "carer"
  | "flags"
  | "contact-comments"
  | "consultation"
  | "slot-link"
  | "observation"
  | "plain"
  | "problem"
  | "plan"
  | "authorisation"
  | "issue"
  | "slot"
  | "attached";

/** Forms that are rows of observations, which may stand under one another. */
const observationForms: ReadonlySet<EntryForm | undefined> = new Set(["observation", "plain"]);

/** What each entry of a record is written as. */
export class EntryForms {
  readonly #forms = new Map<EntryId, EntryForm>();
  readonly #entries = new Map<EntryId, PlacedEntry>();
  /** Entries with others within, which would be read as one if they stood under it. */
  readonly #parted = new Set<EntryId>();
  readonly #heads = new Set<EntryId>();

  constructor(entries: readonly PlacedEntry[], version: WrittenVersion) {
    const registration = chooseRegistration(
      entries.flatMap(({ section, entry }) =>
        section === "registrations" ? [entry as EntryOf<"registrations">] : [],
      ),
    );
    const once = new Set<string>();
    const isFirst = (key: string): boolean => !once.has(key) && once.add(key).size > 0;
    for (const placed of entries) this.#entries.set(placed.entry.id, placed);
    const isInReport = (entry: PlacedEntry["entry"]): boolean => this.#isInReport(entry);
    const chooser = { registration: registration?.id, version, isFirst, isInReport };
    for (const placed of entries) this.#forms.set(placed.entry.id, formOf(placed, chooser));
    for (const placed of entries) this.#settle(placed, isFirst);
    this.#part(entries);
  }

  of(id: EntryId | undefined): EntryForm | undefined {
    return id === undefined ? undefined : this.#forms.get(id);
  }

  /** Whether an entry is a row of observations, so that others can stand under it. */
  isObservation(id: EntryId | undefined): boolean {
    return observationForms.has(this.of(id));
  }

  /** What an entry stands under among the observations, where it can. */
  parentOf({ id, within }: PlacedEntry["entry"]): EntryId | undefined {
    if (within === undefined || within === id || this.#parted.has(within)) return undefined;
    return this.isObservation(within) ? within : undefined;
  }

  /** Whether others stand under an entry. */
  isHead(id: EntryId): boolean {
    return this.#heads.has(id);
  }

  #isInReport({ within }: PlacedEntry["entry"]): boolean {
    const seen = new Set<EntryId>();
    let at = within;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const holder = this.#entries.get(at);
      if (holder?.section === "testReports") return true;
      at = holder?.entry.within;
    }
    return false;
  }

  /** Problems, links and attached documents are what they are by what they belong to. */
  #settle({ section, entry }: PlacedEntry, isFirst: (key: string) => boolean): void {
    if (section === "problems") {
      const { names, confidentiality } = entry as EntryOf<"problems">;
      const isFacet = this.of(names) === "observation" && confidentiality.length === 0;
      if (isFacet && isFirst(`problem ${names}`)) this.#forms.set(entry.id, "problem");
    } else if (section === "links") {
      const { kind, from, targets } = entry as EntryOf<"links">;
      const isOfSlot =
        kind === "related" &&
        targets.length === 1 &&
        this.of(from) === "consultation" &&
        this.of(targets[0]) === "slot";
      if (isOfSlot && entry.confidentiality.length === 0 && isFirst(`slot of ${from}`))
        this.#forms.set(entry.id, "slot-link");
    } else if (section === "documents" && isAttached(entry)) {
      const holder = entry.within === undefined ? undefined : this.#entries.get(entry.within);
      const canHold =
        holder !== undefined &&
        this.of(entry.within) === "observation" &&
        ["allergies", "immunisations", "testRequests", "alerts"].includes(holder.section);
      if (canHold && isFirst(`document of ${entry.within}`)) this.#forms.set(entry.id, "attached");
    }
  }

  /** Two pressures under a blood pressure are read as one observation; where they are none they stand apart. */
  #part(entries: readonly PlacedEntry[]): void {
    const under = new Map<EntryId, PlacedEntry[]>();
    for (const placed of entries) {
      const parent = this.parentOf(placed.entry);
      if (parent === undefined) continue;
      this.#heads.add(parent);
      under.set(parent, [...(under.get(parent) ?? []), placed]);
    }
    for (const [id, [first, second, ...more]] of under) {
      const codings = this.#entries.get(id)?.entry.concept?.codings;
      const [a, b] = [first, second].map((one) => one?.entry.concept?.codings);
      if (more.length === 0 && isPressure(codings) && arePressures(a, b)) this.#parted.add(id);
    }
  }
}

interface Chooser {
  readonly registration: EntryId | undefined;
  readonly version: WrittenVersion;
  readonly isFirst: (key: string) => boolean;
  readonly isInReport: (entry: PlacedEntry["entry"]) => boolean;
}

function formOf({ section, entry }: PlacedEntry, about: Chooser): EntryForm {
  const isOpen = entry.confidentiality.length === 0;
  switch (section) {
    case "agents":
      return isOpen ? "agent" : "plain";
    case "consultations":
      return "consultation";
    case "plans":
      return "plan";
    case "authorisations":
      return "authorisation";
    case "issues":
      return "issue";
    case "allergies":
    case "testRequests":
    case "testReports":
    case "referrals":
    case "documents":
      return "observation";
    case "immunisations":
      return isNotDone(section, entry) ? "plain" : "observation";
    case "observations":
      return isFinding(entry as Observation) ? "observation" : "plain";
    case "narratives":
      return narrativeForm(entry, about);
    case "groups":
      return isInvestigation(entry as EntryOf<"groups">, about) ? "observation" : "plain";
    case "alerts":
      return isOpen && entry.concept?.text === flagsWords && about.isFirst("flags")
        ? "flags"
        : "observation";
    case "contacts":
      return isOpen && entry.concept?.text === carerWords && about.isFirst("carer")
        ? "carer"
        : "plain";
    case "registrations":
      return isOpen ? registrationForm(entry as EntryOf<"registrations">, about) : "plain";
    case "appointmentsAndTasks":
      return isOpen && (entry as EntryOf<"appointmentsAndTasks">).kind === "appointment"
        ? "slot"
        : "plain";
    case "problems":
    case "dispenses":
    case "discontinuations":
    case "carePlans":
    case "questionnaires":
    case "links":
      return "plain";
  }
}

/** Whether a row without further words says what was found: a code or a number, and of a composite its parts. */
function isFinding({ concept, value, components = [] }: Observation): boolean {
  const isCoded =
    concept !== undefined && (concept.codings.length > 0 || concept.text !== undefined);
  return isCoded || value?.kind === "quantity" || components.length > 0;
}

/** Words with a code of their own are a row of words only where the code says so. */
function narrativeForm({ concept, texts, confidentiality }: PlacedEntry["entry"], about: Chooser) {
  const isContactComment =
    concept?.text === contactCommentsWords &&
    concept.codings.length === 0 &&
    texts.length === 1 &&
    confidentiality.length === 0 &&
    columnsOf(tableOfName("Admin_Patient"), about.version)?.includes("ContactComments") === true;
  if (isContactComment && about.isFirst("contact comments")) return "contact-comments";
  return concept === undefined || isCommentNote(concept.codings) ? "observation" : "plain";
}

/** Whether a group is one of results, with a code of its own to be shown by: in a report every cluster is. */
function isInvestigation(group: EntryOf<"groups">, { isInReport }: Chooser): boolean {
  const { kind, concept } = group;
  const isOfResults = kind === "battery" || (kind === "cluster" && isInReport(group));
  return isOfResults && concept?.codings.some(isRepresentable) === true;
}

function registrationForm(entry: EntryOf<"registrations">, about: Chooser): EntryForm {
  if (entry.id === about.registration) return "registration";
  const isStatus = entry.effective?.kind === "point" && entry.status !== undefined;
  return isStatus && about.version === "8.2" ? "status" : "plain";
}

/** Whether a document says nothing but its content, and where it belongs. */
function isAttached({
  concept,
  texts,
  effective,
  participants,
  consultation,
}: PlacedEntry["entry"]) {
  return (
    concept === undefined &&
    effective === undefined &&
    consultation === undefined &&
    texts.length === 0 &&
    participants.length === 0
  );
}
