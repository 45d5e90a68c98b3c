import type { CivilDate } from '../../domain/calendar/civil-date'
import type { Post } from '../../domain/people/person-facts'
import type { VisitFact, VisitId, VisitPaper } from '../../domain/visits/visit-facts'
import type { Visit } from '../../domain/visits/visit-state'
import type { Result } from '../../kernel/result'
import type { Problem } from '../../contracts/problems'
import type { Paper, PaperOptions, PaperProblem } from '../desk'
import type { FoldMarks, Watch } from '../ports'

/** A visit as the view knows it. Frozen: it changes by acts only. */
export interface VisitRecord extends FoldMarks {
  readonly visitId: VisitId
  readonly visit: Visit
}

export interface VisitBook {
  /** Who has not signed out, whenever they came; earliest first. */
  readonly watchPresent: Watch<readonly VisitRecord[]>
  /** Who came on these days, both counted, earliest first. */
  watchBetween(from: CivilDate, to: CivilDate): Watch<readonly VisitRecord[]>
  /** Those at which acts of two machines crossed and nobody has settled it, earliest first. */
  readonly watchDisputed: Watch<readonly VisitRecord[]>
  /** Null while there is no such visit. */
  watchOne(visitId: VisitId): Watch<VisitRecord | null>
}

/** A document that the catalogue knows. */
export interface FoundDocument {
  /** 索引号; missing where the document has none. */
  readonly indexNo?: string
  readonly title: string
}

/** Looks a document up by number or by words of its title; nothing where there is no catalogue. */
export interface DocumentLookup {
  find(words: string): Promise<readonly FoundDocument[]>
}

/** S03, or a certified copy; which one of several says `certificateNo`. */
export interface VisitPaperAsked {
  readonly paper: VisitPaper
  readonly certificateNo?: string
}

export type PaperOfVisit = Omit<Paper, 'kind'> & VisitPaperAsked

export interface ReadingRoom {
  readonly book: VisitBook
  readonly documents: DocumentLookup
  /** Resolves when the act is on the disk, never before. */
  append(act: {
    readonly visitId: VisitId
    readonly role: Post
    readonly facts: readonly VisitFact[]
  }): Promise<Result<void, Problem>>
  compose(
    asked: VisitPaperAsked,
    record: VisitRecord,
    options?: Pick<PaperOptions, 'gaps' | 'isReprint'>,
  ): Promise<Result<PaperOfVisit, PaperProblem>>
}
