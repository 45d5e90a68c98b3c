import fc from 'fast-check'
import type { LifeStep } from './index-life'

const id = fc.integer({ min: 0, max: 24 })
const version = fc.integer({ min: 0, max: 30 })
const kind = <Kind extends LifeStep['kind']>(of: Kind) => fc.constant(of)

const step: fc.Arbitrary<LifeStep> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: kind('put'), id, version }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('remove'), id }) },
  { weight: 6, arbitrary: fc.record({ kind: kind('drain'), most: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('merge'), isIdle: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('mergeWhile'), put: id, remove: id }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind('crash'), steps: fc.integer({ min: 0, max: 6 }), arrives: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('restart') }) },
)

/** What may happen to an index, and a seed for the questions that are put to it afterwards. */
export const randomLives: fc.Arbitrary<[LifeStep[], number]> = fc.tuple(
  fc.array(step, { minLength: 10, maxLength: 70 }),
  fc.nat(),
)
