import type { CatalogueActs, DocumentBook } from '#shared/application/catalogue-ports'
import { ok } from '#shared/kernel/result'

/** An empty catalogue: what becomes of documents is tested with the view that keeps them. */
export const fakeDocuments = (): DocumentBook => ({
  watchLines: listener => {
    listener({ lines: [], isWhole: true })
    return () => undefined
  },
  linesNow: async () => [],
  page: async () => ({ lines: [], after: null }),
  watchOne: () => listener => {
    listener(null)
    return () => undefined
  },
  get: async ids => ids.map(() => null),
  texts: async ids => ids.map(() => ''),
  history: async () => [],
  conflicts: async () => [],
  watchDisputed: listener => {
    listener([])
    return () => undefined
  },
  watchRelatedTo: () => listener => {
    listener([])
    return () => undefined
  },
  findSame: async () => [],
  watchStandardLists: listener => {
    listener([])
    return () => undefined
  },
  nextIndexSerial: async () => 1,
})

export const fakeCatalogueActs = (): CatalogueActs => ({
  write: async () => ok(undefined),
  writeList: async () => ok(undefined),
  setNumbering: async () => ok(undefined),
  renameTopic: async () => ok(undefined),
  textAt: async () => ok(null),
})
