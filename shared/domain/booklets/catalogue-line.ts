import type { AgencyId } from '../agencies/office-facts'

export type Validity = 'VALID' | 'PARTLY_AMENDED' | 'REPEALED' | 'EXPIRED' | 'UNKNOWN'

/** What is asked of a document to tell whether a catalogue is still current. */
export interface CatalogueLine {
  readonly documentId: string
  readonly agencyId: AgencyId
  readonly validity: Validity
  readonly isPublic: boolean
  readonly isWithdrawn: boolean
  /** Hybrid times; text order is time order. */
  readonly cataloguedHlc: string
  /** Of the last act on it. */
  readonly changedHlc: string
}
