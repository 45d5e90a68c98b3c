import { describe, expect, test } from 'vitest'
import type { RegisterPaper, RegisterPaperOrder, RunProgress } from '#shared/application/registers/register-paper'
import { registerPapers } from '../../../../../../renderer/windows/desk/papers/register-papers'
import type { PapersNews } from '../../../../../../renderer/windows/desk/papers/papers-messages'
import type { Workbench } from '../../../../../../renderer/windows/desk/papers/workbench'
import { day } from '../../../../shared/domain/published-calendars'

type Order = Parameters<Workbench['ask']>[0]

/** A bench that answers at once and keeps what it was asked; stopped, it answers that it broke. */
function fakeBench(onAsk: (order: Order) => void = () => undefined) {
  const orders: Order[] = []
  let isStopped = false
  const answer = (order: Order): PapersNews => {
    if (isStopped) return { id: 0, kind: 'broken', why: 'stopped' }
    if (order.kind === 'rows') return { id: 0, kind: 'taken' }
    if (order.kind === 'tabulate')
      return {
        id: 0,
        kind: 'made',
        result: { ok: true, value: { bytes: new Uint8Array(7), pages: 2223, gaps: [], spots: [] } },
      }
    if (order.kind !== 'draw') return { id: 0, kind: 'warm' }
    const { from, to } = order.pages!
    return { id: 0, kind: 'drawn', images: Array.from({ length: to - from + 1 }, () => new Uint8Array(1)) }
  }
  const bench: Workbench = {
    ask: async (order, onProgress) => {
      orders.push(order)
      onAsk(order)
      if (order.kind === 'tabulate') for (let done = 100; done <= 40_000; done += 100) onProgress?.(done)
      return answer(order)
    },
    stop: () => void (isStopped = true),
  }
  return { bench, orders, isStopped: () => isStopped }
}

const order = (rows: number): RegisterPaperOrder => ({
  table: {
    ...{ issuer: '云溪县', title: '台账', subtitle: '甲号窗口', notes: [], signatures: [], madeOn: day('2026-09-08') },
    parts: [{ columns: [{ label: '登记号', share: 1 }], rows: [], whenEmpty: '' }],
  },
  rows,
  rowsOf: (from, to) => Array.from({ length: to - from }, (_, i) => [`${from + i}`]),
  isMasked: true,
  fileName: 'register-2026-09-08.pdf',
})

const paper: RegisterPaper = {
  ...{ title: '台账', fileName: 'register-2026-09-08.pdf', bytes: new Uint8Array(7), rows: 50, isMasked: true },
  pages: 10,
}

const sent: { images: unknown[]; rows: number }[] = []
const shell = {
  'register:savePaper': async () => ({ ok: true, value: { outcome: 'saved' } }) as const,
  'register:printPaper': async (input: { images: unknown[]; rows: number }) => {
    sent.push(input)
    return { ok: true, value: { outcome: 'printed' } } as const
  },
}
const papersOn = (bench: Workbench) => registerPapers({ shell, mark: async () => undefined, newBench: () => bench })

describe('twenty thousand rows', () => {
  test('go over in slices, are counted on the way and end the worker', async () => {
    const { bench, orders, isStopped } = fakeBench()
    const told: RunProgress[] = []
    const { signal } = new AbortController()
    const made = await papersOn(bench).compose(order(20_000), { signal, onProgress: progress => told.push(progress) })
    expect(made).toMatchObject({ ok: true, value: { pages: 2223, rows: 20_000, isMasked: true } })
    const slices = orders.flatMap(each => (each.kind === 'rows' ? [each.rows] : []))
    expect(slices).toHaveLength(800)
    expect(slices.flat().map(([no]) => no)).toEqual(Array.from({ length: 20_000 }, (_, i) => String(i)))
    expect(told.filter(({ step }) => step === 'rows').at(-1)).toEqual({ step: 'rows', done: 20_000, of: 20_000 })
    const laid = told.filter(({ step }) => step === 'layout')
    expect(Math.max(...laid.map(({ done }) => done)), 'laid out twice for a gap, never more than all').toBe(20_000)
    expect(isStopped()).toBe(true)
  })

  test('stopped while they are gathered: nothing more is asked for', async () => {
    const stopper = new AbortController()
    const { bench, orders } = fakeBench(({ kind }) =>
      kind === 'rows' && orders.length === 3 ? stopper.abort() : undefined,
    )
    const made = await papersOn(bench).compose(order(20_000), { signal: stopper.signal, onProgress: () => undefined })
    expect(made).toEqual({ ok: true, value: 'stopped' })
    expect(orders).toHaveLength(3)
  })

  test('stopped while they are laid out', async () => {
    const stopper = new AbortController()
    const { bench } = fakeBench(({ kind }) => (kind === 'tabulate' ? stopper.abort() : undefined))
    const made = await papersOn(bench).compose(order(300), { signal: stopper.signal, onProgress: () => undefined })
    expect(made).toEqual({ ok: true, value: 'stopped' })
  })

  test('a worker that broke is a paper that failed', async () => {
    const { bench } = fakeBench(({ kind }) => (kind === 'tabulate' ? bench.stop() : undefined))
    const { signal } = new AbortController()
    const made = await papersOn(bench).compose(order(1), { signal, onProgress: () => undefined })
    expect(made).toEqual({ ok: false, problem: { kind: 'paperFailed', why: 'stopped' } })
  })
})

describe('printing', () => {
  test('draws a few pages at a time and sends all of them once', async () => {
    sent.length = 0
    const told: RunProgress[] = []
    const { signal } = new AbortController()
    const { bench } = fakeBench()
    const out = await papersOn(bench).print(paper, { signal, onProgress: progress => told.push(progress) })
    expect(out).toEqual({ ok: true, value: 'printed' })
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ rows: 50 })
    expect(sent[0]!.images).toHaveLength(10)
    expect(told.map(({ done }) => done)).toEqual([4, 8, 10])
  })

  test('stopped half way, nothing is sent', async () => {
    sent.length = 0
    const stopper = new AbortController()
    const { bench } = fakeBench(() => stopper.abort())
    const out = await papersOn(bench).print(paper, { signal: stopper.signal, onProgress: () => undefined })
    expect(out).toEqual({ ok: true, value: 'stopped' })
    expect(sent).toEqual([])
  })
})
