import { inLedgerOrder, type RecordedAct } from '../recorded-act'
import type { PersonId } from '../requests/request-facts'
import { chainsAfter, isChainFact, type OfficeChain } from './chain-facts'
import type { AgencyVersion } from './agency-versions'
import type {
  Agency,
  CarriedOver,
  CountedAnswers,
  DocumentBatch,
  ImportedRegister,
  OfficeFact,
  SeriesStart,
  VoidNumber,
} from './office-facts'
import { officeProblem } from './office-problem'
import { firstSettings, type OfficeSettings, type SettingsVersion } from './office-settings'
import type { IndexNumbering } from '../catalogue/index-number'
import type { WordingVersion } from '../wording/office-wording'
import type { GuideDetails, ProducedBooklet } from '../booklets/booklet-facts'
import { applySendingFact, emptySendingBook, type SendingBook } from '../sendings/sending-book'
import { isSendingFact } from '../sendings/sending-facts'
import { applyMediaFact, emptyMediaBook, isMediaFact, type MediaBook } from '../media/media-book'

export interface Workstation {
  readonly code: string
  readonly windowName: string
}

/** Who did it and when, as the office keeps it. */
export interface OfficeStamp {
  readonly actor: PersonId
  /** Epoch ms. */
  readonly at: number
  readonly hlc: string
}

export type VoidedNumber = VoidNumber & { readonly by: OfficeStamp }
export type StartedSeries = SeriesStart & { readonly by: OfficeStamp }

/** What the guide of an agency says, from one moment on. */
export interface GuideVersion {
  readonly guide: GuideDetails
  readonly by: OfficeStamp
}

export type RecordedBooklet = ProducedBooklet & { readonly by: OfficeStamp }

/** An import of documents, by whom and when, and whether it was taken back. */
export interface ImportedDocuments extends DocumentBatch {
  readonly by: PersonId
  /** Milliseconds since 1970. */
  readonly at: number
  readonly isUndone: boolean
}

/** The place with the counter, as its acts leave it. */
export interface Office {
  readonly name: string
  readonly placeCode: string
  /** As they stand now. */
  readonly agencies: readonly Agency[]
  /** Every state an agency was ever in, oldest first: a letter keeps the one of its own moment. */
  readonly agencyVersions: readonly AgencyVersion[]
  readonly workstations: readonly Workstation[]
  readonly settings: OfficeSettings
  /** Every state after the first, oldest first: a receipt keeps the pledge of its own moment. */
  readonly settingsVersions: readonly SettingsVersion[]
  /** Every wording of every letter that the office ever recorded, oldest first. */
  readonly wordings: readonly WordingVersion[]
  /** 作废号码清单, in the order in which they were voided. */
  readonly voidNumbers: readonly VoidedNumber[]
  /** 编号起点, in the order in which they were given. */
  readonly seriesStarts: readonly StartedSeries[]
  /** Days that people confirmed because the machine's clock stood before the last act. */
  readonly confirmedClocks: readonly { readonly today: string; readonly machineSaid: string; readonly at: number }[]
  /** Imports of an old register that were signed. */
  readonly imports: readonly ImportedRegister[]
  readonly carriedOver: readonly CarriedOver[]
  /** How each agency numbers its documents; missing from the list: it has not said so yet. */
  readonly indexNumberings: readonly IndexNumbering[]
  /** Imports of documents into the catalogue, oldest first. */
  readonly documentBatches: readonly ImportedDocuments[]
  /** The office's own names of topic classes, by code. */
  readonly topicNames: Readonly<Record<string, string>>
  /** Answers of visitors at the kiosk, by day and machine. */
  readonly kioskAnswers: readonly CountedAnswers[]
  /** Every state of every agency's guide, oldest first. */
  readonly guides: readonly GuideVersion[]
  /** Booklets that left the program, oldest first. */
  readonly booklets: readonly RecordedBooklet[]
  /** Chains of the office's machines beside the founding one, and what became of any. */
  readonly chains: readonly OfficeChain[]
  /** Media that were given out, and approvals of unmasked exports. */
  readonly media: MediaBook
  /** What headquarters sent, and what the office answered. */
  readonly sendings: SendingBook
  /** Facts before the founding, a second founding, and codes already taken; they changed nothing. */
  readonly conflicts: readonly OfficeFact[]
}

