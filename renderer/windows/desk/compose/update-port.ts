import type { UpdateCare } from '#shared/application/settings/update-care'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { ViewCount } from '#shared/contracts/update-channels'
import { appliedOf } from '../../../data/rows'
import type { View } from '../../../data/view'

interface UpdatePortParts {
  readonly shell: Shell<DeskChannels>
  readonly view: View
  /** Resolves when the view has taken in the last act. */
  readonly catchUp: () => Promise<void>
}

/** Main counts the journals, this window the view: both before an update and after it. */
export function updateCare({ shell, view, catchUp }: UpdatePortParts): UpdateCare {
  const counted = async (): Promise<ViewCount> => {
    await catchUp()
    return view.read(async db => ({
      applied: ((await appliedOf(db.meta)) ?? []).reduce((sum, { seq }) => sum + seq, 0),
      rows: {
        requests: await db.requests.count(),
        visits: await db.visits.count(),
        people: await db.people.count(),
        documents: (await db.documents.count()) + (await db.closedDocuments.count()),
        enquiries: await db.enquiries.count(),
        standardLists: await db.standardLists.count(),
      },
    }))
  }
  return {
    read: () => shell['update:read'](),
    choose: isOffered => shell['update:choose']({ isOffered }),
    ask: () => shell['update:ask'](),
    fetch: () => shell['update:fetch'](),
    stopFetch: () => shell['update:stopFetch'](),
    drop: () => shell['update:drop'](),
    checkBefore: async () => shell['update:checkBefore']({ view: await counted() }),
    start: () => shell['update:start'](),
    checkAfter: async () => shell['update:checkAfter']({ view: await counted() }),
  }
}
