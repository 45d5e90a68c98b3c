import type { Agency } from '../domain/agencies/office-facts'
import type { CivilDate } from '../domain/calendar/civil-date'
import type { WorkingCalendar } from '../domain/calendar/working-calendar'
import type { LawPackMissing } from '../domain/decisions/law-pack'
import type { Post } from '../domain/people/person-facts'
import type { ReplyContent } from '../domain/requests/reply-content'
import type { DecisionType, DocumentKind, PersonId, RequestFact, RequestId } from '../domain/requests/request-facts'
import type { Result } from '../kernel/result'
import type { Problem } from '../contracts/problems'
import type { CatalogueActs, DocumentBook } from './catalogue-ports'
import type { CatalogueSearch } from './catalogue-search'
import type { Enquiries } from './enquiry-ports'
import type { Booklets } from './booklets/booklets'
import type { Registers } from './registers/export-register'
import type { Scans } from './scans/scans'
import type { CardReader } from './reception/card-reader'
import type { KioskCare, MachineCare, OfficeActs, WordingDesk } from './settings/ports'
import type { UpdateCare } from './settings/update-care'
import type { PrintedDocument } from './catalogue/printed-document'
import type { PrintedTable } from './registers/printed-table'
import type { ReadingRoom } from './visits/visits'
import type { Intake, Outtake } from './intake/ports'
import type { Exchange } from './exchange/ports'
import type { MediaExchange } from './media/ports'
import type { RulesInForce, Sendings } from './sendings/sendings'
import type { Neighbours } from './neighbours/ports'
import type { Imports } from './import/import-desk'
import type { OfficeBook, RequestBook, RequestRecord, Series, StaffList } from './ports'

/** Who is signed in at this window. */
export interface SignedIn {
  readonly personId: PersonId
  readonly name: string
  readonly posts: readonly Post[]
}

/** The one way in: resolves when the act is on the disk, never before. */
export interface Ledger {
  append(act: {
    readonly requestId: RequestId
    readonly role: Post
    readonly facts: readonly RequestFact[]
  }): Promise<Result<void, Problem>>
}

/** Papers that can be composed. */
export type PaperKind = DocumentKind

/** A composed PDF, not yet printed or saved. */
export interface Paper {
  readonly kind: PaperKind
  readonly title: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly pages: number
  /** Hex SHA-256 of `bytes`. */
  readonly digest: string
  /** Cells left to be written in by hand, in reading order; missing where there is none. */
  readonly gaps?: readonly PaperGap[]
  /** Where its paragraphs stand, for a screen to point at; the file itself holds nothing of it. */
  readonly spots?: readonly PaperSpot[]
  /** Of its pages, mm; missing: A4. */
  readonly sizeMm?: { readonly width: number; readonly height: number }
}

/** What a paragraph of a letter is about. */
export type PaperPart =
  | 'opening'
  | 'search'
  | 'decision'
  | 'published'
  | 'withheld'
  | 'reasons'
  | 'remedy'
  | 'closing'
  | 'contact'

