import fc from 'fast-check'
import { expect, test } from 'vitest'
import { malformation } from '#shared/contracts/facts'
import type { Post } from '#shared/domain/people/person-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { openConflicts } from '#shared/domain/requests/open-conflicts'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest, FactOf, StoredRequestFact } from '#shared/domain/requests/request-state'
import { basesOf } from '#shared/domain/requests/seen-values'
import { day } from '../published-calendars'
import { clerk, registration, reviewer } from './acts-of-a-request'

type Acts = readonly RecordedAct<StoredRequestFact>[]
type Corrected = FactOf<'request.corrected@1'>

const by = (actor: PersonId, role: Post) => ({ actor, role })
const head = by(reviewer, 'reviewer')
const act = (minute: number, chain: string, fact: StoredRequestFact, who = head): RecordedAct<StoredRequestFact> => ({
  ...{ seq: minute, chain, hlc: `00179000000${1000 + minute}-0000`, at: minute * 60_000, facts: [fact], ...who },
})
const correct = (
  open: Corrected['open'],
  seen: DisclosureRequest,
  personal: Partial<NonNullable<Corrected['personal']>> = {},
): Corrected => {
  const fact: Corrected = { type: 'request.corrected@1', open, personal: { reason: '登记时看错', ...personal } }
  return { ...fact, base: basesOf(seen, fact) }
}
const fold = (acts: Acts): DisclosureRequest => foldRequest(acts)!

const first = act(1, 'a', registration, by(clerk, 'clerk'))
const registered = fold([first])

test('of two corrections of one value that knew nothing of each other the later holds, and both are shown', () => {
  const a = act(2, 'a', correct({ medium: 'electronic' }, registered))
  const b = act(3, 'b', correct({ medium: 'inspection', route: 'email' }, registered))
  const request = fold([first, a, b])
  expect([request.medium, request.route, request.conflicts]).toEqual(['inspection', 'email', []])
  expect(openConflicts(request)).toMatchObject([
    {
      kind: 'overUnseen',
      by: { chain: 'b', seq: 3 },
      correction: { unseen: ['medium'], before: { medium: 'electronic' }, after: { medium: 'inspection' } },
    },
  ])
})

test('who saw what stood there, corrected something else, or said the same, is in no conflict', () => {
  const a = act(2, 'a', correct({ medium: 'electronic' }, registered))
  const others = [
    correct({ medium: 'inspection' }, fold([first, a])),
    correct({ route: 'email' }, registered),
    correct({ medium: 'electronic', route: 'email' }, registered),
  ]
  for (const other of others) expect(openConflicts(fold([first, a, act(3, 'b', other)]))).toEqual([])
  const { base: _none, ...older } = correct({ medium: 'inspection' }, registered)
  expect(openConflicts(fold([first, a, act(3, 'b', older)]))).toEqual([]) // an act of a program that did not say it yet
})

test('a day or channel that was corrected meanwhile stands: the second act has no effect, and both values are kept', () => {
  const a = act(2, 'a', correct({ receivedOn: day('2026-02-27') }, registered))
  const late = correct({ receivedOn: day('2026-02-26'), medium: 'electronic' }, registered)
  const request = fold([first, a, act(3, 'b', late)])
  expect([request.receivedOn, request.medium]).toEqual(['2026-02-27', 'paper'])
  expect(openConflicts(request)).toMatchObject([
    {
      kind: 'noEffect',
      problem: { kind: 'correctedMeanwhile', fields: ['receivedOn'] },
      wanted: { before: { receivedOn: '2026-02-27' }, after: { receivedOn: '2026-02-26' } },
    },
  ])
  // Written on one machine, it is refused before it is an act.
  const around = { ...head, posts: ['reviewer'] as const, today: day('2026-03-16') }
  expect(mayDo(fold([first, a]), [late], around)).toMatchObject({ problem: { kind: 'correctedMeanwhile' } })
  expect(mayDo(fold([first, a]), [correct({ receivedOn: day('2026-02-26') }, fold([first, a]))], around).ok).toBe(true)
})

test('an act settles a conflict once, by those who decide, and changes no value', () => {
  const a = act(2, 'a', correct({ receivedOn: day('2026-02-27') }, registered))
  const b = act(3, 'b', correct({ receivedOn: day('2026-02-26') }, registered))
  const before = fold([first, a, b])
  const settled: StoredRequestFact = {
    type: 'conflict.settled@1',
    open: { chain: 'b', seq: 3 },
    personal: { reason: '与申请表原件一致' },
  }
  const today = day('2026-03-16')
  const judge = (request: DisclosureRequest, role: Post) => {
    const may = mayDo(request, [settled], { actor: role === 'clerk' ? clerk : reviewer, role, posts: [role], today })
    return may.ok ? 'ok' : may.problem.kind
  }
  expect([judge(before, 'reviewer'), judge(before, 'head'), judge(before, 'clerk')]).toEqual(['ok', 'ok', 'postNeeded'])
  expect(judge(registered, 'reviewer')).toBe('conflictNotThere')
  const after = fold([first, a, b, act(4, 'a', settled)])
  expect(openConflicts(after)).toEqual([])
  expect(judge(after, 'reviewer')).toBe('conflictNotThere')
  const { settled: done, timeline, ...rest } = after
  const { timeline: earlier, ...same } = before
  expect(rest).toEqual(same)
  expect([done?.[0]?.reason, timeline.length]).toEqual(['与申请表原件一致', earlier.length + 1])
  const shaped = { ...settled, open: { chain: 'b'.repeat(32), seq: 3 } }
  expect(malformation(shaped as never)).toBeNull()
  expect(malformation({ ...shaped, personal: undefined } as never)).not.toBeNull()
})

test('the same for every order of arrival', () => {
  const a = act(2, 'a', correct({ medium: 'electronic' }, registered))
  const acts = [
    ...[first, a],
    act(3, 'b', correct({ medium: 'inspection', receivedOn: day('2026-02-27') }, registered)),
    act(4, 'c', correct({ receivedOn: day('2026-02-26') }, registered)),
    act(5, 'a', { type: 'conflict.settled@1', open: { chain: 'c', seq: 4 }, personal: { reason: '已核对' } }),
    act(6, 'c', { ...correct({ route: 'post' }, registered), base: ['no', 'base', 'of', 'ours'] as never }),
  ]
  const expected = fold(acts)
  expect(openConflicts(expected).map(({ kind }) => kind)).toEqual(['overUnseen', 'overUnseen'])
  fc.assert(
    fc.property(fc.shuffledSubarray(acts, { minLength: acts.length, maxLength: acts.length }), some => {
      expect(fold(some)).toEqual(expected)
    }),
  )
})
