import type { UnseenEnd } from '#shared/contracts/media-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import type { HeldWork, UnseenEnds } from '../unseen-end'
import type { StickExchange } from './stick-exchange'

/** The automatic lock waits for a check and for an import too. */
export function heldSticks(sticks: StickExchange, ends: UnseenEnds): StickExchange {
  let name = ''
  const under = new Set<HeldWork>()
  const held = async <T>(
    work: () => Promise<Result<T, Problem>>,
    whenDone: (value: T) => UnseenEnd['end'] | null,
  ): Promise<Result<T, Problem>> => {
    const hold = ends.hold({ what: 'import', name })
    under.add(hold)
    let end: UnseenEnd['end'] | null = null // a bug is told by its number where it was asked for
    try {
      const done = await work()
      end = done.ok ? whenDone(done.value) : endOf(done.problem)
      return done
    } finally {
      under.delete(hold)
      hold.ended(end)
    }
  }
  return {
    ...sticks,
    take: (root, of) => {
      ;({ name } = of)
      return held(
        () => sticks.take(root, of),
        () => null,
      ) // what was found is shown after the next sign-in
    },
    waiting: async () => {
      const hold = ends.hold({ what: 'import', name })
      try {
        const left = await sticks.waiting()
        if (left.ok && left.value) ({ name } = left.value)
        return left
      } finally {
        hold.ended(null) // asked for without a person; it is asked for again
      }
    },
    drop: () => {
      for (const hold of under) hold.drop()
      sticks.drop()
    },
    // Stopped, what is left is shown after the next sign-in like everything that waits.
    apply: role =>
      held(
        () => sticks.apply(role),
        ({ left }) => (left ? null : { kind: 'finished', mayBePulled: true }),
      ),
  }
}

/** Locked in the middle it is gone on with from quarantine, unless it was still being read. Who cancelled it by hand was there. */
function endOf(problem: Problem): UnseenEnd['end'] | null {
  if (problem.kind === 'locked') return null
  return problem.kind === 'checkCancelled' ? { kind: 'stopped' } : { kind: 'failed', problem }
}
