import type { Booklets } from '#shared/application/booklets/booklets'
import { ok } from '#shared/kernel/result'

/** Nothing was ever made, and every order is stopped: what becomes of one is tested with its worker. */
export const fakeBooklets: Booklets = {
  stand: async () => ({
    lawPack: null,
    lines: [],
    basis: { agency: '', guide: '', lawPack: null, wording: '', calendarUntil: null, topics: '0'.repeat(64) },
  }),
  compose: async () => ok('stopped'),
  pages: async () => [],
  save: async () => ok('cancelled'),
  print: async () => ok('stopped'),
  setGuide: async () => ok(undefined),
}
