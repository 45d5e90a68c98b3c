import { describe, expect, it, test } from 'vitest'
import { isEnded } from '#shared/domain/requests/board'
import { boardGroups, countGroups } from '#shared/domain/requests/board-groups'
import { boardCards, openCount } from '../../../../../renderer/features/today/board-cards'
import { boardLanes } from '../../../../../renderer/features/today/board-lanes'
import { leftBehind } from '../../../../../renderer/features/today/left-behind'
import { warningsOf, type WarningParts } from '../../../../../renderer/features/today/warnings'
import { countOf, rowsFor } from '../../../../../renderer/features/requests/list-condition'
import { listedRows } from '../../../../../renderer/features/requests/list-rows'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { fakeDesk } from '../../../../support/fake-desk/fake-desk'
import * as office from '../../../../support/fake-desk/fake-office'
import { manyRecords } from '../../../../support/fake-desk/many-records'
import { dice } from '../../../../support/workstation/synthetic-people'
import { day, published } from '../../../shared/domain/published-calendars'

/** So late in the year that some due dates run into one whose calendar is not published. */
const today = day('2026-12-11')
const viewer = { me: office.zhouMin.personId, posts: office.zhouMin.posts, today }
const records = manyRecords({
  count: 400,
  today,
  clerks: [office.zhouMin, office.luoXiaoyan],
  reviewer: office.fangJing,
  agencyIds: [office.countyGovernment.agencyId],
  random: dice(7),
})
const open = records.filter(({ request }) => !isEnded(request.status))

describe('the same counts everywhere', () => {
  const rows = listedRows(records, viewer, published)
  const board = boardCards(open, { ...viewer, calendar: published })
  const counts = countGroups(board)

  test.each(boardGroups)('%s: as many on the board as rows in the list', group => {
    expect(counts[group]).toBeGreaterThan(0) // agreement about nothing would prove nothing
    expect(countOf(group, rows)).toBe(counts[group])
    expect(rowsFor({ chip: group, text: '' }, rows)).toHaveLength(counts[group])
  })

  it('what is open, and the lanes that hold a whole group', () => {
    expect(openCount(board)).toBe(countOf('open', rows))
    expect(board.late).toHaveLength(counts.late)
    expect(board.dueWithinThree).toHaveLength(counts.soon)
  })

  it('the lanes of what is late and due soon lead to as many in the list', () => {
    const words = { warningWorkingDays: 3, pledgedOn: () => undefined, nameOf: () => '周敏' }
    const around = { ...translatorFor('zh-CN'), ...words, today }
    expect(boardLanes(board, around).map(({ id, all }) => [id, all])).toEqual([
      ['late', `看这 ${counts.late} 件`],
      ['soon', `看这 ${counts.soon} 件`],
      ['mine', undefined],
      ['undated', undefined],
    ])
    expect(boardLanes({ ...board, late: [] }, around)[0]).not.toHaveProperty('all')
  })

  it('one request more or less is seen', () => {
    const late = board.late[0]!.row.requestId
    const without = boardCards(
      open.filter(({ requestId }) => requestId !== late),
      { ...viewer, calendar: published },
    )
    expect(countGroups(without).late).not.toBe(countOf('late', rows))
  })

  it('the lane of what waits for me says how many stand elsewhere', () => {
    const words = { warningWorkingDays: 3, pledgedOn: () => undefined }
    const around = { ...translatorFor('zh-CN'), today, nameOf: () => '周敏', ...words }
    const elsewhere = counts.mine - board.waitingForMe.length
    expect(elsewhere).toBeGreaterThan(0)
    const mine = boardLanes(board, around).find(({ id }) => id === 'mine')
    expect(mine?.foot).toBe(`按到期日排。另有 ${elsewhere} 件，已排在左边。`)
  })
})

