import type { Table } from 'dexie'
import type { FoldMarks, PersonRecord } from '#shared/application/ports'
import type { Witness } from '#shared/contracts/desk-channels'
import type { Office } from '#shared/domain/agencies/office'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { Enquiry } from '#shared/domain/enquiries/enquiry'
import type { EnquiryId } from '#shared/domain/enquiries/enquiry-facts'
import type { RequestId } from '#shared/domain/requests/request-facts'
import type { VisitAim, VisitId } from '#shared/domain/visits/visit-facts'
import type { Visit } from '#shared/domain/visits/visit-state'
import type { RequestStatus } from '#shared/domain/requests/request-state'
import type { PlainAct } from '#shared/ledger/act'
import type { PackedRequest } from './pack-request'

/** What a fold reads of an act. Subject and office are the bundle's own; hash and prev are the journal's business. */
export interface KeptAct extends Pick<PlainAct, 'chain' | 'seq' | 'hlc' | 'signedHlc' | 'actor' | 'role' | 'facts'> {
  /** End of the hash of the act, or of the one that it says again: enough to tell acts of one subject apart. */
  readonly origin: string
}

/**
 * All opened acts of one subject, as they came, in pieces: what a late act needs to fold the subject again.
 * Unknown fact types stay in it untouched.
 */
export interface BundleRow {
  readonly subject: string
  /** 0, 1, 2, ... in the order of arrival; the order of the acts is made when they are folded. */
  readonly part: number
  /** UTF-8 length of the acts, so that the next one knows whether it still fits. */
  readonly bytes: number
  readonly acts: readonly KeptAct[]
}

export interface RequestRow extends FoldMarks {
  readonly id: RequestId
  readonly requestNo: string
  readonly status: RequestStatus
  /** Day of the act that registered it, in Beijing, not the day it was received on; of a case carried in its receipt. */
  readonly registeredOn: CivilDate
  /** Missing until it is served. */
  readonly servedOn?: CivilDate
  readonly packed: PackedRequest
}

/** Clear: when, what for, whether still in the room; who it is lies sealed. */
export interface VisitRow extends FoldMarks {
  readonly id: VisitId
  readonly cameOn: CivilDate
  readonly aim: VisitAim
  readonly isIn: 'yes' | 'no'
  /** Where acts of two machines crossed and nobody has settled it; missing elsewhere, so the index holds these alone. */
  readonly disputed?: 'yes'
  readonly visit: Visit
}

export type PersonRow = PersonRecord

export interface EnquiryRow extends FoldMarks {
  readonly id: EnquiryId
  readonly enquiry: Enquiry
}

/** One row: an office has few agencies and workstations, and most screens need all of them. */
export interface OfficeRow extends FoldMarks {
  readonly id: 'office'
  readonly office: Office
}

/** The last serial that was given out of a series of numbers. Serials only rise, so a late act cannot lower it. */
export interface SeriesRow {
  readonly name: string
  readonly last: number
}

/** An act that could not be projected. Ids and a literal reason only, because this lies in clear. */
export interface PoisonAct {
  readonly chain: string
  readonly seq: number
  /** Empty where the act could not be read far enough to tell. */
  readonly subject: string
  readonly why: 'notAnAct' | 'newerAct' | 'foldFailed'
}

export type MetaRow =
  /** How far the view has come in each chain, in the order of their ids. */
  | { readonly key: 'applied'; readonly chains: readonly Witness[] }
  | { readonly key: 'poison'; readonly acts: readonly PoisonAct[] }

/** Written in the transaction of the rows it speaks of, so the two never part. Null: the view was never finished. */
export async function appliedOf(meta: Table<MetaRow, MetaRow['key']>): Promise<readonly Witness[] | null> {
  const row = await meta.get('applied')
  return row?.key === 'applied' ? row.chains : null
}

export async function poisonOf(meta: Table<MetaRow, MetaRow['key']>): Promise<readonly PoisonAct[]> {
  const row = await meta.get('poison')
  return row?.key === 'poison' ? row.acts : []
}
