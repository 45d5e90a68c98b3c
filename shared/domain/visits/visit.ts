import { civilDateAt } from '../calendar/civil-date'
import { inLedgerOrder, type RecordedAct } from '../recorded-act'
import type { Stamp } from '../requests/request-state'
import { stillOpen } from '../settled-conflict'
import { correctedVisit } from './corrected-visit'
import type { SignedOut, StoredVisitFact, Visit, VisitConflict, VisitFactOf } from './visit-state'
import { isKnownVisitFact, visitPersonProblem, visitProblem, type VisitProblem } from './visit-rules'

type Act = RecordedAct<StoredVisitFact>

/**
 * The visit that a set of acts makes: the same for every order in which they arrived. An act with one inadmissible
 * fact changes nothing and is kept among `conflicts`. Undefined while the set holds no sign-in.
 */
export function foldVisit(acts: Iterable<Act>): Visit | undefined {
  let visit: Visit | undefined
  const leftOut: VisitConflict[] = []
  const notUnderstood: string[] = []
  for (const act of inLedgerOrder(acts)) {
    const known = act.facts.filter(isKnownVisitFact)
    notUnderstood.push(
      ...act.facts.filter(fact => !isKnownVisitFact(fact)).map(fact => (fact as { type: string }).type),
    )
    const after = applyVisitAct(visit, { ...act, facts: known })
    if ('problem' in after) leftOut.push({ kind: 'leftOut', fact: after.failed, why: after.problem, by: stampOf(act) })
    else visit = after.visit
  }
  return visit && { ...visit, conflicts: stillOpen([...leftOut, ...visit.conflicts], visit.settled), notUnderstood }
}

type Applied =
  | { readonly visit: Visit | undefined }
  | { readonly problem: VisitProblem; readonly failed: StoredVisitFact }

/** All facts of the act or none. `check` may refuse more than state and post do. */
export function applyVisitAct(
  visit: Visit | undefined,
  act: Act,
  check: (before: Visit | undefined, fact: StoredVisitFact) => VisitProblem | undefined = () => undefined,
): Applied {
  let after = visit
  for (const fact of act.facts) {
    const problem = visitProblem(after, fact) ?? visitPersonProblem(after, fact, act) ?? check(after, fact)
    if (problem) return { problem, failed: fact }
    after = applyFact(after, fact, stampOf(act))
  }
  return { visit: after }
}

function applyFact(before: Visit | undefined, fact: StoredVisitFact, by: Stamp): Visit {
  const visit = fact.type === 'visit.signedIn@1' ? signedIn(fact, by) : changed(before!, fact, by)
  return { ...visit, timeline: [...visit.timeline, { type: fact.type, by }] }
}

function signedIn({ open, personal }: VisitFactOf<'visit.signedIn@1'>, by: Stamp): Visit {
  return {
    ...open,
    originalSeen: open.originalSeen ?? false,
    cameOn: civilDateAt(by.at),
    signedIn: by,
    isErased: personal === undefined,
    visitor: personal?.visitor,
    seeks: personal?.seeks,
    ...{ items: [], copies: [], helps: [], asks: [], certificates: [], corrections: [], papers: [] },
    ...{ timeline: [], conflicts: [], notUnderstood: [] },
  }
}

type Later = Exclude<StoredVisitFact, { type: 'visit.signedIn@1' }>

function changed(before: Visit, fact: Later, by: Stamp): Visit {
  switch (fact.type) {
    case 'visit.identified@1':
      return { ...before, originalSeen: true, visitor: fact.personal?.visitor ?? before.visitor }
    case 'visit.itemGiven@1':
      return { ...before, items: [...before.items, { ...fact.open, title: fact.personal?.title, given: by }] }
    case 'visit.itemReturned@1':
      return { ...before, items: itemsAfter(before, fact, by) }
    case 'visit.copiesMade@1':
      return { ...before, copies: [...before.copies, { ...fact.open, by }] }
    case 'visit.helpGiven@1':
      return { ...before, helps: [...before.helps, { helps: fact.open.helps, note: fact.personal?.note, by }] }
    case 'visit.signedOut@1':
      return { ...before, signedOut: signedOut(fact, by) }
    case 'visit.corrected@1':
      return correctedVisit(before, fact, by)
    case 'visit.archivesAsked@1':
      return { ...before, asks: [...before.asks, { ...fact.open, words: fact.personal, asked: by }] }
    case 'visit.archivesDecided@1':
      return { ...before, asks: asksAfter(before, fact, by) }
    case 'visit.certified@1':
      return { ...before, certificates: [...before.certificates, { ...fact.open, words: fact.personal, by }] }
    case 'visit.paperProduced@1':
      return { ...before, papers: [...before.papers, { ...fact.open, by }] }
    case 'visit.conflictSettled@1': {
      const settlement = { ...fact.open, reason: fact.personal?.reason, by }
      return { ...before, settled: [...(before.settled ?? []), settlement] }
    }
    default:
      // Looked at in full: it stands in the timeline, and changes nothing else.
      return before
  }
}

function itemsAfter({ items }: Visit, { open, personal }: VisitFactOf<'visit.itemReturned@1'>, by: Stamp) {
  const returned = { state: open.state, note: personal?.note, by }
  return items.map(item => (item.itemNo === open.itemNo ? { ...item, returned } : item))
}

function asksAfter({ asks }: Visit, { open, personal }: VisitFactOf<'visit.archivesDecided@1'>, by: Stamp) {
  const decided = { decision: open.decision, shown: personal?.shown ?? [], reason: personal?.reason, by }
  return asks.map(ask => (ask.askNo === open.askNo ? { ...ask, decided } : ask))
}

const signedOut = ({ open, personal }: VisitFactOf<'visit.signedOut@1'>, by: Stamp): SignedOut => ({
  result: open.result,
  leftOn: open.leftOn ?? civilDateAt(by.at),
  note: personal?.note,
  by,
})

const stampOf = ({ actor, role, at, hlc, chain, seq }: Act): Stamp => ({ actor, role, at, hlc, chain, seq })
