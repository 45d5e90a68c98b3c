import { expect, test } from 'vitest'
import { workbench } from '../../../../../../renderer/windows/desk/papers/workbench'

const order = { kind: 'draw', bytes: new Uint8Array(), width: 1 } as const

function standIn() {
  const workers: { posted: { id: number }[]; isStopped: boolean; worker: Worker }[] = []
  const start = (): Worker => {
    const posted: { id: number }[] = []
    const worker = {
      postMessage: (message: { id: number }) => posted.push(message),
      terminate: () => void (made.isStopped = true),
    } as unknown as Worker
    const made = { posted, isStopped: false, worker }
    workers.push(made)
    return worker
  }
  return { workers, bench: workbench(start) }
}

test('each order gets its own answer', async () => {
  const { workers, bench } = standIn()
  const [first, second] = [bench.ask(order), bench.ask(order)]
  for (const { id } of [...workers[0]!.posted].reverse())
    workers[0]!.worker.onmessage!({ data: { id, kind: 'drawn', images: [] } } as unknown as MessageEvent)
  expect((await first).id).toBe(1)
  expect((await second).id).toBe(2)
  expect(workers).toHaveLength(1)
})

test('stopping answers whoever still waits', async () => {
  const { workers, bench } = standIn()
  const waiting = bench.ask(order)
  bench.stop()
  expect(await waiting).toEqual({ id: 1, kind: 'broken', why: 'stopped' })
  expect(workers[0]!.isStopped).toBe(true)
})

test('a worker that broke is replaced with the next order', async () => {
  const { workers, bench } = standIn()
  const waiting = bench.ask(order)
  workers[0]!.worker.onerror!({} as ErrorEvent)
  expect(await waiting).toMatchObject({ kind: 'broken', why: 'workerBroke' })
  void bench.ask(order)
  expect(workers).toHaveLength(2)
})
