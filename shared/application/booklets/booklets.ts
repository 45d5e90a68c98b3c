import type { Problem } from '../../contracts/problems'
import type { AgencyId } from '../../domain/agencies/office-facts'
import type { BookletElement } from '../../domain/booklets/booklet-elements'
import type { BookletBasis, BookletKind, GuideDetails, PageRange } from '../../domain/booklets/booklet-facts'
import type { CatalogueLine } from '../../domain/booklets/catalogue-line'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { LawPack } from '../../domain/decisions/law-pack'
import type { Result } from '../../kernel/result'
import type { PaperGap, PaperProblem } from '../desk'
import type { StopSignal } from '../registers/register-paper'

/** What the booklets of one agency would be made of now. */
export interface BookletStand {
  /** In force today; null where none is. */
  readonly lawPack: LawPack | null
  readonly basis: BookletBasis
  readonly lines: readonly CatalogueLine[]
}

/** A booklet made, not yet saved or printed. */
export interface BookletPaper {
  readonly booklet: BookletKind
  readonly agencyId: AgencyId
  readonly title: string
  /** ASCII, with its ending. */
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly pages: number
  readonly madeOn: CivilDate
  readonly basis: BookletBasis
  readonly gaps: readonly PaperGap[]
}

export type BookletRefusal = PaperProblem | { readonly kind: 'bookletElementMissing'; readonly element: BookletElement }

export interface BookletRun {
  /** Documents laid out, or pages drawn for the printer. */
  readonly onProgress: (done: number, of: number) => void
  /** Ends the work; nothing has gone out then. */
  readonly signal: StopSignal
}

/** 指南, 目录 and 单页: made off the window's thread, shown before they go out, recorded when they did. */
export interface Booklets {
  stand(agencyId: AgencyId): Promise<BookletStand>
  compose(
    kind: BookletKind,
    agencyId: AgencyId,
    run: BookletRun,
  ): Promise<Result<BookletPaper | 'stopped', BookletRefusal>>
  /** PNG of these pages. */
  pages(paper: BookletPaper, range: PageRange): Promise<readonly Uint8Array[]>
  save(paper: BookletPaper): Promise<Result<'saved' | 'cancelled', Problem>>
  /** Of a booklet of more than `mostPrintedPages` pages a part of at most so many. */
  print(
    paper: BookletPaper,
    range: PageRange,
    run: BookletRun,
  ): Promise<Result<'printed' | 'cancelled' | 'stopped', Problem>>
  /** All details of one agency's guide; what is left out is not known. */
  setGuide(details: GuideDetails): Promise<Result<void, Problem>>
}
