import type { Imports } from '#shared/application/import/import-desk'
import { err, ok } from '#shared/kernel/result'

/** An office that has nothing to import. */
export const fakeImports = (): Imports => ({
  read: async () => ok('cancelled'),
  saveReport: async () => ok('cancelled'),
  prepare: async () => err({ kind: 'notFound' }),
  list: async () => ok([]),
  open: async () => err({ kind: 'notFound' }),
  discard: async () => err({ kind: 'notFound' }),
  sign: async () => err({ kind: 'notFound' }),
  write: async () => err({ kind: 'notFound' }),
})
