import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idleWork } from '../../../../../renderer/ui/states/idle-work'

type Go = (deadline: { readonly didTimeout: boolean; readonly timeRemaining: () => number }) => void
let waiting: Go | null = null
beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (go: Go) => ((waiting = go), 1))
  vi.stubGlobal('cancelIdleCallback', () => (waiting = null))
})
afterEach(() => {
  waiting = null
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
/** One piece of idle time; the clock moves a millisecond each time somebody looks at it. */
function idle(ms: number): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now++)
  const go = waiting
  waiting = null
  go?.({ didTimeout: ms === 0, timeRemaining: () => ms - now++ })
}

test('in pieces, every item once and in order, and then it is done', () => {
  const seen: number[] = []
  const done = vi.fn()
  idleWork([...Array(30).keys()], item => seen.push(item), done)
  expect(seen).toEqual([])
  idle(10)
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.length).toBeLessThan(30)
  expect(done).not.toHaveBeenCalled()
  for (let piece = 0; waiting && piece < 30; piece++) idle(10)
  expect(seen).toEqual([...Array(30).keys()])
  expect(done).toHaveBeenCalledOnce()
})

test('a window that is never idle gets on too, and work that was called off stops', () => {
  const seen: number[] = []
  const stop = idleWork([1, 2, 3, 4, 5, 6, 7, 8], item => seen.push(item))
  idle(0)
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.length).toBeLessThan(8)
  stop()
  expect(waiting).toBeNull()
})

test('of nothing it is done at once', () => {
  const done = vi.fn()
  idleWork([], () => undefined, done)
  idle(10)
  expect(done).toHaveBeenCalledOnce()
})