describe('what is warned of', () => {
  const fine = { acts: 9, mirror: 'current', mayStartNewWork: true, freeBytes: 2 ** 40 } as const
  const nothing = { late: 0, soon: 0, mine: 5, unserved: 0, unconfirmed: 0, undated: 0 }
  const parts: WarningParts = { counts: nothing, health: fine, left: null, yearsAwaited: [], mayChooseFolder: false }
  const told = (part: Partial<WarningParts>) =>
    warningsOf({ ...parts, ...part }, translatorFor('zh-CN')).map(({ id, act }) => [id, act.kind])

  it('nothing where all is well; work that waits is no warning', () => expect(told({})).toEqual([]))

  test.each<[string, Partial<WarningParts>, [string, string][]]>([
    ['late and due soon, which have lanes of their own', { counts: { ...nothing, late: 2, soon: 1 } }, []],
    ['approved, not served', { counts: { ...nothing, unserved: 1 } }, [['unserved', 'list']]],
    ['receipt unconfirmed', { counts: { ...nothing, unconfirmed: 1 } }, [['unconfirmed', 'list']]],
    ['provisional', { counts: { ...nothing, undated: 1 } }, [['undated', 'list']]],
    ['disk too full', { health: { ...fine, mayStartNewWork: false, freeBytes: 5 } }, [['disk', 'lookAgain']]],
    ['disk filling up', { health: { ...fine, freeBytes: 2 * 2 ** 30 } }, [['disk', 'lookAgain']]],
    ['mirror gone', { health: { ...fine, mirror: 'missing' } }, [['mirror', 'lookAgain']]],
    ['mirror behind', { health: { ...fine, mirror: 'behind' } }, [['mirror', 'lookAgain']]],
    ['scans not copied', { health: { ...fine, mirror: 'behind', mirrorFailed: 2 } }, [['mirror', 'lookAgain']]],
    ['acts on the mirror alone', { health: { ...fine, mirrorAside: 1 } }, [['mirrorAside', 'lookAgain']]],
    [
      'mirror, for who may set it',
      { health: { ...fine, mirror: 'behind' }, mayChooseFolder: true },
      [['mirror', 'settings']],
    ],
    [
      'clock corrected',
      { health: { ...fine, clockCorrected: { machineSays: '2026-08-31', officeSays: '2026-09-09' } } },
      [['clock', 'lookAgain']],
    ],
    ['drafts', { left: { count: 1, oldestOn: today, oldest: { draft: 'reception-a' } } }, [['drafts', 'draft']]],
    ['nothing known yet', { counts: undefined, health: undefined }, []],
  ])('%s', (_name, part, expected) => expect(told(part)).toEqual(expected))

  it('says how many scans a second copy lacks, and that acts lie there alone', () => {
    const health = { ...fine, mirror: 'behind', mirrorFailed: 2, mirrorAside: 1 } as const
    const said = (language: 'zh-CN' | 'en') =>
      warningsOf({ ...parts, health }, translatorFor(language)).map(({ what }) => what)
    expect(said('zh-CN')).toEqual([
      '备份没有跟上：2 份扫描件拷不过去。',
      '备份盘里另有 1 份账本，有本机没有的办理记录。',
    ])
    expect(said('en')[0]).toBe('The backup is behind: 2 scans could not be copied.')
  })

  it('says what is wrong and what is kept, the machine before the cases', () => {
    const health = { ...fine, mirror: 'missing' } as const
    const warnings = warningsOf(
      { ...parts, health, counts: { ...nothing, undated: 3 }, yearsAwaited: [2027] },
      translatorFor('zh-CN'),
    )
    expect(warnings.map(({ what, kept, label }) => what + kept + label)).toEqual([
      '备份文件夹不见了。本机的账本完整，只是没有第二份。请接上备份盘，接上后自动补齐。再查一次',
      '期限暂定 3 件。2027 年放假安排尚未公布，公布后自动重算，请按较早的日期办。看这 3 件',
    ])
  })
})

describe('drafts left behind', () => {
  const deskWith = (saved: Readonly<Record<string, string>>) => {
    const desk = fakeDesk({ today, calendar: published, agencies: [office.countyGovernment], people: [office.zhouMin] })
    for (const [name, at] of Object.entries(saved)) desk.savedDrafts.set(name, { content: {}, savedAt: Date.parse(at) })
    return desk
  }
  const first = open[0]!.requestId

  it('are those of an earlier day; what was put aside this morning, filters and replies of ended cases are not', async () => {
    const desk = deskWith({
      'reception-a': '2026-12-10T23:59:00+08:00',
      'reception-b': '2026-12-11T00:01:00+08:00',
      [`reply-${first}`]: '2026-12-09T10:00:00+08:00',
      'reply-00000000-0000-4000-9000-000000999999': '2026-11-01T10:00:00+08:00',
      'filters-p-zhou': '2026-10-01T10:00:00+08:00',
    })
    expect(await leftBehind(desk.drafts, { open, today, me: office.zhouMin })).toEqual({
      count: 2,
      oldestOn: '2026-12-09',
      oldest: { requestId: first },
    })
  })

  it('are remarks on a draft that waits for this person too, not on an earlier one, and nobody else’s', async () => {
    const record = open.find(({ request: { status, currentDraft } }) => status === 'submitted' && currentDraft)!
    const { draftNo } = record.request.currentDraft!
    const name = (no: number) => `remarks-${record.requestId}-${no}`
    const at = '2026-12-09T10:00:00+08:00'
    const me = office.fangJing
    expect(await leftBehind(deskWith({ [name(draftNo)]: at }).drafts, { open, today, me })).toEqual({
      ...{ count: 1, oldestOn: '2026-12-09', oldest: { requestId: record.requestId } },
    })
    expect(await leftBehind(deskWith({ [name(draftNo + 1)]: at }).drafts, { open, today, me })).toBeNull()
    const drafter = { personId: record.request.currentDraft!.drafter, posts: me.posts }
    expect(await leftBehind(deskWith({ [name(draftNo)]: at }).drafts, { open, today, me: drafter })).toBeNull()
    const clerk = { ...me, posts: ['clerk'] as const }
    expect(await leftBehind(deskWith({ [name(draftNo)]: at }).drafts, { open, today, me: clerk })).toBeNull()
  })

  it('none, or none that could be listed, is no warning', async () => {
    const desk = deskWith({ 'reception-b': '2026-12-11T08:00:00+08:00' })
    expect(await leftBehind(desk.drafts, { open, today, me: office.zhouMin })).toBeNull()
    desk.breakDrafts({ kind: 'locked' })
    expect(await leftBehind(desk.drafts, { open, today, me: office.zhouMin })).toBeNull()
  })
})

describe('visitors who were not signed out', () => {
  const translator = translatorFor('zh-CN')
  const parts: WarningParts = {
    counts: undefined,
    health: undefined,
    left: null,
    yearsAwaited: [],
    mayChooseFolder: false,
  }

  it('stand among the warnings with how many and since when, and lead to the room', () => {
    const visitors = { count: 2, oldestOn: day('2026-12-10') }
    expect(warningsOf({ ...parts, visitors }, translator)).toMatchObject([
      { id: 'visitors', what: '2 名来访者从 12月10日起没有办离开。', act: { kind: 'readingRoom' } },
    ])
    expect(warningsOf({ ...parts, visitors: null }, translator)).toEqual([])
  })
})
