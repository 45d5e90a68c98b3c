import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { basesOf } from '#shared/domain/requests/seen-values'
import { foldRequest } from '#shared/domain/requests/request'
import type { FactOf } from '#shared/domain/requests/request-state'
import { ConflictsNote } from '../../../../../renderer/features/requests/conflicts-note'
import { rareActsFor } from '../../../../../renderer/features/requests/hands/rare-acts'
import { MessagesProvider } from '../../../../../renderer/i18n/messages-provider'
import { readLanguage } from '../../../../../renderer/i18n/window-language'
import { day } from '../../../shared/domain/published-calendars'
import { actsUpTo, clerk, requestIn, reviewer } from '../../../shared/domain/requests/acts-of-a-request'

beforeAll(() => readLanguage('en'))

type Corrected = FactOf<'request.corrected@1'>
const seen = requestIn('registered')

/** Corrections by two machines, each of what it saw before the other's came. */
function correctedTwice(...facts: readonly [Corrected, Corrected]) {
  const acts = facts.map((fact, n) => ({
    ...{ seq: n + 1, chain: `m${n}`, hlc: `999999999999999-000${n}`, at: Date.parse('2026-03-05T02:00:00Z') },
    ...{ actor: reviewer, role: 'reviewer' as const, facts: [{ ...fact, base: basesOf(seen, fact) }] },
  }))
  const request = foldRequest([...actsUpTo.registered, ...acts])!
  return { requestId: 'r' as never, request, needsNewerVersion: false, actsLeftOut: 0 }
}
const correct = (open: Corrected['open'], personal: Partial<NonNullable<Corrected['personal']>> = {}): Corrected => ({
  ...{ type: 'request.corrected@1', open, personal: { reason: '登记时看错', ...personal } },
})

const shown = (record: ReturnType<typeof correctedTwice>): string =>
  renderToStaticMarkup(
    <MessagesProvider language="zh-CN">
      <ConflictsNote record={record} nameOf={() => '何立群'} />
    </MessagesProvider>,
  )

test('both values stand on the page, people masked, and what to do next', () => {
  const { applicant } = seen.personal!
  const said = shown(
    correctedTwice(
      correct({}, { applicant: { ...applicant, phone: '13900001111' } }),
      correct({}, { applicant: { ...applicant, phone: '13900002222' } }),
    ),
  )
  expect(said).toContain('何立群更正时，没有看到别处先前的更正')
  expect(said).toContain('139****1111')
  expect(said).toContain('139****2222')
  expect(said).not.toContain('13900001111')
  expect(said).toContain('核对冲突')
})

test('of a day that was corrected twice the first stands, and the second is shown beside it', () => {
  const record = correctedTwice(correct({ receivedOn: day('2026-02-27') }), correct({ receivedOn: day('2026-02-26') }))
  const said = shown(record)
  expect(record.request.receivedOn).toBe('2026-02-27')
  expect(said).toContain('2026年2月27日')
  expect(said).toContain('2026年2月26日')
  expect(said).toContain('已经另有更正，这一次没有采用')
  const around = { agencies: 1, colleagues: 0 }
  const offered = (posts: readonly ['clerk'] | readonly ['reviewer']) =>
    rareActsFor(record.request, { personId: posts[0] === 'clerk' ? clerk : reviewer, name: '', posts }, around)
  expect([offered(['reviewer']).includes('settle'), offered(['clerk']).includes('settle')]).toEqual([true, false])
})

test('a request without conflicts says nothing', () => {
  expect(shown({ requestId: 'r' as never, request: seen, needsNewerVersion: false, actsLeftOut: 0 })).toBe('')
})
