import type { VisitBook, VisitRecord } from '#shared/application/visits/visits'
import { keptWatch } from '../kept-watch'
import type { VisitRow } from '../rows'
import type { View } from '../view'

export function visitBook(view: View): VisitBook {
  return {
    // The Today board and the reading room ask for it again and again.
    watchPresent: keptWatch(
      view,
      view.watch(async db => sorted(await db.visits.where({ isIn: 'yes' }).toArray())),
    ),
    watchBetween: (from, to) =>
      view.watch(async db => sorted(await db.visits.where('cameOn').between(from, to, true, true).toArray())),
    watchDisputed: view.watch(async db => sorted(await db.visits.where({ disputed: 'yes' }).toArray())),
    watchOne: visitId =>
      view.watch(async db => {
        const row = await db.visits.get(visitId)
        return row ? recordOf(row) : null
      }),
  }
}

/** Earliest first; two windows may have signed in at one moment. */
const sorted = (rows: readonly VisitRow[]): readonly VisitRecord[] =>
  rows.map(recordOf).toSorted((a, b) => a.visit.signedIn.at - b.visit.signedIn.at || (a.visitId < b.visitId ? -1 : 1))

function recordOf({ id, visit, needsNewerVersion, actsLeftOut, partsUnreadable }: VisitRow): VisitRecord {
  const unreadable = partsUnreadable === undefined ? {} : { partsUnreadable }
  return { visitId: id, visit, needsNewerVersion, actsLeftOut, ...unreadable }
}
