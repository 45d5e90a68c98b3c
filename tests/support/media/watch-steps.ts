import { vi } from 'vitest'
import { StepMeter } from '../../../electron/main/media/step-meter'

export interface SeenStep {
  readonly step: string
  readonly of: number
  done: number
}

/** Every step of the long works of this machine, with what was told of it. `onPiece` is called after each piece. */
export function watchSteps(onPiece: (nth: number, step: string) => void = () => undefined) {
  const steps: SeenStep[] = []
  let pieces = 0
  const real = StepMeter.prototype.count
  const spy = vi.spyOn(StepMeter.prototype, 'count').mockImplementation(function (
    this: StepMeter<string>,
    step: string,
    of: number,
  ) {
    const add = real.call(this, step, of)
    const seen = { step, of, done: 0 }
    steps.push(seen)
    return count => {
      add(count)
      seen.done += count
      onPiece(++pieces, step)
    }
  })
  return { steps, pieces: () => pieces, release: () => spy.mockRestore() }
}
