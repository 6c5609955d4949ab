/** Ids of what the format gives none: made from the patient and the place, so that they need not be carried. */
export class ClientIds {
  readonly #newId: (seed: string) => string;
  readonly #patient: string;
  readonly #eventsSeen = new Set<string>();

  /** `patient`: what the artefact names the patient by, so that two patients never share an id. */
  constructor(newId: (seed: string) => string, patient: string) {
    this.#newId = newId;
    this.#patient = patient;
  }

  /** What the ids of an event and of all in it are made from. Asked once for each event, in their order. */
  eventSeed(eventUid: string | undefined, number: number): string {
    if (eventUid === undefined || this.#eventsSeen.has(eventUid)) return `event ${number}`;
    this.#eventsSeen.add(eventUid);
    return `event ${eventUid}`;
  }

  /** Of an event, or of something that occurs once in its record. */
  of(seed: string): string {
    return this.#newId(`tpp-client-xml ${this.#patient} ${seed}`);
  }

  item(eventSeed: string, name: string, number: number): string {
    return this.of(`${eventSeed} ${name} ${number}`);
  }

  /** Whether an id is the one an item is given; ids that are no UUID made from a seed need no comparing. */
  isItem(id: string, eventSeed: string, name: string, number: number): boolean {
    return id[14] === "5" && id === this.item(eventSeed, name, number);
  }

  /** Of the problem that an entry names. */
  problem(names: string): string {
    return this.#newId(`problem:${names}`);
  }

  /** Of a problem the artefact refers to and does not have. */
  missingProblem(uid: string): string {
    return this.of(`problem uid ${uid}`);
  }

  /** Of a referral, which the format refers to and never has. */
  referral(uid: string): string {
    return this.of(`referral uid ${uid}`);
  }

  /** Of the link from a consultation to such a referral. */
  referralLink(consultation: string, uid: string): string {
    return this.of(`link ${consultation} referral uid ${uid}`);
  }

  /** Of the link from an entry to a problem the artefact does not have. */
  missingProblemLink(entry: string, uid: string): string {
    return this.of(`link ${entry} problem uid ${uid}`);
  }

  user(userName: string): string {
    return this.of(`user ${userName}`);
  }

  place(name: string): string {
    return this.of(`place ${name}`);
  }

  site(id: string): string {
    return this.of(`site ${id}`);
  }

  registration(): string {
    return this.of("registration");
  }

  patientUid(): string {
    return this.of("patient");
  }

  /** The uid a problem that has none of the format is linked by: 16 hexadecimal digits, as its own are. */
  problemUid(problem: string): string {
    return this.of(`uid of problem ${problem}`).replaceAll("-", "").slice(0, 16).toUpperCase();
  }
}
