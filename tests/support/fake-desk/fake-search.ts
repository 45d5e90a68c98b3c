import type { CatalogueSearch } from '#shared/application/catalogue-search'
import type { Enquiries } from '#shared/application/enquiry-ports'
import { ok } from '#shared/kernel/result'

/** Finds nothing: what is found is tested with the index that finds it. */
export const fakeCatalogueSearch = (): CatalogueSearch => ({
  ask: async () =>
    ok({
      ...{ total: 0, hits: [], proposals: [], by: 'index', tookMs: 0 },
      counts: {
        facets: { issuer: new Map(), topic: new Map(), genre: new Map(), validity: new Map() },
        years: new Map(),
      },
    }),
  mark: async (_line, text) => ({ text, marks: [], isCutBefore: false, isCutAfter: false }),
  watchState: listener => {
    listener({ kind: 'ready', documents: 0 })
    return () => undefined
  },
  watchAnswers: listener => {
    listener(0)
    return () => undefined
  },
  warm: () => undefined,
})

export const fakeEnquiries = (): Enquiries => ({
  watchAll: listener => {
    listener([])
    return () => undefined
  },
  write: async () => ok(undefined),
})
