import { describe, expect, it } from 'vitest'
import { err, ok, type Result } from '#shared/kernel/result'
import type { LinkProblem } from '../../../../../electron/main/sync/headquarters-link'
import { pauseAfter, pauses, SyncRunner } from '../../../../../electron/main/sync/sync-runner'

/** A runner whose pauses end only when the test says so. */
function setUp(answers: (Result<void, LinkProblem> | 'bug')[]) {
  const waits: number[] = []
  const faults: unknown[] = []
  let passes = 0
  let end: () => void = () => {}
  const runner = new SyncRunner({
    pass: async () => {
      const answer = answers[passes++] ?? ok(undefined)
      if (answer === 'bug') throw new Error('bug')
      return answer
    },
    wait: (ms, signal) =>
      new Promise(resolve => {
        waits.push(ms)
        end = resolve
        if (signal.aborted) resolve()
        else signal.addEventListener('abort', () => resolve())
      }),
    random: () => 0.5,
    onFault: cause => faults.push(cause),
  })
  const turn = () => new Promise<void>(resolve => setImmediate(resolve))
  return { runner, waits, faults, passes: () => passes, endPause: () => end(), turn }
}

describe('the exchange by itself', () => {
  it('waits longer with every pass that nobody answers, and begins anew after one that went through', async () => {
    const away = err({ kind: 'away' as const })
    const { runner, waits, endPause, turn } = setUp([away, away, away, ok(undefined), away])
    runner.start()
    for (let n = 0; n < 5; n++) {
      await turn()
      endPause()
    }
    await turn()
    await runner.stop()
    expect(waits.slice(0, 5)).toEqual([5_000, 10_000, 20_000, 60_000, 5_000])
  })

  it('goes at once when something was written, after a short pause in which more may come', async () => {
    const { runner, waits, passes, endPause, turn } = setUp([])
    runner.start()
    await turn()
    runner.wake()
    await turn()
    expect(waits).toEqual([pauses.level, pauses.written])
    endPause()
    await turn()
    expect(passes()).toBe(2)
    await runner.stop()
  })

  it('waits as long as headquarters asks, whatever is written meanwhile, and that is no failure', async () => {
    const asked = err({ kind: 'tooOften' as const, waitMs: 30_000 })
    const away = err({ kind: 'away' as const })
    const { runner, waits, passes, endPause, turn } = setUp([away, asked, away])
    runner.start()
    await turn()
    endPause()
    await turn()
    runner.wake() // an act: it would only be refused
    await turn()
    expect([passes(), waits]).toEqual([2, [pauses.away, 33_000]])
    runner.hurry() // a person may
    await turn()
    expect([passes(), waits.at(-1)]).toEqual([3, pauses.away])
    await runner.stop()
    expect(pauseAfter(asked, 0, 0)).toBe(30_000)
  })

  it('goes on after a bug, which is told', async () => {
    const { runner, faults, waits, turn } = setUp(['bug'])
    runner.start()
    await turn()
    expect(faults).toHaveLength(1)
    expect(waits).toEqual([pauses.away])
    await runner.stop()
  })

  it('runs once however often it is started, and not at all after it was stopped', async () => {
    const { runner, passes, turn } = setUp([])
    runner.start()
    runner.start()
    await turn()
    await runner.stop()
    await turn()
    expect(passes()).toBe(1)
  })

  it('never waits more than five minutes for a line, and looks seldom where it is refused', () => {
    expect(pauseAfter(err({ kind: 'away' }), 40, 0.5)).toBe(pauses.mostAway)
    expect(pauseAfter(err({ kind: 'refused' }), 1, 0.5)).toBe(pauses.refused)
    expect(pauseAfter(ok(undefined), 0, 0)).toBe(48_000)
    expect(pauseAfter(ok(undefined), 0, 1)).toBe(72_000)
    expect(pauseAfter(ok('more'), 0, 0.5)).toBe(pauses.more)
  })
})
