import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'
import type { DocumentId, Validity } from '../catalogue/document-facts'

/** What is asked of a document to put it in its place in a catalogue, and to tell whether a catalogue is still current. */
export interface CatalogueLine {
  readonly documentId: DocumentId
  readonly agencyId: AgencyId
  readonly indexNo: string
  readonly topicClass: string
  /** 形成日期, or where none is recorded 成文日期. */
  readonly formedOn?: CivilDate
  readonly validity: Validity
  /** Its last day, where it has one. */
  readonly validTo?: CivilDate
  readonly hasAbstract: boolean
  readonly isPublic: boolean
  readonly isWithdrawn: boolean
  /** Hybrid times; text order is time order. */
  readonly cataloguedHlc: string
  /** Of the last act that changed what a catalogue prints of it. */
  readonly listedHlc: string
}
