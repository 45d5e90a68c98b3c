import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RequestRecord } from '#shared/application/ports'
import { afterTheBoard } from '../../../../../renderer/windows/desk/after-the-board'

/** A window of which the test says when it draws and when it idles. */
const waiting = { frames: new Map<number, () => void>(), idle: new Map<number, () => void>() }
let last = 0

function queue(list: Map<number, () => void>) {
  return {
    add: (run: () => void) => {
      list.set(++last, run)
      return last
    },
    drop: (id: number) => void list.delete(id),
  }
}

function runAll(list: Map<number, () => void>): number {
  const due = [...list.values()]
  list.clear()
  for (const run of due) run()
  return due.length
}

beforeEach(() => {
  for (const list of Object.values(waiting)) list.clear()
  const [frames, idle] = [queue(waiting.frames), queue(waiting.idle)]
  vi.stubGlobal('requestAnimationFrame', frames.add)
  vi.stubGlobal('cancelAnimationFrame', frames.drop)
  vi.stubGlobal('requestIdleCallback', idle.add)
  vi.stubGlobal('cancelIdleCallback', idle.drop)
})
afterEach(() => vi.unstubAllGlobals())

function board() {
  const listeners = new Set<(records: readonly RequestRecord[]) => void>()
  const work = vi.fn()
  const callOff = afterTheBoard(
    { watchOpen: listener => (listeners.add(listener), () => void listeners.delete(listener)) },
    work,
  )
  return { listeners, work, callOff, read: () => listeners.forEach(hear => hear([])) }
}

test('the work waits for the rows, then for two frames, then for an idle window, and is done once', () => {
  const { listeners, work, read } = board()
  expect(waiting.frames.size + waiting.idle.size).toBe(0)
  read()
  read() // an act changed a row meanwhile
  expect([waiting.frames.size, waiting.idle.size]).toEqual([1, 0])
  runAll(waiting.frames)
  expect([waiting.frames.size, waiting.idle.size]).toEqual([1, 0])
  runAll(waiting.frames)
  expect([waiting.frames.size, waiting.idle.size]).toEqual([0, 1])
  expect(work).not.toHaveBeenCalled()
  runAll(waiting.idle)
  expect(work).toHaveBeenCalledTimes(1)
  expect(listeners.size).toBe(0)
})

test.each([0, 1, 2])('called off after %i frames it is never done', frames => {
  const { listeners, work, callOff, read } = board()
  read()
  for (let i = 0; i < frames; i++) runAll(waiting.frames)
  callOff()
  while (runAll(waiting.frames) + runAll(waiting.idle) > 0);
  expect(work).not.toHaveBeenCalled()
  expect(listeners.size).toBe(0)
})