/** One line of such a paragraph, in parts of its page from the upper left corner. */
export interface PaperSpot {
  readonly about: PaperPart
  /** Starts at 1. */
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A character that no font has. */
export interface PaperGap {
  readonly character: string
  /** `U+212E4` */
  readonly codePoint: string
  /** Starts at 1. */
  readonly page: number
}

export interface PaperOptions {
  /** A character that no font has becomes a framed cell for the pen instead of a refusal. */
  readonly gaps?: 'allowed'
  /** It has just gone out once more than the record says: the paper is marked 补打. */
  readonly isReprint?: boolean
  /** What the paper `envelope` is printed on. */
  readonly envelope?: EnvelopeStock
  /** First label that is still on the sheet, 1 to 24, row by row. */
  readonly labelPlace?: number
}

/** Envelope sizes of GB/T 1416, or one label of a sheet of 3 by 8. */
export const envelopeStocks = ['DL', 'C5', 'C4', 'labels'] as const
/** 3 by 8. */
export const labelsASheet = 24
export type EnvelopeStock = (typeof envelopeStocks)[number]

/**
 * Why a paper cannot be made: the law asks for an element that is missing, no law pack holds on its date, or no font has a
 * character.
 */
export type PaperProblem =
  | { readonly kind: 'elementMissing'; readonly letter: string; readonly element: string }
  | LawPackMissing
  | { readonly kind: 'characterMissing'; readonly character: string; readonly codePoint: string }
  | { readonly kind: 'paperFailed'; readonly why: string }

/** A composed table or document: of no single request, so that printing it is no act of one. */
export type TablePaper = Omit<Paper, 'kind' | 'digest'>
type Printable = Pick<Paper, 'title' | 'fileName' | 'bytes' | 'sizeMm'>

export interface Papers {
  /** Gets ready for the first paper (40 MB of fonts), so that a counter does not wait two seconds for it. */
  prepare(): void
  /** A paper of what is recorded. Replies are final here: they need the number of an issued letter. */
  compose(kind: PaperKind, record: RequestRecord, options?: PaperOptions): Promise<Result<Paper, PaperProblem>>
  /** F01 with empty boxes, for the counter. */
  composeBlankForm(agency: Agency, on: CivilDate): Promise<Result<Paper, PaperProblem>>
  /** The reply as it would read, marked as a proof (校样) and without a number. */
  composeProof(record: RequestRecord, reply: ReplyInHand): Promise<Result<Paper, PaperProblem>>
  /** A register, the day sheet, a hand-over list. `fileName` in ASCII, with its ending. */
  composeTable(table: PrintedTable, fileName: string): Promise<Result<TablePaper, PaperProblem>>
  /** A document of the catalogue with its text. `fileName` in ASCII, with its ending. */
  composeDocument(document: PrintedDocument, fileName: string): Promise<Result<TablePaper, PaperProblem>>
  /** Page images (PNG) in reading order, `width` pixels wide. */
  pageImages(paper: Printable, width: number): Promise<readonly Uint8Array[]>
  save(paper: Printable): Promise<Result<'saved' | 'cancelled', Problem>>
  print(paper: Printable): Promise<Result<'printed' | 'cancelled', Problem>>
}

export interface ReplyInHand {
  readonly decision: DecisionType
  readonly content: ReplyContent
}

/** What was typed and not yet done, sealed on disk. Survives a crash; gone when the act is done. */
export interface Drafts {
  save(name: string, content: unknown): Promise<Result<{ savedAt: number }, Problem>>
  load(name: string): Promise<Result<{ content: unknown; savedAt: number } | null, Problem>>
  list(): Promise<Result<readonly { name: string; savedAt: number }[], Problem>>
  discard(name: string): Promise<Result<void, Problem>>
  /** Told after every draft that was saved or discarded here, so that a list of them is never older than the last. Answers how to stop. */
  onChange(listener: () => void): () => void
  /** A form that may hold what is not written yet: flushed before the desk is locked. Answers how to end that. */
  keepInStep(flush: () => Promise<unknown>): () => void
}

/** Everything a desk of the office works with. Wired in one place, renderer/windows/desk. */
export interface Desk {
  readonly me: SignedIn
  readonly placeCode: string
  readonly workstation: string
  readonly windowName: string
  /** Why the journal may only be read since sign-in; null where it takes acts. */
  readonly readOnly: Problem | null
  readonly today: CivilDate
  readonly calendar: WorkingCalendar
  /** That the office's letters follow now; a letter that was issued keeps those of its moment. */
  readonly lawPacks: RulesInForce['lawPacks']
  readonly requests: RequestBook
  readonly staff: StaffList
  readonly offices: OfficeBook
  readonly documents: DocumentBook
  readonly catalogue: CatalogueActs
  readonly catalogueSearch: CatalogueSearch
  readonly enquiries: Enquiries
  readonly series: Series
  readonly ledger: Ledger
  readonly papers: Papers
  readonly drafts: Drafts
  readonly registers: Registers
  readonly scans: Scans
  readonly cards: CardReader
  readonly officeActs: OfficeActs
  readonly machine: MachineCare
  readonly kiosk: KioskCare
  readonly updates: UpdateCare
  readonly wording: WordingDesk
  readonly imports: Imports
  readonly visits: ReadingRoom
  readonly intake: Intake
  readonly outtake: Outtake
  readonly booklets: Booklets
  readonly media: MediaExchange
  readonly neighbours: Neighbours
  readonly exchange: Exchange
  readonly sendings: Sendings
  readonly newId: () => string
  readonly randomBytes: (count: number) => Uint8Array
}
