import type { ConversationState } from "@gp2gp/conversation";
import type { Issue, Loss, Patient } from "@gp2gp/core";
import type { Interaction, MessagePartFacts } from "@gp2gp/transport";
import type { ColumnType, Generated, Kysely, Transaction } from "kysely";

/** A column that is written as JSON text and read as a value. */
type JsonColumn<Value> = ColumnType<Value, string, string>;
type Instant = ColumnType<Date, Date | string, Date | string>;

export type Role = ConversationState["role"];

export interface PracticeRow {
  readonly ods_code: string;
  readonly name: string;
  readonly asid: string | null;
  readonly supplier: string;
  readonly format: string;
  readonly inbox: string;
  readonly outbox: string;
}

interface PatientTable {
  readonly id: string;
  readonly nhs_number: string;
  readonly demographics: JsonColumn<Patient>;
  readonly current_practice: string;
  readonly previous_practice: string | null;
}

interface TransferTable {
  /** The GP2GP conversation it takes place in. */
  readonly id: string;
  readonly patient_id: string;
  readonly requesting_practice: string;
  readonly sending_practice: string;
  readonly status: "in-progress" | "completed" | "failed";
  readonly failed_by: "requester" | "sender" | "time" | null;
  readonly code: number | null;
  readonly requested_at: Instant;
  readonly finished_at: Instant | null;
}

interface ConversationTable {
  readonly id: string;
  readonly role: Role;
  /** The practice of this gateway that takes part. */
  readonly practice: string;
  /** The practice at the other end. */
  readonly counterpart: string;
  readonly state: JsonColumn<ConversationState>;
}

interface EventTable {
  readonly position: Generated<string>;
  readonly conversation_id: string;
  readonly role: Role;
  readonly at: Instant;
  readonly type: string;
  /** What is known beside; never about the patient. */
  readonly detail: JsonColumn<EventDetail>;
}

export type EventDetail = Readonly<Record<string, string | number | boolean>>;

interface MessageTable {
  readonly id: string;
  readonly direction: "in" | "out";
  readonly conversation_id: string;
  readonly role: Role;
  readonly interaction: Interaction;
  readonly from_practice: string;
  readonly to_practice: string;
  readonly parts: JsonColumn<readonly MessagePartFacts[]>;
  readonly stored_at: Generated<Date>;
}

interface CarriedMessageTable {
  readonly id: string;
  readonly conversation_id: string;
  readonly interaction: Interaction;
  readonly from_practice: string;
  readonly to_practice: string;
  readonly parts: JsonColumn<readonly MessagePartFacts[]>;
  readonly accepted_at: Generated<Date>;
  readonly delivered_at: Instant | null;
}

interface FindingTable {
  readonly conversation_id: string;
  readonly role: Role;
  readonly step: "read" | "write";
  readonly position: number;
  readonly kind: "issue" | "loss";
  readonly code: string;
  readonly section: string | null;
  readonly reason: string | null;
  readonly body: JsonColumn<Issue | Loss>;
}

interface DocumentTable {
  readonly conversation_id: string;
  readonly position: number;
  readonly name: string;
  readonly path: string;
  readonly bytes: ColumnType<string, number, number>;
}

interface GatewayTable {
  readonly id: string;
  readonly lock_names: readonly string[];
  readonly seen_at: ColumnType<Date, Date | undefined, Date>;
}

export interface Database {
  practices: PracticeRow;
  patients: PatientTable;
  transfers: TransferTable;
  conversations: ConversationTable;
  conversation_events: EventTable;
  messages: MessageTable;
  carried_messages: CarriedMessageTable;
  findings: FindingTable;
  documents: DocumentTable;
  gateways: GatewayTable;
}

/** The database, or a transaction in it. */
export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;
