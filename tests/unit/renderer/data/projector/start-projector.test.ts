import { expect, it, vi } from 'vitest'
import type { ProjectorNews, ProjectorOrder } from '../../../../../renderer/data/projector/projector-messages'
import { startProjector } from '../../../../../renderer/data/projector/start-projector'

const rowsKey = new Uint8Array(32)

function started() {
  const orders: ProjectorOrder[] = []
  const worker = {
    ...{
      onmessage: (_event: { data: ProjectorNews }) => undefined as void,
      onerror: (_event: unknown) => undefined as void,
    },
    postMessage: (order: ProjectorOrder) => void orders.push(order),
    terminate: vi.fn(),
  }
  const heard = { onView: vi.fn(), onProgress: vi.fn(), onFailure: vi.fn() }
  const projector = startProjector({
    ...{ createWorker: () => worker as unknown as Worker, rowsKey, actsUrl: 'app://desk/ledger/acts' },
    ...heard,
  })
  return { orders, worker, projector, heard, say: (data: ProjectorNews) => worker.onmessage({ data }) }
}

it('opens at once, and answers each pull by its id', async () => {
  const { orders, projector, say } = started()
  expect(orders).toEqual([{ kind: 'open', rowsKey, actsUrl: 'app://desk/ledger/acts' }])
  const [first, second] = [projector.pull(3), projector.pull(4)]
  expect(orders.slice(1)).toEqual([
    { kind: 'pull', id: 1, seq: 3 },
    { kind: 'pull', id: 2, seq: 4 },
  ])
  say({ kind: 'pulled', id: 2, answer: { ok: true, applied: null } })
  expect(await second).toEqual({ ok: true, applied: null })
  const failure = { why: 'locked', errorName: 'ProjectorError' } as const
  say({ kind: 'pulled', id: 1, answer: { ok: false, failure } })
  expect(await first).toEqual({ ok: false, failure })
})

it('hands on progress, views and failures, and reports damage', () => {
  const { orders, projector, heard, say } = started()
  say({ kind: 'progress', phase: 'writing', applied: 1, of: 2 })
  say({ kind: 'viewReady', database: 'd', applied: null, poisonActs: 0 })
  say({ kind: 'failed', failure: { why: 'storage', errorName: 'QuotaExceededError' } })
  expect(heard.onProgress).toHaveBeenCalledWith({ kind: 'progress', phase: 'writing', applied: 1, of: 2 })
  expect(heard.onView).toHaveBeenCalledWith({ kind: 'viewReady', database: 'd', applied: null, poisonActs: 0 })
  expect(heard.onFailure).toHaveBeenCalledWith({ why: 'storage', errorName: 'QuotaExceededError' })
  projector.reportDamage('d')
  expect(orders.at(-1)).toEqual({ kind: 'viewDamaged', database: 'd' })
})

it('leaves no pull hanging when it is stopped or the worker breaks', async () => {
  const stopped = started()
  const open = stopped.projector.pull(1)
  stopped.projector.stop()
  expect(stopped.worker.terminate).toHaveBeenCalled()
  expect(await open).toMatchObject({ ok: false })
  expect(await stopped.projector.pull(2)).toMatchObject({ ok: false })

  const broken = started()
  const waiting = broken.projector.pull(1)
  broken.worker.onerror({})
  expect(await waiting).toMatchObject({ ok: false })
  expect(broken.heard.onFailure).toHaveBeenCalledWith({ why: 'storage', errorName: 'WorkerError' })
})
