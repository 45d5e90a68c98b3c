import { describe, expect, test } from 'vitest'
import type { RequestId } from '#shared/domain/requests/request-facts'
import {
  narrowingNames,
  readCondition,
  rowsFor,
  type Condition,
  type Narrowing,
  type NarrowingName,
} from '../../../../../renderer/features/requests/list-condition'
import type { ListedRow } from '../../../../../renderer/features/requests/list-rows'
import { mostSaved, withCondition } from '../../../../../renderer/features/requests/saved-conditions'
import { day } from '../../../shared/domain/published-calendars'

const row = (id: string, part: Partial<ListedRow>): ListedRow => ({
  requestId: id as RequestId,
  requestNo: `YX-A-2026-${id}`,
  status: 'examined',
  dueOn: day('2026-10-16'),
  certainty: 'final',
  handler: 'p-1' as never,
  asked: '宗地',
  applicant: '张*',
  receivedOn: day('2026-09-08'),
  servedOn: undefined,
  isDueUnknown: false,
  agencyId: 'a-1' as never,
  channel: 'inPerson',
  decision: undefined,
  approval: undefined,
  searchText: '张三 宗地',
  searchNumbers: '13800001234 110101190001010014',
  lane: 'running',
  workingDaysLeft: 5,
  isWaitingForMe: false,
  ...part,
})

const everything: Condition = { chip: 'all', text: '' }

/** For each condition a row that meets it and one that does not. */
const cases: {
  readonly [N in NarrowingName]: readonly [NonNullable<Narrowing[N]>, Partial<ListedRow>, Partial<ListedRow>]
} = {
  agencyId: ['a-2' as never, { agencyId: 'a-2' as never }, {}],
  status: ['served', { status: 'served' }, {}],
  decision: ['PARTIAL', { decision: 'PARTIAL' }, { decision: 'REPEAT' }],
  channel: ['email', { channel: 'email' }, {}],
  approval: ['onPaper', { approval: 'onPaper' }, { approval: 'inProgram' }],
  handler: ['p-2' as never, { handler: 'p-2' as never }, {}],
  dueFrom: [day('2026-10-16'), {}, { dueOn: day('2026-10-15') }],
  dueTo: [day('2026-10-16'), {}, { dueOn: day('2026-10-19') }],
  receivedFrom: [day('2026-09-08'), {}, { receivedOn: undefined }],
  receivedTo: [day('2026-09-08'), {}, { receivedOn: day('2026-09-09') }],
}

describe('each condition', () => {
  test.each(narrowingNames)('%s', name => {
    const [wanted, meets, differs] = cases[name]
    const found = rowsFor({ ...everything, [name]: wanted }, [row('1', meets), row('2', differs)])
    expect(found.map(each => each.requestId)).toEqual(['1'])
  })

  test('all of them hold together, and with the words', () => {
    const rows = [row('1', { channel: 'email' }), row('2', {})]
    expect(rowsFor({ ...everything, channel: 'email', text: '13800001234' }, rows)).toHaveLength(1)
    expect(rowsFor({ ...everything, channel: 'email', text: '李四' }, rows)).toHaveLength(0)
  })

  test.each(['张三', '１３８００００１２３４', '110101190001010014', '宗地 张三'])('words: %s', text =>
    expect(rowsFor({ ...everything, text }, [row('1', {})])).toHaveLength(1),
  )
})

describe('a saved condition', () => {
  test('is read back, without what this version does not know', () => {
    const saved = { chip: 'open', text: '宗地', channel: 'email', colour: 'red', dueTo: 7 }
    expect(readCondition(saved)).toEqual({ chip: 'open', text: '宗地', channel: 'email' })
  })

  test.each([null, 'x', {}, { chip: 'nowhere', text: '' }, { chip: 'all' }])('that cannot be read is left: %j', saved =>
    expect(readCondition(saved)).toBeNull(),
  )

  test('replaces the one of its name, and the oldest gives way', () => {
    const one = (name: string) => ({ name, condition: everything })
    const many = Array.from({ length: mostSaved }, (_, i) => one(String(i)))
    expect(
      withCondition(many, one('3'))
        .map(({ name }) => name)
        .slice(0, 3),
    ).toEqual(['3', '0', '1'])
    expect(withCondition(many, one('new'))).toHaveLength(mostSaved)
  })
})
