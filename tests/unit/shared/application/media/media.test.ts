import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ExportFile, ExportOrder, MediaExchange } from '#shared/application/media/ports'
import { runExport } from '#shared/application/media/run-export'
import { viewerHtml, viewerStyle, viewerStyleHash } from '#shared/application/media/viewer-page'
import type { Problem } from '#shared/contracts/problems'
import { err, ok } from '#shared/kernel/result'

describe('the viewer', () => {
  it('admits its own style and nothing else', () => {
    expect(viewerStyleHash).toBe(`sha256-${createHash('sha256').update(viewerStyle).digest('base64')}`)
    expect(viewerHtml({ title: 'x', notes: [] })).toContain(
      `content="default-src 'none'; style-src '${viewerStyleHash}'; base-uri 'none'; form-action 'none'"`,
    )
  })

  it.each([
    '<script>x()</script>',
    '"><img src=x onerror=x()>',
    "' onload='x()",
    '&lt;b&gt;',
    '`${x}`',
    'a\u0000b',
    '</style><script>',
  ])('shows %j as the text it is, wherever it stands', hostile => {
    const page = viewerHtml({
      ...{ title: hostile, notes: [hostile], text: hostile, pairs: [{ label: hostile, value: hostile }] },
      tables: [{ title: hostile, columns: [hostile], rows: [[hostile]] }],
      files: { title: hostile, links: [{ label: hostile, file: 'papers/001.pdf' }] },
    })
    const tags = [...page.matchAll(/<\/?([a-z0-9!]+)/giu)].map(([, name]) => name!.toLowerCase())
    const ours = 'html head meta title style body h1 h2 p table thead tbody tr th td ul li a pre !doctype'.split(' ')
    expect(tags.filter(tag => !ours.includes(tag))).toEqual([])
    for (const [tag] of page.matchAll(/<[^>]*>/gu)) expect(tag).not.toMatch(/\son[a-z]+\s*=/iu)
    expect(page).not.toContain('\u0000')
  })

  it.each(['javascript:x()', '../up', '/etc', 'https://x', 'A.pdf', 'a b'])('leads to no %s', file => {
    expect(() => viewerHtml({ title: '', notes: [], files: { title: '', links: [{ label: '', file }] } })).toThrow(
      TypeError,
    )
  })
})

describe('an export from the window', () => {
  const order = {} as ExportOrder
  const expected = async () => ({ files: 2, bytes: 2, leastBytes: 1 })
  async function* files(): AsyncGenerator<ExportFile> {
    yield { kind: 'bytes', path: 'data/index.html', bytes: new Uint8Array(1) }
    yield { kind: 'bytes', path: 'data/b.pdf', bytes: new Uint8Array(1) }
  }
  const media = (over: Partial<MediaExchange>, calls: string[]): MediaExchange =>
    ({
      begin: async () => ok('e1'),
      send: async (_id: string, file: ExportFile) => (
        calls.push('path' in file ? file.path : file.kind),
        ok(undefined)
      ),
      finish: async () => (
        calls.push('finish'),
        ok({ folder: 'f', digest: 'd', files: 2, bytes: 2, mayBePulled: true })
      ),
      cancel: async () => (calls.push('cancel'), ok(undefined)),
      ...over,
    }) as MediaExchange // what it calls of it
  const steps = { onBegun: () => undefined, isCancelled: () => false }

  it('sends every file and finishes once', async () => {
    const calls: string[] = []
    expect(await runExport(media({}, calls), { order, files: files(), expected }, steps)).toMatchObject({ ok: true })
    expect(calls).toEqual(['data/index.html', 'data/b.pdf', 'finish'])
  })

  it('says beforehand how much will come', async () => {
    const asked: unknown[] = []
    const begin = async (of: unknown) => (asked.push(of), err({ kind: 'locked' } as const))
    const wanted = { order: { mediumNo: 'JZ-01' } as ExportOrder, files: files(), expected }
    expect(await runExport(media({ begin }, []), wanted, steps)).toEqual(err({ kind: 'locked' }))
    expect(asked).toEqual([{ mediumNo: 'JZ-01', expected: await expected() }])
  })

  it('stops at the first problem, at a cancel, and where a file cannot be made', async () => {
    const full: Problem = { kind: 'mediumFailed', why: 'full' }
    for (const over of [{ send: async () => err(full) }, { finish: async () => err(full) }]) {
      const calls: string[] = []
      expect(await runExport(media(over, calls), { order, files: files(), expected }, steps)).toEqual(err(full))
      expect(calls.at(-1)).toBe('cancel')
    }
    const calls: string[] = []
    const cancelled = await runExport(
      media({}, calls),
      { order, files: files(), expected },
      { ...steps, isCancelled: () => true },
    )
    expect(cancelled).toEqual(err({ kind: 'exportCancelled' }))
    expect(calls).toEqual(['cancel'])
    async function* broken(): AsyncGenerator<ExportFile> {
      yield* []
      throw new Error('a bug')
    }
    await expect(runExport(media({}, calls), { order, files: broken(), expected }, steps)).rejects.toThrow('a bug')
    expect(calls).toEqual(['cancel', 'cancel'])
  })
})
