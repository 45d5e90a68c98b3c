import type { Brand } from '../../kernel/brand'
import type { CivilDate } from '../calendar/civil-date'
import type { ChangedSettings } from './office-settings'
import type { ChangedWording } from '../wording/office-wording'
import type { IndexNumbering } from '../catalogue/index-number'
import type { ChainFact } from './chain-facts'
import type { BookletFact } from '../booklets/booklet-facts'
import type { MediaFact } from '../media/media-facts'
import type { SendingFact } from '../sendings/sending-facts'
import type { ApplicantType, PersonId } from '../requests/request-facts'

export type AgencyId = Brand<string, 'AgencyId'>

/** A body that is named in the remedy clause, with the address at which it takes applications. */
export interface RemedyBody {
  readonly name: string
  readonly address: string
}

/** 行政复议机关: the net address at which it takes applications too must be told with a reply sent by wire (行政复议法 art. 22(2)). */
export interface ReconsiderationBody extends RemedyBody {
  readonly onlineAddress?: string
}

/** Whether a reply that refuses nothing (R01, R02) prints the remedies; the law pack says which replies may leave them out. */
export type RemedyOfGrants = 'printed' | 'leftOut'

/** One agency (行政机关) that the office serves. Everything here is printed on letters. */
export interface Agency {
  readonly agencyId: AgencyId
  readonly name: string
  /** Leads every letter number: `云公开` in 云公开〔2026〕15号. */
  readonly code: string
  readonly address: string
  /** The disclosure office of the agency (政府信息公开工作机构) as it appears on letters. */
  readonly contactName: string
  readonly contactPhone: string
  readonly reconsiderationBody: ReconsiderationBody
  readonly court: RemedyBody
  /** Missing: printed. */
  readonly remedyOfGrants?: RemedyOfGrants
}

/** `certificate`: 档案证明, which has a series of its own. */
export type NumberSeries = 'request' | 'letter' | 'certificate'

/** 作废号码. */
export interface VoidNumber {
  readonly series: NumberSeries
  /** As it would have been printed. */
  readonly number: string
  readonly reason: string
}

/** 编号起点: the last number that the paper register used, so that the series goes on from it in the middle of a year. */
export interface SeriesStart {
  readonly series: NumberSeries
  /** As it stands on paper; the next one follows it. */
  readonly lastUsed: string
  readonly reason: string
}

/** A signed import of an old register. */
export interface ImportedRegister {
  readonly batchId: string
  /** Hex SHA-256 of the batch as it was sealed and shown: what was signed is what is written. */
  readonly digest: string
  /** Cases that the batch writes. */
  readonly cases: number
  readonly preparedBy: PersonId
}

export interface CarriedOver {
  readonly agencyId: AgencyId
  readonly year: number
  readonly counts: Readonly<Record<ApplicantType, number>>
}

/** Of one machine on one day. Nobody is named, and no answer has a moment. */
export interface CountedAnswers {
  /** Counted once, however often it is told. */
  readonly countId: string
  readonly on: CivilDate
  readonly satisfied: number
  readonly fair: number
  readonly dissatisfied: number
}

/** An import of documents into the catalogue, recorded before the first of them: its documents name it. */
export interface DocumentBatch {
  readonly batchId: string
  readonly source: 'folder' | 'list' | 'jsonLines' | 'bag'
  /** Of the folder or file. */
  readonly name: string
  /** SHA-256 over line and digest of every document that is taken. */
  readonly digest: string
  readonly documents: number
}

export interface ExportedDocuments {
  readonly format: 'bag' | 'folder' | 'jsonLines' | 'csv' | 'xlsx'
  /** Nothing in it that is not public. Missing where an older version wrote it: then anything may have been in it. */
  readonly isPublicOnly?: boolean
  readonly documents: number
  readonly attachments: number
  /** SHA-256 of the file; of a package, of its tag manifest; of several files and of a folder, of their digests in order. */
  readonly digest: string
}

export type OfficeFact =
  | BookletFact
  | ChainFact
  | MediaFact
  | SendingFact
  | { readonly type: 'office.established@1'; readonly open: { readonly name: string; readonly placeCode: string } }
  | { readonly type: 'agency.added@1'; readonly open: Agency }
  /** The whole agency as it stands from this moment; letters issued before keep what they printed. */
  | { readonly type: 'agency.changed@1'; readonly open: Agency & { readonly reason: string } }
  | { readonly type: 'office.settingsChanged@1'; readonly open: ChangedSettings }
  /** The office's own free paragraphs of one letter; letters issued before keep the version of their moment. */
  | { readonly type: 'wording.changed@1'; readonly open: ChangedWording }
  /** A number that will never stand on a paper: the gap in the series has its reason (reference 7.3). */
  | { readonly type: 'number.voided@1'; readonly open: VoidNumber }
  /** The numbers up to this one were used before the program was: none of them is void, none is given out again. */
  | { readonly type: 'series.started@1'; readonly open: SeriesStart }
  | { readonly type: 'workstation.enrolled@1'; readonly open: { readonly code: string; readonly windowName: string } }
  /** A new recovery sheet was made; the old one opens the vault no longer. */
  | { readonly type: 'recovery.renewed@1'; readonly open: Readonly<Record<string, never>> }
  /** A list of requests left the program as a spreadsheet. */
  | {
      readonly type: 'register.exported@1'
      readonly open: {
        /** `paper`: printed; the digest is that of the PDF it was printed from. */
        readonly format: 'xlsx' | 'csv' | 'pdf' | 'paper' | 'jsonl'
        /** Of a register on paper or as PDF. */
        readonly pages?: number
        readonly rows: number
        /** False: names and identity numbers in full. */
        readonly isMasked: boolean
        readonly digest: string
        readonly bytes: number
      }
    }
  /** The second person's signature under a batch of the old register: from here on its cases are written. */
  | { readonly type: 'register.imported@1'; readonly open: ImportedRegister }
  /** 上年结转 (row 3-2 of the annual report of `year`), as last year's report has it in row 3-4. */
  | { readonly type: 'register.carriedOver@1'; readonly open: CarriedOver }
  /** How an agency numbers the documents of its catalogue from this moment on. Numbers that were given stay. */
  | { readonly type: 'indexNumbering.set@1'; readonly open: IndexNumbering }
  /** The office's own name for a topic class; its code stays. */
  | { readonly type: 'topicClass.renamed@1'; readonly open: { readonly code: string; readonly name: string } }
  /** 自助机满意度: what visitors of one day answered at the kiosk, as numbers. */
  | { readonly type: 'kiosk.answered@1'; readonly open: CountedAnswers }
  | { readonly type: 'documents.imported@1'; readonly open: DocumentBatch }
  /** Every document of it that was still in the catalogue was withdrawn. */
  | {
      readonly type: 'documents.importUndone@1'
      readonly open: { readonly batchId: string; readonly documents: number }
    }
  /** The catalogue, or a part of it, left the program. */
  | { readonly type: 'documents.exported@1'; readonly open: ExportedDocuments }
  | { readonly type: 'clock.confirmed@1'; readonly open: { readonly today: string; readonly machineSaid: string } }
