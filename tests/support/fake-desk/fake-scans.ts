import type { Scans } from '#shared/application/scans/scans'
import { err, ok } from '#shared/kernel/result'

/** A desk without a scanner: nothing is picked, nothing lies in a folder, nothing can be opened. */
export const fakeScans: Scans = {
  pick: async () => ok([]),
  watched: async () => ok({ state: 'off', files: [] }),
  add: async () => err({ kind: 'scanSourceGone' }),
  attach: async () => err({ kind: 'scanSourceGone' }),
  openAttachment: async () => err({ kind: 'scanUnreadable', why: 'missing' }),
  open: async () => err({ kind: 'scanUnreadable', why: 'missing' }),
}
