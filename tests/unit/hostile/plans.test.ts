import { expect, test } from 'vitest'
import { foldRequest } from '#shared/domain/requests/request'
import { foldVisit } from '#shared/domain/visits/visit'
import { Deck } from '../../hostile-screens/deck'
import { hostileFact, judging } from '../../hostile-screens/office-of-texts'
import { kinds, planOf } from '../../hostile-screens/plans'

const id = (last: string): string => `00000000-0000-4000-8000-0000000000${last}`

test('every record that the walk of the screens opens has come as far as its plan says: no act of it is without effect', () => {
  const deck = new Deck(4)
  const folded: string[] = []
  for (const kind of kinds) {
    const { subject, steps } = planOf(kind, { id: id('aa'), agencyId: id('a1'), personId: id('b1'), nth: 0 })
    const acts = steps.map((planned, at) => ({
      ...{
        seq: at + 1,
        chain: 'a',
        hlc: `${1_790_000_000_000 + at}`.padStart(15, '0') + '-0000',
        at: 1_790_000_000_000 + at,
      },
      ...(judging.test(planned.type) ? { actor: id('b2'), role: 'reviewer' } : { actor: id('b1'), role: 'clerk' }),
      facts: [hostileFact(planned, `${kind}/${at}`, field => deck.textFor(field, 0))],
    }))
    const fold = { request: foldRequest, visit: foldVisit }[subject.split(':')[0]!]
    if (!fold) continue
    folded.push(kind)
    expect(
      fold(acts as never)?.conflicts.map(({ by, ...one }) => [by.seq, 'problem' in one ? one.problem : one]),
      kind,
    ).toEqual([])
  }
  expect(folded.length).toBeGreaterThan(15)
})
