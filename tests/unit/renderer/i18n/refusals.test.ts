import { expect, test } from 'vitest'
import { requiredElements } from '#shared/letters/elements'
import { refusalSentence } from '../../../../renderer/i18n/refusals'
import { translatorFor } from '../../../../renderer/i18n/translator'
import { paperElementMessages } from '../../../../renderer/i18n/zh-cn/field-problems'

const { t } = translatorFor('zh-CN')

test('names the facts of a refusal in words', () => {
  const status = { kind: 'statusForbids', status: 'served', allowedIn: ['examined', 'returned'] }
  expect(refusalSentence(status, t)).toBe('这一步在「办理中、已退回」时办，这一件现在是「已送达」。')
  const outside = { kind: 'servedOutside', on: '2026-10-01', from: '2026-10-12', to: '2026-10-13' }
  expect(refusalSentence(outside, t)).toContain('2026年10月12日')
  expect(refusalSentence({ kind: 'postNeeded', posts: ['reviewer', 'head'] }, t)).toBe('这一步由审核员、负责人办理。')
})

test('a type that waits for a step names the step, and a file that is not due for transfer the day', () => {
  const runs = { kind: 'transferTermRuns', formedOn: '2020-05-01', endsOn: '2030-05-01' }
  expect(refusalSentence(runs, t)).toContain('2020年5月1日形成的档案，移交期限到 2030年5月1日 才届满')
  expect(refusalSentence({ kind: 'stepMissing', decision: 'EXCESSIVE', step: 'statementOfReasons' }, t)).toBe(
    '「大量反复申请」要先办说明理由，这一步在后续版本。',
  )
})

test('a kind of a newer version is named, not hidden', () => {
  expect(refusalSentence({ kind: 'somethingNew' }, t)).toContain('somethingNew')
  expect(refusalSentence({ kind: 'toString' }, t)).toContain('toString')
})

test('every element that a reply must say has a name', () => {
  // The recovery sheet is no paper of a request: nobody is sent to a field of it.
  const { recovery: _sheet, ...papers } = requiredElements
  const ids = Object.values(papers).flatMap(elements => elements.map(({ id }) => id))
  expect(ids.length).toBeGreaterThan(100)
  expect(ids.filter(id => !Object.hasOwn(paperElementMessages, `paperElement.${id}`))).toEqual([])
})
