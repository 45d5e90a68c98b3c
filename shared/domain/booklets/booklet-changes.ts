import type { AgencyId } from '../agencies/office-facts'
import type { CivilDate } from '../calendar/civil-date'
import type { Validity } from '../catalogue/document-facts'
import { hasLapsed } from '../catalogue/validity-on'
import type { CatalogueLine } from './catalogue-line'
import type { BookletBasis, BookletKind, DocumentsBasis } from './booklet-facts'

/** Why a booklet is out of date, one a cause. */
export type BookletChange =
  | { readonly kind: 'agencyChanged' | 'guideChanged' | 'topicsRenamed' | 'wordingNewer' }
  | { readonly kind: 'lawPackNewer'; readonly lawPack: string | null }
  | { readonly kind: 'calendarNewer'; readonly year: number }
  | {
      readonly kind: 'documentsAdded' | 'documentsChanged' | 'documentsRepealed' | 'documentsWithdrawn'
      readonly count: number
    }
  /** What it holds is another in a way that no count above tells: one was closed or has lapsed, or an act came late. */
  | { readonly kind: 'documentsDiffer' }

export interface Standing {
  readonly basis: BookletBasis
  /** Every document of the agency, also closed and withdrawn ones; for the catalogue alone. */
  readonly lines: readonly CatalogueLine[]
}

/** What has changed since a booklet was made of `then`, in the order in which the booklet says it; empty: it is current. */
export function bookletChanges(kind: BookletKind, then: BookletBasis, now: Standing): readonly BookletChange[] {
  const { basis } = now
  const changes: (BookletChange | false)[] = [
    basis.agency !== then.agency && { kind: 'agencyChanged' },
    basis.guide !== then.guide && { kind: 'guideChanged' },
    basis.topics !== then.topics && { kind: 'topicsRenamed' },
    basis.lawPack !== then.lawPack && { kind: 'lawPackNewer', lawPack: basis.lawPack },
    calendarChange(then, basis),
    basis.wording !== then.wording && { kind: 'wordingNewer' },
  ]
  const told = changes.filter((change): change is BookletChange => change !== false && concerns(kind, change))
  return kind === 'catalogue' ? [...told, ...documentChanges(then.documents, now)] : told
}

/** The catalogue says nothing of terms and remedies, the leaflet nothing of classes. */
const concerns = (kind: BookletKind, change: BookletChange): boolean => !notIn[kind].includes(change.kind)

const notIn: Readonly<Record<BookletKind, readonly BookletChange['kind'][]>> = {
  guide: [],
  leaflet: ['topicsRenamed'],
  catalogue: ['guideChanged', 'lawPackNewer', 'calendarNewer'],
}

function calendarChange(then: BookletBasis, { calendarUntil }: BookletBasis): BookletChange | false {
  return calendarUntil !== null && calendarUntil > (then.calendarUntil ?? 0)
    ? { kind: 'calendarNewer', year: calendarUntil }
    : false
}

function documentChanges(then: DocumentsBasis | undefined, { basis, lines }: Standing): readonly BookletChange[] {
  if (!then || !basis.documents || basis.documents.digest === then.digest) return []
  const count = { documentsAdded: 0, documentsChanged: 0, documentsRepealed: 0, documentsWithdrawn: 0 }
  for (const line of lines) {
    const change = changeOf(line, then.upTo)
    if (change) count[change]++
  }
  const told = (Object.keys(count) as (keyof typeof count)[])
    .filter(kind => count[kind] > 0)
    .map(kind => ({ kind, count: count[kind] }))
  return told.length > 0 ? told : [{ kind: 'documentsDiffer' }]
}

type Counted = 'documentsAdded' | 'documentsChanged' | 'documentsRepealed' | 'documentsWithdrawn'

function changeOf(line: CatalogueLine, upTo: string): Counted | null {
  if (line.listedHlc <= upTo) return null
  if (line.isWithdrawn) return line.cataloguedHlc <= upTo ? 'documentsWithdrawn' : null
  if (!line.isPublic) return null
  if (line.cataloguedHlc > upTo) return 'documentsAdded'
  return ended.includes(line.validity) ? 'documentsRepealed' : 'documentsChanged'
}

const ended: readonly Validity[] = ['REPEALED', 'EXPIRED']

/**
 * What the digest of the documents is taken of: the same for every order in which they are read, and another from the day on
 * which one of them has lapsed.
 */
export function documentsText(lines: readonly CatalogueLine[], today: CivilDate): string {
  return lines
    .filter(({ isPublic }) => isPublic)
    .map(line => `${line.documentId} ${line.listedHlc}${hasLapsed(line, today) ? ' lapsed' : ''}`)
    .sort()
    .join('\n')
}

/** Hybrid time of the latest act on any of them; '' where there is none. Text order is time order. */
export const latestChange = (lines: readonly CatalogueLine[]): string =>
  lines.reduce((latest, { listedHlc }) => (listedHlc > latest ? listedHlc : latest), '')

export const linesOfAgency = (lines: readonly CatalogueLine[], agencyId: AgencyId): readonly CatalogueLine[] =>
  lines.filter(line => line.agencyId === agencyId)
