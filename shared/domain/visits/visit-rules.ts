import { unreachable } from '../../kernel/unreachable'
import type { Post } from '../people/person-facts'
import type { PersonId } from '../requests/request-facts'
import { correctedParts } from './corrected-visit'
import { proofsLacking } from './archives-proofs'
import type { ArchivesDecision, ArchivesProof, ItemKind } from './visit-facts'
import {
  isIdentified,
  itemsOut,
  type ArchivesAsk,
  type StoredVisitFact,
  type Visit,
  type VisitFactOf,
  type VisitFactType,
} from './visit-state'

export type VisitProblem =
  | { readonly kind: 'visitNotSignedIn' }
  | { readonly kind: 'visitAlreadySignedIn' }
  | { readonly kind: 'visitorHasLeft' }
  | { readonly kind: 'visitorStillHere' }
  /** Two windows gave one number: whoever comes second counts anew. */
  | { readonly kind: 'visitNumberDiffers'; readonly given: number; readonly expected: number }
  /** An item, a count or an application of this visit that is not there, or not in that state. */
  | { readonly kind: 'visitPartUnknown'; readonly no: number }
  /** 未还: which items. */
  | { readonly kind: 'visitItemsOut'; readonly items: readonly number[] }
  /** Copies of what is not public, and archives, go to nobody unnamed. */
  | { readonly kind: 'visitorUnidentified' }
  | { readonly kind: 'archivesProofMissing'; readonly proofs: readonly ArchivesProof[] }
  | { readonly kind: 'archivesPurposeMissing' }
  | { readonly kind: 'archivesAlreadyDecided' }
  /** 档案法实施条例 art. 34: closed archives of somebody else are shown, or refused, by a second person. */
  | { readonly kind: 'archivesSecondPerson' }
  /** Only what was allowed to be shown is handed out, copied or certified. */
  | { readonly kind: 'archivesNotShown' }
  | { readonly kind: 'archivesReasonMissing' }
  | { readonly kind: 'visitCorrectionEmpty' }
  /** The day that was written down for the leaving lies before the coming, or after today. */
  | { readonly kind: 'visitLeftOutside' }
  | { readonly kind: 'visitNoteMissing' }
  | { readonly kind: 'certificateNoInvalid' }
  /** Settled by now, or never there. */
  | { readonly kind: 'conflictNotThere' }
  | { readonly kind: 'factNotUnderstood'; readonly type: string }
  | { readonly kind: 'actWithoutFacts' }
  | { readonly kind: 'postNotHeld'; readonly role: Post }
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }

/** Whether the visit, as it stands, allows the fact; who acts is asked by visitPersonProblem. */
export function visitProblem(visit: Visit | undefined, fact: StoredVisitFact): VisitProblem | undefined {
  if (fact.type === 'visit.signedIn@1') return visit ? { kind: 'visitAlreadySignedIn' } : signInProblem(fact)
  if (!visit) return { kind: 'visitNotSignedIn' }
  const isOver = onlyWhilePresent.has(fact.type) && visit.signedOut !== undefined
  return isOver ? { kind: 'visitorHasLeft' } : laterProblem(visit, fact)
}

function laterProblem(
  visit: Visit,
  fact: Exclude<StoredVisitFact, { type: 'visit.signedIn@1' }>,
): VisitProblem | undefined {
  switch (fact.type) {
    case 'visit.itemGiven@1':
      return numberProblem(fact.open.itemNo, visit.items) ?? archivesProblem(visit, fact.open.kind)
    case 'visit.itemReturned@1':
      return isOut(visit, fact.open.itemNo) ? undefined : unknownPart(fact.open.itemNo)
    case 'visit.copiesMade@1':
      return copiesProblem(visit, fact)
    case 'visit.signedOut@1':
      return outProblem(visit)
    case 'visit.corrected@1':
      return correctionProblem(visit, fact)
    case 'visit.archivesAsked@1':
      return askProblem(visit, fact)
    case 'visit.archivesDecided@1':
      return decisionProblem(visit, fact)
    case 'visit.certified@1':
      return isShown(askOf(visit, fact.open.askNo)) ? undefined : { kind: 'archivesNotShown' }
    case 'visit.identified@1':
    case 'visit.helpGiven@1':
    case 'visit.paperProduced@1':
    case 'visit.revealed@1':
    case 'visit.conflictSettled@1':
      return undefined
    default:
      return unreachable(fact)
  }
}

