import { sql, type Kysely } from 'kysely'

/**
 * Every key begins with office_id, nothing counts up by itself, and no foreign key leaves its office, so that the same
 * tables can be spread over machines by office (ADR 13). The wall between the offices is PostgreSQL's: a transaction sees
 * the rows of `app.office_id` and writes no others; `app.overview` lets the console read what is summed up, and no act.
 */
export const first = {
  async up(db: Kysely<never>): Promise<void> {
    for (const statement of [...tables, ...parts, ...indexes]) await sql.raw(statement).execute(db)
    for (const table of walled) await sql.raw(wallOf(table)).execute(db)
    for (const table of summedUp) await sql.raw(overviewOf(table)).execute(db)
  },
}

const tables = [
  `create table office (
     office_id int primary key, name text not null, ledger_office text unique, added_at timestamptz not null)`,
  `create table chain (
     office_id int not null references office, chain_id bytea not null, public_key text not null,
     came_by text not null check (came_by in ('founding', 'code', 'act', 'own')),
     role text not null check (role in ('desk', 'observer')),
     machine text, known_since timestamptz not null, closed_at timestamptz,
     primary key (office_id, chain_id))`,
  `create table chain_fact (
     office_id int not null, chain_id bytea not null, seq bigint not null, nth int not null, hlc text not null,
     says text not null,
     primary key (office_id, chain_id, seq, nth))`,
  `create table head (
     office_id int not null, chain_id bytea not null, seq bigint not null, hash bytea not null,
     received_at timestamptz,
     primary key (office_id, chain_id))`,
  `create table act (
     office_id int not null, chain_id bytea not null, seq bigint not null, hash bytea not null,
     signature bytea not null, hlc text not null, subject text not null, body text not null,
     received_at timestamptz not null,
     primary key (office_id, chain_id, seq)) partition by hash (office_id)`,
  `create table quarantine (
     office_id int not null, chain_id bytea not null, seq bigint not null, hash bytea not null,
     signature bytea not null, body text not null, reason text not null, seen_at timestamptz not null,
     primary key (office_id, chain_id, seq, hash))`,
  `create table case_fact (
     office_id int not null, subject text not null, request_no text not null, agency_id text not null,
     channel text not null, applicant_type text not null, status text not null,
     arrived_on date not null, received_on date, due_on date, certainty text, decision text,
     issued_on date, served_on date, withdrawn_on date,
     conflicts int not null, not_understood int not null, acts int not null, last_hlc text not null,
     primary key (office_id, subject))`,
  `create table stat_day (
     office_id int not null, day date not null, applicant_type text not null, status text not null,
     decision text not null, cases int not null,
     primary key (office_id, day, applicant_type, status, decision))`,
  `create table poison (
     office_id int not null, chain_id bytea not null, seq bigint not null, subject text not null, why text not null,
     primary key (office_id, chain_id, seq))`,
  `create table health (
     office_id int primary key, acts bigint not null, quarantined int not null, last_ingest_at timestamptz,
     projection text not null)`,
  `create table contact (
     office_id int not null, chain_id bytea not null, last_at timestamptz not null, program text not null,
     backlog int not null, clock_offset_ms bigint not null,
     primary key (office_id, chain_id), foreign key (office_id, chain_id) references chain)`,
  `create table enrolment_code (
     office_id int not null references office, code_no int not null,
     role text not null check (role in ('desk', 'observer')),
     salt bytea not null, hash bytea not null, tries_left int not null,
     issued_at timestamptz not null, expires_at timestamptz not null,
     primary key (office_id, code_no))`,
  `create table blob (
     office_id int not null, digest bytea not null, bytes bigint not null, kept_at timestamptz not null,
     primary key (office_id, digest))`,
]

const partCount = 16
const partName = (part: number) => `act_${String(part).padStart(2, '0')}`
const partNames = Array.from({ length: partCount }, (_, part) => partName(part))
const parts = partNames.map(
  (name, part) => `create table ${name} partition of act for values with (modulus ${partCount}, remainder ${part})`,
)

const indexes = [
  'create index act_of_subject on act (office_id, subject)',
  "create index case_running on case_fact (office_id, due_on) where status not in ('served', 'closed')",
  'create index case_month on case_fact (office_id, arrived_on)',
  'create index poison_of_subject on poison (office_id, subject)',
]

const walled = [
  ...[
    'office',
    'chain',
    'chain_fact',
    'head',
    'act',
    ...partNames,
    'quarantine',
    'case_fact',
    'stat_day',
    'poison',
    'health',
  ],
  ...['contact', 'enrolment_code', 'blob'],
]
/** What the console reads of all offices at once. */
const summedUp = ['chain', 'head', 'case_fact', 'stat_day', 'poison', 'health', 'contact']

const here = "office_id = nullif(current_setting('app.office_id', true), '')::int"

// Forced: the owner of a table would pass its wall.
const wallOf = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy own_office on ${table} using (${here}) with check (${here});
  ${table === 'office' ? 'create policy names_of_offices on office for select using (true);' : ''}`

const overviewOf = (table: string) =>
  `create policy overview on ${table} for select using (current_setting('app.overview', true) = 'on')`
