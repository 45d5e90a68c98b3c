import type { Stamp } from '../requests/request-state'
import { keyOf, seenKeys, setKeys, unseenParts } from './seen-parts'
import type { Visit, VisitConflict, VisitCorrected, VisitFactOf, VisitItem } from './visit-state'

type Correction = VisitFactOf<'visit.corrected@1'>

/** The visit with what a correction replaces; what it does not name stays. */
export function correctedVisit(before: Visit, fact: Correction, by: Stamp): Visit {
  const { open, personal } = fact
  const { topic, item, copies } = open
  const correction = { what: correctedParts(fact), keys: setKeys(before, fact), reason: personal?.reason, by }
  const after: Visit = {
    ...before,
    ...(topic === undefined ? {} : { topic }),
    ...(personal?.visitor ? { visitor: personal.visitor } : {}),
    ...(personal?.seeks === undefined ? {} : { seeks: personal.seeks }),
    items: item
      ? before.items.map(each => (each.itemNo === item.itemNo ? correctedItem(each, fact) : each))
      : before.items,
    copies: copies
      ? before.copies.map(each => (each.copyNo === copies.copyNo ? { ...each, pages: copies.pages } : each))
      : before.copies,
    corrections: [...before.corrections, correction],
    conflicts: conflictsAfter(before, fact, by),
  }
  if (!open.stillHere) return after
  const { signedOut: _mistaken, ...present } = after
  return present
}

/** The later correction holds, and what it replaced unseen is kept; what somebody writes over who has seen it is no conflict any more. */
function conflictsAfter(before: Visit, fact: Correction, by: Stamp): readonly VisitConflict[] {
  const seen = seenKeys(before, fact)
  const replaced = unseenParts(before, fact)
  const open = before.conflicts.flatMap((conflict): readonly VisitConflict[] => {
    if (conflict.kind === 'leftOut') return [conflict]
    const left = conflict.replaced.filter(part => !seen.includes(keyOf(part)))
    return left.length > 0 ? [{ ...conflict, replaced: left }] : []
  })
  return replaced.length > 0 ? [...open, { kind: 'overwritten', replaced, by }] : open
}

export function correctedParts({ open, personal }: Correction): readonly VisitCorrected[] {
  return [
    ...(personal?.visitor ? (['visitor'] as const) : []),
    ...(personal?.seeks === undefined ? [] : (['seeks'] as const)),
    ...(open.topic === undefined ? [] : (['topic'] as const)),
    ...(open.item ? (['item'] as const) : []),
    ...(open.copies ? (['copies'] as const) : []),
    ...(open.stillHere ? (['stillHere'] as const) : []),
  ]
}

function correctedItem(before: VisitItem, { open, personal }: Correction): VisitItem {
  const { kind = before.kind, indexNo, isCancelled, isOut } = open.item!
  const { returned, indexNo: oldIndexNo, ...rest } = before
  const newIndexNo = indexNo === undefined ? oldIndexNo : indexNo
  return {
    ...rest,
    kind,
    title: personal?.itemTitle ?? before.title,
    ...(newIndexNo ? { indexNo: newIndexNo } : {}),
    ...(returned && !isOut ? { returned } : {}),
    ...(isCancelled ? { isCancelled } : {}),
  }
}