/** Whoever serves at the counter writes the visit down; closed archives of another are a second person's to show. */
export function visitPersonProblem(
  visit: Visit | undefined,
  fact: StoredVisitFact,
  { actor, role }: { readonly actor: PersonId; readonly role: Post },
): VisitProblem | undefined {
  const ask = fact.type === 'visit.archivesDecided@1' ? askOf(visit, fact.open.askNo) : undefined
  const isSeconds = fact.type === 'visit.archivesDecided@1' && ask && needsSecondPerson(ask, fact.open.decision)
  const posts = isSeconds ? deciding : postsForVisits[fact.type]
  if (!posts.includes(role)) return { kind: 'postNeeded', posts }
  return isSeconds && ask.asked.actor === actor ? { kind: 'archivesSecondPerson' } : undefined
}

/**
 * 档案法实施条例 art. 34: closed archives are used with the consent of the archive. For one's own record the rules of use
 * that the archive publishes (art. 33) give it; for anybody else's a second person does (our convention).
 */
export const needsSecondPerson = (
  { isOpenToPublic, relation }: Pick<ArchivesAsk, 'isOpenToPublic' | 'relation'>,
  decision: ArchivesDecision,
): boolean => !isOpenToPublic && relation !== 'self' && decision !== 'notHeld' && decision !== 'refer'

export const isKnownVisitFact = (fact: { readonly type: string }): fact is StoredVisitFact =>
  Object.hasOwn(postsForVisits, fact.type)

const serving: readonly Post[] = ['clerk', 'reviewer', 'head']
const deciding: readonly Post[] = ['reviewer', 'head']

/** Who works at the counter; the administrator keeps the machine and no visits. */
export const postsForVisits: Readonly<Record<VisitFactType, readonly Post[]>> = {
  'visit.signedIn@1': serving,
  'visit.identified@1': serving,
  'visit.itemGiven@1': serving,
  'visit.itemReturned@1': serving,
  'visit.copiesMade@1': serving,
  'visit.helpGiven@1': serving,
  'visit.signedOut@1': serving,
  'visit.corrected@1': serving,
  'visit.archivesAsked@1': serving,
  'visit.archivesDecided@1': serving,
  'visit.certified@1': serving,
  'visit.paperProduced@1': serving,
  'visit.revealed@1': serving,
  'visit.conflictSettled@1': deciding,
}

/** Corrections, papers, decisions and certificates may come later: the visitor fetches them, or they are posted. */
const onlyWhilePresent: ReadonlySet<VisitFactType> = new Set([
  ...(['visit.identified@1', 'visit.itemGiven@1', 'visit.itemReturned@1', 'visit.copiesMade@1'] as const),
  ...(['visit.helpGiven@1', 'visit.signedOut@1', 'visit.archivesAsked@1'] as const),
])

/** 查档 begins with who, and for what. */
function signInProblem({ open, personal }: VisitFactOf<'visit.signedIn@1'>): VisitProblem | undefined {
  if (open.aim === 'reading' || !personal) return undefined
  if (!open.originalSeen || !personal.visitor?.document) return { kind: 'visitorUnidentified' }
  return personal.seeks.trim() === '' ? { kind: 'archivesPurposeMissing' } : undefined
}

/** No archive leaves the shelf before its application is decided: 擅自提供 is an offence (档案法 art. 48(2)). */
function archivesProblem(visit: Visit, kind: ItemKind): VisitProblem | undefined {
  if (kind !== 'archives') return undefined
  if (!isIdentified(visit)) return { kind: 'visitorUnidentified' }
  return visit.asks.some(isShown) ? undefined : { kind: 'archivesNotShown' }
}

