import { civilDateAt, type CivilDate } from '../calendar/civil-date'
import type { Erasable } from '../recorded-act'
import type { Stamp } from '../requests/request-state'
import type { SettledConflict } from '../settled-conflict'
import type {
  ArchivesDecision,
  ArchivesKind,
  HelpKind,
  ItemState,
  VisitAim,
  VisitFact,
  VisitorDetails,
  VisitResult,
} from './visit-facts'
import type { ReplacedPart } from './seen-parts'
import type { VisitProblem } from './visit-rules'

export type VisitFactType = VisitFact['type']
export type StoredVisitFact = Erasable<VisitFact>
export type VisitFactOf<K extends VisitFactType> = Extract<StoredVisitFact, { readonly type: K }>
type OpenOf<K extends VisitFactType> = VisitFactOf<K>['open']
type PersonalOf<K extends VisitFactType> = NonNullable<Extract<VisitFact, { type: K; personal: unknown }>['personal']>

/** One stay in the reading room as its acts leave it. */
export interface Visit {
  readonly aim: VisitAim
  readonly topic?: string
  readonly archivesKind?: ArchivesKind
  readonly originalSeen: boolean
  /** Day of the act, in Beijing. */
  readonly cameOn: CivilDate
  readonly signedIn: Stamp
  /** The personal part is gone: its key was destroyed after retention. */
  readonly isErased: boolean
  /** Undefined: unnamed, or erased. */
  readonly visitor: VisitorDetails | undefined
  readonly seeks: string | undefined
  readonly items: readonly VisitItem[]
  readonly copies: readonly CopiesMade[]
  readonly helps: readonly HelpGiven[]
  readonly asks: readonly ArchivesAsk[]
  readonly certificates: readonly ArchivesCertificate[]
  readonly signedOut?: SignedOut
  readonly corrections: readonly VisitCorrection[]
  readonly papers: readonly (OpenOf<'visit.paperProduced@1'> & { readonly by: Stamp })[]
  readonly timeline: readonly { readonly type: VisitFactType; readonly by: Stamp }[]
  /** Of two machines. One that somebody has settled, or has seen and corrected since, is not among them. */
  readonly conflicts: readonly VisitConflict[]
  readonly settled?: readonly VisitSettlement[]
  readonly notUnderstood: readonly string[]
}

export type VisitItem = OpenOf<'visit.itemGiven@1'> & {
  readonly title: string | undefined
  readonly given: Stamp
  readonly returned?: { readonly state: ItemState; readonly note: string | undefined; readonly by: Stamp }
  /** Written down by mistake; it keeps its number. */
  readonly isCancelled?: true
}

export type CopiesMade = OpenOf<'visit.copiesMade@1'> & { readonly by: Stamp }

export interface HelpGiven {
  readonly helps: readonly HelpKind[]
  readonly note: string | undefined
  readonly by: Stamp
}

export interface SignedOut {
  readonly result: VisitResult
  readonly leftOn: CivilDate
  readonly note: string | undefined
  readonly by: Stamp
}

export type ArchivesAsk = OpenOf<'visit.archivesAsked@1'> & {
  readonly words: PersonalOf<'visit.archivesAsked@1'> | undefined
  readonly asked: Stamp
  readonly decided?: {
    readonly decision: ArchivesDecision
    readonly shown: readonly string[]
    readonly reason: string | undefined
    readonly by: Stamp
  }
}

export type ArchivesCertificate = OpenOf<'visit.certified@1'> & {
  readonly words: PersonalOf<'visit.certified@1'> | undefined
  readonly by: Stamp
}

export interface VisitCorrection {
  readonly what: readonly VisitCorrected[]
  /** The same by name and number (seen-parts.ts): which act set what stands. */
  readonly keys: readonly string[]
  readonly reason: string | undefined
  readonly by: Stamp
}
export type VisitCorrected = 'visitor' | 'seeks' | 'topic' | 'item' | 'copies' | 'stillHere'

export interface VisitSettlement extends SettledConflict {
  /** Undefined after erasure. */
  readonly reason: string | undefined
  readonly by: Stamp
}

export type VisitConflict =
  /** An act that had no effect. */
  | { readonly kind: 'leftOut'; readonly fact: StoredVisitFact; readonly why: VisitProblem; readonly by: Stamp }
  /** A correction that holds, over what its writer had not seen. */
  | { readonly kind: 'overwritten'; readonly replaced: readonly ReplacedPart[]; readonly by: Stamp }

/** Handed out, not cancelled, not back: while there is one, nobody is signed out. */
export const itemsOut = ({ items }: Pick<Visit, 'items'>): readonly VisitItem[] =>
  items.filter(({ returned, isCancelled }) => !returned && !isCancelled)

export const isPresent = ({ signedOut }: Pick<Visit, 'signedOut'>): boolean => signedOut === undefined

/** A name, a document, and somebody who looked at it. */
export const isIdentified = ({ visitor, originalSeen, isErased }: Visit): boolean =>
  isErased || (originalSeen && visitor?.document !== undefined)

export const pagesCopied = ({ copies }: Pick<Visit, 'copies'>): number =>
  copies.reduce((sum, { pages }) => sum + pages, 0)

/** Visitors who are still signed in from an earlier day: somebody forgot to write down that they left. */
export const leftFromEarlierDays = <V extends Pick<Visit, 'cameOn' | 'signedOut'>>(
  visits: readonly V[],
  today: CivilDate,
): readonly V[] => visits.filter(({ cameOn, signedOut }) => !signedOut && cameOn < today)

/**
 * When the visitor left, epoch ms; null where it was written down on a later day: the clock of that act is not that of
 * the leaving, and only the day is known.
 */
export const leftAt = ({ cameOn, signedOut }: Pick<Visit, 'cameOn' | 'signedOut'>): number | null =>
  signedOut && civilDateAt(signedOut.by.at) === cameOn ? signedOut.by.at : null
