import type { ColumnType } from 'kysely'

/** Seconds count nowhere here: moments are stored as PostgreSQL gives them back, a Date. */
type Moment = Date
/** Ids and hashes are kept as bytes: half of what their hex would take in every row and index. */
type Bytes = Buffer
type Day = string
/** Has a default, or is set later. */
type Later<T> = ColumnType<T, T | undefined, T>

export interface OfficeTable {
  /** Given by headquarters: place code and two digits. */
  readonly office_id: number
  readonly name: string
  /** Id of the office's ledger; null until its first machine is enrolled. */
  readonly ledger_office: Later<string | null>
  readonly added_at: Moment
}

/** Every chain that was ever heard of: where it belongs, and what its machine may ask. Whether it is trusted the acts say. */
export interface ChainTable {
  readonly office_id: number
  readonly chain_id: Bytes
  readonly public_key: string
  /** The office's first, by a code that was typed, by an act of a trusted chain, or headquarters' own. */
  readonly came_by: 'founding' | 'code' | 'act' | 'own'
  readonly role: MachineRole
  /** Tells two machines with one chain apart; null where it never enrolled here. */
  readonly machine: Later<string | null>
  readonly known_since: Moment
  /** A machine that was lost or replaced asks nothing any more, whatever becomes of its acts. */
  readonly closed_at: Later<Moment | null>
}

/** `desk` sends and fetches, `observer` only fetches. */
export type MachineRole = 'desk' | 'observer'

/** What acts say of chains, ready for the pure function that decides whom to trust. */
export interface ChainFactTable {
  readonly office_id: number
  readonly chain_id: Bytes
  readonly seq: number
  /** Which saying of that act, from 0. */
  readonly nth: number
  readonly hlc: string
  /** JSON as text: it may hold signs that jsonb refuses. */
  readonly says: string
}

export interface HeadTable {
  readonly office_id: number
  readonly chain_id: Bytes
  readonly seq: number
  readonly hash: Bytes
  /** Of the last act; null while there is none. */
  readonly received_at: Moment | null
}

export interface ActTable {
  readonly office_id: number
  readonly chain_id: Bytes
  readonly seq: number
  readonly hash: Bytes
  readonly signature: Bytes
  readonly hlc: string
  readonly subject: string
  /** Exactly what was signed. */
  readonly body: string
  readonly received_at: Moment
}

export interface QuarantineTable {
  readonly office_id: number
  readonly chain_id: Bytes
  readonly seq: number
  readonly hash: Bytes
  readonly signature: Bytes
  readonly body: string
  readonly reason: string
  readonly seen_at: Moment
  /** Of a person at headquarters; null while it waits for one. */
  readonly decision: Later<'released' | 'refused' | null>
  readonly decided_by: Later<string | null>
  readonly decision_reason: Later<string | null>
  readonly decided_at: Later<Moment | null>
}

/** What headquarters sent to the office, and what came of it. */
export interface SendingTable {
  readonly office_id: number
  /** Shared by the rows of all offices that it went to. */
  readonly sending_id: string
  readonly kind: 'calendar' | 'lawPack' | 'notice' | 'documents'
  readonly title: string
  readonly sent_at: Moment
  /** The act of headquarters' own chain in which it stands. */
  readonly chain_id: Bytes
  readonly seq: number
  /** When a machine of the office first said that it holds that act. */
  readonly received_at: Later<Moment | null>
  /** Of the first answer in the order of the ledger. */
  readonly answer: Later<'accepted' | 'declined' | null>
  readonly reason: Later<string | null>
  /** By the clock of the machine that answered. */
  readonly answered_at: Later<Moment | null>
  readonly answer_hlc: Later<string | null>
  /** People of the office who have read a notice. */
  readonly readers: Later<number>
}

export interface CaseFactTable {
  readonly office_id: number
  readonly subject: string
  readonly request_no: string
  readonly agency_id: string
  readonly channel: string
  readonly applicant_type: string
  readonly status: string
  readonly arrived_on: Day
  readonly received_on: Day | null
  readonly due_on: Day | null
  readonly certainty: string | null
  readonly decision: string | null
  readonly issued_on: Day | null
  readonly served_on: Day | null
  readonly withdrawn_on: Day | null
  readonly conflicts: number
  readonly not_understood: number
  readonly acts: number
  readonly last_hlc: string
}

export interface StatDayTable {
  readonly office_id: number
  /** Day of arrival. */
  readonly day: Day
  readonly applicant_type: string
  readonly status: string
  /** Empty while nothing is decided. */
  readonly decision: string
  readonly cases: number
}

/** An act that a projection could not bear: stored and acknowledged all the same. */
export interface PoisonTable {
  readonly office_id: number
  readonly chain_id: Bytes
  readonly seq: number
  readonly subject: string
  readonly why: string
}

export interface HealthTable {
  readonly office_id: number
  readonly acts: number
  readonly quarantined: number
  readonly last_ingest_at: Moment | null
  /** Of the projections: rows of another version are made anew. */
  readonly projection: string
}

/** What a machine last said of itself. */
export interface ContactTable {
  readonly office_id: number
  readonly chain_id: Bytes
  readonly last_at: Moment
  readonly program: string
  /** Acts that it has and headquarters had not, when it last spoke. */
  readonly backlog: number
  /** Scans that headquarters had not, in files and bytes; null where the machine did not say. */
  readonly scans_waiting: number | null
  readonly scan_bytes_waiting: number | null
  /** Its clock minus headquarters'. */
  readonly clock_offset_ms: number
}

export interface EnrolmentCodeTable {
  readonly office_id: number
  /** Two digits of the code: which of the office's codes it is. */
  readonly code_no: number
  readonly role: MachineRole
  readonly salt: Bytes
  readonly hash: Bytes
  readonly tries_left: number
  readonly issued_at: Moment
  readonly expires_at: Moment
}

export interface BlobTable {
  readonly office_id: number
  readonly digest: Bytes
  readonly bytes: number
  readonly kept_at: Moment
}

export interface Tables {
  readonly office: OfficeTable
  readonly chain: ChainTable
  readonly chain_fact: ChainFactTable
  readonly head: HeadTable
  readonly act: ActTable
  readonly quarantine: QuarantineTable
  readonly sending: SendingTable
  readonly case_fact: CaseFactTable
  readonly stat_day: StatDayTable
  readonly poison: PoisonTable
  readonly health: HealthTable
  readonly contact: ContactTable
  readonly enrolment_code: EnrolmentCodeTable
  readonly blob: BlobTable
}
