import { expect, it } from 'vitest'
import { watchHowFar, worthSayingMs } from '../../../../../shared/application/media/watch-how-far'
import { err, ok, type Result } from '../../../../../shared/kernel/result'

/** Time that goes on when it is told to. */
function clockwork() {
  const due = new Map<number, () => void>()
  let [now, next] = [0, 0]
  return {
    schedule: (run: () => void, ms: number) => {
      const at = now + ms + ++next / 1_000
      due.set(at, run)
      return () => void due.delete(at)
    },
    waits: () => due.size,
    until: async (ms: number) => {
      for (const at of [...due.keys()].filter(one => one <= ms + 0.9)) {
        now = Math.floor(at)
        due.get(at)?.()
        due.delete(at)
        await Promise.resolve()
        await Promise.resolve()
      }
      now = ms
    },
  }
}

it('says nothing of what is done within a second', async () => {
  const clock = clockwork()
  let asked = 0
  const end = watchHowFar({ ask: async () => ok(++asked), schedule: clock.schedule, onAnswer: () => expect.fail() })
  await clock.until(worthSayingMs - 1)
  end()
  await clock.until(60_000)
  expect([asked, clock.waits()]).toEqual([0, 0])
})

it('then asks again and again until it is ended, also past an answer that is a problem', async () => {
  const clock = clockwork()
  const answers: Result<number | null, string>[] = [ok(1), err('bridge'), ok(2), ok(null)]
  const shown: (number | null)[] = []
  const ask = async () => answers.shift() ?? ok(9)
  const end = watchHowFar({ ask, schedule: clock.schedule, onAnswer: one => shown.push(one) })
  for (const ms of [1_000, 1_500, 2_000, 2_500]) await clock.until(ms)
  expect(shown).toEqual([1, 2, null])
  end()
  await clock.until(60_000)
  expect(shown).toEqual([1, 2, null])
})

it('shows nothing that was answered after the end', async () => {
  const clock = clockwork()
  let answer = (_: Result<number, never>): void => undefined
  const ask = () => new Promise<Result<number, never>>(resolve => (answer = resolve))
  const end = watchHowFar({ ask, schedule: clock.schedule, onAnswer: () => expect.fail() })
  await clock.until(worthSayingMs)
  end()
  answer(ok(1))
  await Promise.resolve()
  expect(clock.waits()).toBe(0)
})
