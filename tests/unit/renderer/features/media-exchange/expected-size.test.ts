import { expect, it } from 'vitest'
import type { RequestRecord } from '#shared/application/ports'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { err, ok } from '#shared/kernel/result'
import { expectedSize, type SizeParts } from '../../../../../renderer/features/media-exchange/expected-size'

const scans = [{ bytes: 5_000_000 }, { bytes: 2_000_000 }, { bytes: 9_000_000, withdrawn: {} }]
const request = { receivedOn: '2026-01-05', letter: null, passings: [], status: 'registered', scans }
const record = { request } as unknown as RequestRecord // what the size reads of it
const document = (isPublic: boolean) =>
  ({
    document: {
      ...{ attachments: [{ bytes: 1_000_000 }], text: { chars: 500 }, isWithdrawn: false },
      details: { attribute: 'PROACTIVE', ...(isPublic ? { publishedOn: '2026-01-05' } : {}) },
    },
  }) as unknown as DocumentRecord // the same

const parts = (over: Partial<SizeParts>): SizeParts => ({
  ...{ of: { kind: 'case', requestNo: 'YX-A-2026-0001' }, isMasked: false, records: [record] },
  ...{ desk: null as never, bundle: { to: 'machines', isWhole: false, lock: { kind: 'none' } }, ...over },
})

it('knows the scans that stand, and the most that papers and tables may be', async () => {
  const size = await expectedSize(parts({}))
  expect(size).toMatchObject({ files: 7, leastBytes: 7_000_000 }) // two of its own, three papers, two scans
  expect(size!.bytes).toBeGreaterThan(7_000_000)
  expect(size!.bytes).toBeLessThan(9_000_000)
  expect(await expectedSize(parts({ isMasked: true }))).toMatchObject({ files: 2, leastBytes: 0 })
  expect(await expectedSize(parts({ records: [] }))).toMatchObject({ files: 2, leastBytes: 0 })
})

it('grows with the lines of a list', async () => {
  const [one, many] = [1, 1_000].map(length => Array.from({ length }, () => record))
  const of = { kind: 'register' } as const
  const sizes = [await expectedSize(parts({ of, records: one! })), await expectedSize(parts({ of, records: many! }))]
  expect(sizes[1]!.bytes).toBeGreaterThan(sizes[0]!.bytes + 999 * 1_024)
})

it('asks main about a bundle, and knows nothing where main will refuse it', async () => {
  const of = { kind: 'bundle' } as const
  const size = { files: 2, bytes: 900, leastBytes: 100 }
  const asking = (answer: unknown) => parts({ of, desk: { media: { bundleSize: async () => answer } } as never })
  expect(await expectedSize(asking(ok(size)))).toEqual(size)
  expect(await expectedSize(asking(err({ kind: 'locked' })))).toBeNull()
})

it('counts public documents with their attachments and texts', async () => {
  const documents = {
    linesNow: async () => Array.from({ length: 450 }, (_, at) => ({ documentId: String(at), isWithdrawn: at >= 440 })),
    get: async (ids: readonly string[]) => ids.map(id => document(Number(id) % 2 === 0)),
  }
  const size = await expectedSize(parts({ of: { kind: 'catalogue' }, desk: { documents } as never }))
  expect(size).toMatchObject({ files: 2 + 2 * 220, leastBytes: 220 * 1_000_500 })
  expect(size!.bytes).toBeGreaterThan(220 * 1_001_500)
})
