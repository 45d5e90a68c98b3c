import { sql, type Kysely } from 'kysely'

/**
 * What headquarters sends to offices, one row an office and sending, and what becomes of acts that were kept apart. By
 * office like everything else: a sending to a hundred offices is a hundred rows with one id.
 */
export const sendings = {
  async up(db: Kysely<never>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const here = "office_id = nullif(current_setting('app.office_id', true), '')::int"

const statements = [
  `create table sending (
     office_id int not null references office, sending_id uuid not null,
     kind text not null check (kind in ('calendar', 'lawPack', 'notice', 'documents')),
     title text not null, sent_at timestamptz not null,
     chain_id bytea not null, seq bigint not null,
     received_at timestamptz,
     answer text check (answer in ('accepted', 'declined')), reason text, answered_at timestamptz, answer_hlc text,
     readers int not null default 0,
     primary key (office_id, sending_id))`,
  'create index sending_waiting on sending (office_id, chain_id, seq) where received_at is null',
  'alter table sending enable row level security',
  'alter table sending force row level security',
  `create policy own_office on sending using (${here}) with check (${here})`,
  "create policy overview on sending for select using (current_setting('app.overview', true) = 'on')",
  `alter table quarantine
     add column decision text check (decision in ('released', 'refused')),
     add column decided_by text, add column decision_reason text, add column decided_at timestamptz`,
]
