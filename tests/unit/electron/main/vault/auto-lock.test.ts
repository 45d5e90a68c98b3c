import { expect, test } from 'vitest'
import { mostHeldMs, startAutoLock } from '../../../../../electron/main/vault/auto-lock'

/** A desk whose timers run only while it is awake and whose wall clock can be moved. */
function fakeDesk() {
  let wall = 1_000_000
  let awake = 0
  let waiting: { run: () => void; at: number } | null = null
  return {
    now: () => wall,
    moveClock: (ms: number) => (wall += ms),
    schedule: (run: () => void, ms: number) => {
      const entry = { run, at: awake + ms }
      waiting = entry
      return () => {
        if (waiting === entry) waiting = null
      }
    },
    pass: (ms: number, clockRuns = true) => {
      const end = awake + ms
      while (waiting && waiting.at <= end) {
        const due: { run: () => void; at: number } = waiting
        if (clockRuns) wall += due.at - awake
        awake = due.at
        waiting = null
        due.run()
      }
      if (clockRuns) wall += end - awake
      awake = end
    },
    isWaiting: () => waiting !== null,
  }
}

function lockedDesk(minutes: number) {
  const desk = fakeDesk()
  let locks = 0
  let isHeld = false
  const { now, schedule } = desk
  const autoLock = startAutoLock({ minutes, now, schedule, lock: () => (locks += 1), isHeld: () => isHeld })
  const hold = () => (isHeld = true)
  const release = () => {
    isHeld = false
    return autoLock.release()
  }
  return { ...desk, autoLock, locks: () => locks, hold, release }
}

test('locks once, after the minutes and not before', () => {
  const desk = lockedDesk(10)
  desk.pass(599_999)
  expect(desk.locks()).toBe(0)
  desk.pass(1)
  expect(desk.locks()).toBe(1)
  desk.pass(10_000_000)
  expect(desk.locks()).toBe(1)
  expect(desk.isWaiting()).toBe(false)
})

test('a touch begins the minutes anew', () => {
  const desk = lockedDesk(10)
  desk.pass(590_000)
  desk.autoLock.touch()
  desk.pass(599_000)
  expect(desk.locks()).toBe(0)
  desk.pass(1000)
  expect(desk.locks()).toBe(1)
})

test('a clock set back does not keep the desk open', () => {
  const desk = lockedDesk(10)
  desk.moveClock(-86_400_000)
  desk.pass(600_000)
  expect(desk.locks()).toBe(1)
})

test('after a sleep it locks within half a minute, or at the touch that wakes it', () => {
  const left = lockedDesk(10)
  left.moveClock(3_600_000)
  left.pass(30_000)
  expect(left.locks()).toBe(1)
  const touched = lockedDesk(10)
  touched.moveClock(3_600_000)
  touched.autoLock.touch()
  expect(touched.locks()).toBe(1)
  touched.autoLock.touch()
  expect(touched.locks()).toBe(1)
})

test('stopped, it never locks; without minutes it does not start', () => {
  const desk = lockedDesk(1)
  desk.autoLock.stop()
  desk.autoLock.touch()
  desk.pass(10_000_000)
  expect(desk.locks()).toBe(0)
  expect(() => lockedDesk(0)).toThrow(RangeError)
})

test('it waits for work that goes on, and locks at once where its time ran out meanwhile', () => {
  const desk = lockedDesk(10)
  desk.hold()
  desk.pass(3_600_000)
  expect(desk.locks()).toBe(0)
  expect(desk.release()).toBe(true)
  expect(desk.locks()).toBe(0) // whoever did the work answers first
  desk.pass(0)
  expect(desk.locks()).toBe(1)
  expect(desk.release()).toBe(false)
})

test('work that ends before the time has run out changes nothing of it: the idle minutes went on', () => {
  const desk = lockedDesk(10)
  desk.pass(60_000)
  desk.hold()
  desk.pass(500_000)
  expect(desk.release()).toBe(false)
  desk.pass(39_999)
  expect(desk.locks()).toBe(0)
  desk.pass(1)
  expect(desk.locks()).toBe(1)
})

test('it does not wait longer than it is said to, however long the work takes', () => {
  const desk = lockedDesk(10)
  desk.hold()
  desk.pass(600_000 + mostHeldMs - 1)
  expect(desk.locks()).toBe(0)
  desk.pass(1)
  expect(desk.locks()).toBe(1)
})

test('a touch while work goes on begins the minutes anew', () => {
  const desk = lockedDesk(10)
  desk.hold()
  desk.pass(3_600_000)
  desk.autoLock.touch()
  expect(desk.release()).toBe(false)
  desk.pass(599_999)
  expect(desk.locks()).toBe(0)
})