/** The same for every order of arrival. Undefined while the office is not established. */
export function foldOffice(acts: Iterable<RecordedAct<OfficeFact>>): Office | undefined {
  let office: Office | undefined
  const conflicts: OfficeFact[] = []
  for (const act of inLedgerOrder(acts)) {
    const stamp = { actor: act.actor, at: act.at, hlc: act.hlc }
    for (const fact of act.facts) {
      if (officeProblem(office, fact)) conflicts.push(fact)
      else office = applyOfficeFact(office, fact, stamp)
    }
  }
  return office && { ...office, conflicts }
}

export function applyOfficeFact(before: Office | undefined, fact: OfficeFact, by: OfficeStamp): Office {
  if (fact.type === 'office.established@1') return { ...fact.open, ...emptyOffice }
  const office = before!
  if (isChainFact(fact)) return { ...office, chains: chainsAfter(office.chains, fact) }
  if (isMediaFact(fact)) return { ...office, media: applyMediaFact(office.media, fact, by) }
  if (isSendingFact(fact)) return { ...office, sendings: applySendingFact(office.sendings, fact, by) }
  switch (fact.type) {
    case 'agency.added@1':
      return {
        ...office,
        agencies: [...office.agencies, fact.open],
        agencyVersions: [...office.agencyVersions, { agency: fact.open, by }],
      }
    case 'agency.changed@1': {
      const { reason, ...agency } = fact.open
      return {
        ...office,
        agencies: office.agencies.map(one => (one.agencyId === agency.agencyId ? agency : one)),
        agencyVersions: [...office.agencyVersions, { agency, reason, by }],
      }
    }
    case 'office.settingsChanged@1': {
      const settings = { ...office.settings, ...fact.open }
      return { ...office, settings, settingsVersions: [...office.settingsVersions, { settings, by }] }
    }
    case 'wording.changed@1':
      return { ...office, wordings: [...office.wordings, { ...fact.open, by }] }
    case 'number.voided@1':
      return { ...office, voidNumbers: [...office.voidNumbers, { ...fact.open, by }] }
    case 'series.started@1':
      return { ...office, seriesStarts: [...office.seriesStarts, { ...fact.open, by }] }
    case 'workstation.enrolled@1':
      return { ...office, workstations: [...office.workstations, fact.open] }
    case 'register.imported@1':
      return { ...office, imports: [...office.imports, fact.open] }
    case 'register.carriedOver@1':
      return { ...office, carriedOver: [...office.carriedOver, fact.open] }
    case 'indexNumbering.set@1': {
      const others = office.indexNumberings.filter(({ agencyId }) => agencyId !== fact.open.agencyId)
      return { ...office, indexNumberings: [...others, fact.open] }
    }
    case 'documents.imported@1': {
      const batch = { ...fact.open, by: by.actor, at: by.at, isUndone: false }
      return { ...office, documentBatches: [...office.documentBatches, batch] }
    }
    case 'documents.importUndone@1': {
      const { batchId } = fact.open
      const documentBatches = office.documentBatches.map(one =>
        one.batchId === batchId ? { ...one, isUndone: true } : one,
      )
      return { ...office, documentBatches }
    }
    case 'topicClass.renamed@1':
      return { ...office, topicNames: { ...office.topicNames, [fact.open.code]: fact.open.name } }
    case 'kiosk.answered@1':
      return { ...office, kioskAnswers: [...office.kioskAnswers, fact.open] }
    case 'guide.detailsSet@1':
      return { ...office, guides: [...office.guides, { guide: fact.open, by }] }
    case 'booklet.produced@1':
      return { ...office, booklets: [...office.booklets, { ...fact.open, by }] }
    case 'clock.confirmed@1':
      return { ...office, confirmedClocks: [...office.confirmedClocks, { ...fact.open, at: by.at }] }
    default:
      // A fact of a newer version is kept by the ledger and has no effect here.
      return office
  }
}

const emptyOffice = {
  agencies: [],
  agencyVersions: [],
  workstations: [],
  settings: firstSettings,
  settingsVersions: [],
  wordings: [],
  voidNumbers: [],
  seriesStarts: [],
  imports: [],
  carriedOver: [],
  indexNumberings: [],
  documentBatches: [],
  topicNames: {},
  kioskAnswers: [],
  guides: [],
  booklets: [],
  media: emptyMediaBook,
  sendings: emptySendingBook,
  confirmedClocks: [],
  chains: [],
  conflicts: [],
} satisfies Omit<Office, 'name' | 'placeCode'>
