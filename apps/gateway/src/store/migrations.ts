import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

const first = sql`
create table practices (
  ods_code text primary key,
  name text not null,
  asid text,
  supplier text not null,
  format text not null,
  inbox text not null,
  outbox text not null
);

create table patients (
  id uuid primary key,
  nhs_number text not null unique,
  demographics jsonb not null,
  current_practice text not null,
  previous_practice text
);

create table transfers (
  id text primary key,
  patient_id uuid not null references patients (id),
  requesting_practice text not null references practices (ods_code),
  sending_practice text not null references practices (ods_code),
  status text not null,
  failed_by text,
  code integer,
  requested_at timestamptz not null,
  finished_at timestamptz
);
create index transfers_by_time on transfers (requested_at desc, id desc);
create index transfers_by_patient on transfers (patient_id);
create index transfers_in_progress on transfers (requesting_practice) where status = 'in-progress';

create table conversations (
  id text not null,
  role text not null,
  practice text not null,
  counterpart text not null,
  state jsonb not null,
  primary key (id, role)
);

create table conversation_events (
  position bigint generated always as identity primary key,
  conversation_id text not null,
  role text not null,
  at timestamptz not null,
  type text not null,
  detail jsonb not null,
  foreign key (conversation_id, role) references conversations (id, role)
);
create index conversation_events_by_conversation on conversation_events (conversation_id, position);

create table messages (
  id text not null,
  direction text not null,
  conversation_id text not null,
  role text not null,
  interaction text not null,
  from_practice text not null,
  to_practice text not null,
  parts jsonb not null,
  stored_at timestamptz not null default now(),
  primary key (id, direction),
  foreign key (conversation_id, role) references conversations (id, role)
);
create index messages_by_conversation on messages (conversation_id);

create table carried_messages (
  id text primary key,
  conversation_id text not null,
  interaction text not null,
  from_practice text not null,
  to_practice text not null,
  parts jsonb not null,
  accepted_at timestamptz not null default now(),
  delivered_at timestamptz
);

create table findings (
  conversation_id text not null,
  role text not null,
  step text not null,
  position integer not null,
  kind text not null,
  code text not null,
  section text,
  reason text,
  body jsonb not null,
  primary key (conversation_id, role, step, kind, position),
  foreign key (conversation_id, role) references conversations (id, role)
);

create table documents (
  conversation_id text not null references transfers (id),
  position integer not null,
  name text not null,
  path text not null,
  bytes bigint not null,
  primary key (conversation_id, position)
);

create table gateways (
  id text primary key,
  lock_names text[] not null,
  seen_at timestamptz not null default now()
);
`;

/** Every change of the database's shape, in order. A released one never changes. */
export const migrations: Record<string, Migration> = {
  "2026-08-01-first": {
    async up(db: Kysely<unknown>) {
      await first.execute(db);
    },
  },
};