function copiesProblem(visit: Visit, { open }: VisitFactOf<'visit.copiesMade@1'>): VisitProblem | undefined {
  const { copyNo, itemNo, of } = open
  const item = itemNo === undefined ? undefined : visit.items.find(each => each.itemNo === itemNo && !each.isCancelled)
  if (itemNo !== undefined && item?.kind !== of) return unknownPart(itemNo)
  const numbered = numberProblem(copyNo, visit.copies)
  if (numbered) return numbered
  if (of !== 'public' && !isIdentified(visit)) return { kind: 'visitorUnidentified' }
  return archivesProblem(visit, of)
}

/** Nobody leaves with what belongs to the room. */
function outProblem(visit: Visit): VisitProblem | undefined {
  const items = itemsOut(visit).map(({ itemNo }) => itemNo)
  return items.length > 0 ? { kind: 'visitItemsOut', items } : undefined
}

function correctionProblem(visit: Visit, fact: VisitFactOf<'visit.corrected@1'>): VisitProblem | undefined {
  const { copies, stillHere } = fact.open
  if (correctedParts(fact).length === 0) return { kind: 'visitCorrectionEmpty' }
  if (copies && !visit.copies.some(({ copyNo }) => copyNo === copies.copyNo)) return unknownPart(copies.copyNo)
  if (stillHere && !visit.signedOut) return { kind: 'visitorStillHere' }
  return losesDocument(visit, fact) ? { kind: 'visitorUnidentified' } : itemCorrectionProblem(visit, fact.open)
}

/** Whoever has shown a document does not become unnamed again by a correction. */
const losesDocument = (visit: Visit, { personal }: VisitFactOf<'visit.corrected@1'>): boolean =>
  personal?.visitor !== undefined && !personal.visitor.document && visit.visitor?.document !== undefined

function itemCorrectionProblem(
  visit: Visit,
  { item, stillHere }: VisitFactOf<'visit.corrected@1'>['open'],
): VisitProblem | undefined {
  if (!item) return undefined
  if (!visit.items.some(({ itemNo }) => itemNo === item.itemNo)) return unknownPart(item.itemNo)
  if (item.kind && archivesProblem(visit, item.kind)) return archivesProblem(visit, item.kind)
  // An item that is out again has its visitor in the room: first the sign-out is taken back.
  return item.isOut && visit.signedOut && !stillHere ? { kind: 'visitorHasLeft' } : undefined
}

function askProblem(visit: Visit, { open, personal }: VisitFactOf<'visit.archivesAsked@1'>): VisitProblem | undefined {
  const numbered = numberProblem(open.askNo, visit.asks)
  if (numbered) return numbered
  if (!isIdentified(visit)) return { kind: 'visitorUnidentified' }
  if (personal?.purpose.trim() === '') return { kind: 'archivesPurposeMissing' }
  const proofs = proofsLacking(open)
  return proofs.length > 0 ? { kind: 'archivesProofMissing', proofs } : undefined
}

function decisionProblem(visit: Visit, { open, personal }: VisitFactOf<'visit.archivesDecided@1'>) {
  const ask = askOf(visit, open.askNo)
  if (!ask) return unknownPart(open.askNo)
  if (ask.decided) return { kind: 'archivesAlreadyDecided' } as const
  const isShowing = open.decision === 'show' || open.decision === 'showPart'
  if (personal && isShowing && personal.shown.length === 0) return { kind: 'archivesNotShown' } as const
  // What is not shown, or not whole, is told with its reason.
  return personal && open.decision !== 'show' && personal.reason.trim() === ''
    ? ({ kind: 'archivesReasonMissing' } as const)
    : undefined
}

const askOf = (visit: Visit | undefined, askNo: number): ArchivesAsk | undefined =>
  visit?.asks.find(each => each.askNo === askNo)

export function isShown(ask: ArchivesAsk | undefined): boolean {
  return ask?.decided?.decision === 'show' || ask?.decided?.decision === 'showPart'
}

const isOut = (visit: Visit, itemNo: number): boolean => itemsOut(visit).some(item => item.itemNo === itemNo)
const unknownPart = (no: number): VisitProblem => ({ kind: 'visitPartUnknown', no })

const numberProblem = (given: number, { length }: readonly unknown[]): VisitProblem | undefined =>
  given === length + 1 ? undefined : { kind: 'visitNumberDiffers', given, expected: length + 1 }
