import { expect, test, vi } from 'vitest'
import { earlyWorker } from '../../../../../renderer/data/projector/early-worker'
import type { ProjectorNews, ProjectorOrder } from '../../../../../renderer/data/projector/projector-messages'
import { startProjector } from '../../../../../renderer/data/projector/start-projector'

const rowsKey = new Uint8Array(32).fill(7)
const otherKey = new Uint8Array(32).fill(8)
const actsUrl = 'app://desk/ledger/acts'
const view = { kind: 'viewReady', database: 'd', applied: null, poisonActs: 0 } as const

function fakeWorker() {
  const orders: ProjectorOrder[] = []
  const worker = {
    ...{
      onmessage: (_event: { data: ProjectorNews }) => undefined as void,
      onerror: (_event: unknown) => undefined as void,
    },
    postMessage: (order: ProjectorOrder) => void orders.push(order),
    terminate: vi.fn(),
  }
  return { orders, worker, asWorker: worker as unknown as Worker } // the parts of a worker that are used
}

function desk(early: ReturnType<typeof earlyWorker>, key = rowsKey) {
  const own = fakeWorker()
  const heard = { onView: vi.fn(), onProgress: vi.fn(), onFailure: vi.fn() }
  const createWorker = vi.fn(() => own.asWorker)
  const projector = startProjector({ createWorker, early, rowsKey: key, actsUrl, ...heard })
  return { own, heard, createWorker, projector }
}

test('opened before there is a desk, once; the desk hears all of it, and in its order', async () => {
  const { orders, worker, asWorker } = fakeWorker()
  const early = earlyWorker(asWorker, actsUrl)
  early.open(rowsKey)
  early.open(otherKey)
  expect(orders).toEqual([{ kind: 'open', rowsKey, actsUrl }])
  worker.onmessage({ data: { kind: 'progress', phase: 'reading', applied: 1, of: 2 } })
  worker.onmessage({ data: view })
  const { heard, createWorker, projector } = desk(early, Uint8Array.from(rowsKey))
  expect(heard.onView).not.toHaveBeenCalled() // whoever starts the projector has it in hand first
  await Promise.resolve()
  expect(heard.onProgress.mock.invocationCallOrder[0]).toBeLessThan(heard.onView.mock.invocationCallOrder[0]!)
  expect(createWorker).not.toHaveBeenCalled()
  void projector.pull(4)
  worker.onmessage({ data: { ...view, database: 'e' } })
  expect(heard.onView.mock.calls.map(([{ database }]) => database as string)).toEqual(['d', 'e'])
  expect(orders.map(({ kind }) => kind)).toEqual(['open', 'pull'])
})

test('nobody was signed in when it was started: the desk opens it', () => {
  const { orders, asWorker } = fakeWorker()
  const { createWorker } = desk(earlyWorker(asWorker, actsUrl))
  expect(createWorker).not.toHaveBeenCalled()
  expect(orders).toEqual([{ kind: 'open', rowsKey, actsUrl }])
})

test('opened with another key it is ended and another one started', () => {
  const { worker, asWorker } = fakeWorker()
  const early = earlyWorker(asWorker, actsUrl)
  early.open(otherKey)
  const { own } = desk(early)
  expect(worker.terminate).toHaveBeenCalledTimes(1)
  expect(own.orders).toEqual([{ kind: 'open', rowsKey, actsUrl }])
})

test('broken, or given away before, it is not given again', () => {
  const broken = fakeWorker()
  const early = earlyWorker(broken.asWorker, actsUrl)
  broken.worker.onerror({})
  expect(desk(early).createWorker).toHaveBeenCalledTimes(1)
  early.open(rowsKey)
  expect(broken.orders).toEqual([])

  const given = earlyWorker(fakeWorker().asWorker, actsUrl)
  expect(desk(given).createWorker).not.toHaveBeenCalled()
  expect(desk(given).createWorker).toHaveBeenCalledTimes(1)
})

test('a desk that is closed before it has heard anything hears nothing', async () => {
  const { worker, asWorker } = fakeWorker()
  const early = earlyWorker(asWorker, actsUrl)
  early.open(rowsKey)
  worker.onmessage({ data: view })
  const { heard, projector } = desk(early)
  projector.stop()
  await Promise.resolve()
  expect(heard.onView).not.toHaveBeenCalled()
})
