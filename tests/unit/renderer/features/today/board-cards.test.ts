import { describe, expect, it } from 'vitest'
import type { OfficeRecord, RequestRecord } from '#shared/application/ports'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { boardCards, openCount, yearsAwaited } from '../../../../../renderer/features/today/board-cards'
import { boardLanes, requestIn, type LaneContext } from '../../../../../renderer/features/today/board-lanes'
import { pledgedDays } from '../../../../../renderer/features/today/pledged-days'
import { waitingDrafts } from '../../../../../renderer/features/today/waiting-drafts'
import { fakeDesk } from '../../../../support/fake-desk/fake-desk'
import * as office from '../../../../support/fake-desk/fake-office'
import { day, published } from '../../../shared/domain/published-calendars'

const today = day('2026-10-13')
const people = [office.zhouMin, office.luoXiaoyan, office.fangJing]
const newDesk = (on = today) =>
  fakeDesk({ today: on, calendar: published, agencies: [office.countyGovernment], people })

type Desk = ReturnType<typeof newDesk>
const zhou = { actor: office.zhouMin.personId, at: Date.UTC(2026, 8, 10) }
const fang = { ...zhou, actor: office.fangJing.personId }

function receive(desk: Desk, serial: number, receivedOn: string, by = zhou): void {
  desk.record(
    office.requestId(serial),
    [office.received({ serial, receivedOn, name: '欧阳修', description: '第一行\n第二行' })],
    by,
  )
}
const openRecords = (desk: Desk) => new Promise<readonly RequestRecord[]>(told => desk.requests.watchOpen(told))
const viewerOf = (desk: Desk) => ({
  me: desk.me.personId,
  posts: desk.me.posts,
  today: desk.today,
  calendar: desk.calendar,
})
const boardOf = async (desk: Desk) => boardCards(await openRecords(desk), viewerOf(desk))
const lanesOf = async (desk: Desk, over: Partial<LaneContext> = {}) =>
  boardLanes(await boardOf(desk), {
    ...translatorFor('zh-CN'),
    today: desk.today,
    nameOf: person => people.find(({ personId }) => personId === person)?.name,
    warningWorkingDays: 3,
    pledgedOn: () => undefined,
    ...over,
  })

describe('what the office set', () => {
  it('names its warning days, and gathers by them', async () => {
    const desk = newDesk()
    receive(desk, 1, '2026-09-15')
    const records = await openRecords(desk)
    const counts = [3, 5].map(
      warningWorkingDays => boardCards(records, { ...viewerOf(desk), warningWorkingDays }).dueWithinThree.length,
    )
    expect(counts).toEqual([0, 1])
    const [, soon] = await lanesOf(desk, { warningWorkingDays: 5 })
    expect([soon?.title, soon?.empty]).toEqual(['五个工作日内到期', '五个工作日内没有到期的件。'])
    expect((await lanesOf(desk, { warningWorkingDays: 2 }))[1]?.title).toBe('两个工作日内到期')
  })

  it('shows its own promise beside the due date, never in its place', async () => {
    const desk = newDesk()
    receive(desk, 1, '2026-09-08')
    receive(desk, 2, '2026-10-12')
    const records = await openRecords(desk)
    const { office: now } = (await new Promise<OfficeRecord | null>(told => desk.offices.watchOffice(told)))!
    const by = { actor: office.zhouMin.personId, at: 0, hlc: '' }
    const promised = { ...now, settingsVersions: [{ settings: { ...now.settings, makesPledge: true }, by }] }
    const pledgedOn = pledgedDays(records, desk, promised)
    const [late, , mine] = await lanesOf(desk, { pledgedOn })
    expect(late?.items.concat(mine?.items ?? []).map(({ due, details }) => [due, details.at(-1)])).toEqual([
      ['10月12日', '承诺 9月15日 已过'],
      ['11月9日', '承诺 10月19日'],
    ])
    expect(pledgedDays(records, desk, now)(office.requestId(1))).toBeUndefined()
    desk.record(office.requestId(1), [office.examined, office.searched(1, '2026-10-12'), office.submitted(1)], zhou)
    desk.record(office.requestId(1), [office.issued(1, '云自然公开〔2026〕1号', '2026-10-12')], fang)
    expect(pledgedDays(await openRecords(desk), desk, promised)(office.requestId(1))).toBeUndefined()
  })
})

describe('the board of the day', () => {
  it('puts every open request in exactly one lane and leaves served ones out', async () => {
    const desk = newDesk()
    receive(desk, 1, '2026-09-01')
    receive(desk, 2, '2026-09-11')
    receive(desk, 3, '2026-09-28')
    receive(desk, 4, '2026-10-09', { ...zhou, actor: office.luoXiaoyan.personId })
    receive(desk, 5, '2026-09-02')
    desk.record(office.requestId(5), [office.examined, office.searched(1, '2026-10-12'), office.submitted(1)], zhou)
    desk.record(office.requestId(5), [office.issued(1, '云自然公开〔2026〕1号', '2026-10-12')], fang)
    desk.record(office.requestId(5), [office.servedOn('2026-10-13')], zhou)
    const board = await boardOf(desk)
    const serials = (lane: readonly { row: { requestNo: string } }[]) =>
      lane.map(card => Number(card.row.requestNo.slice(-4)))
    expect(serials(board.late)).toEqual([1])
    expect(serials(board.dueWithinThree)).toEqual([2])
    expect(serials(board.waitingForMe)).toEqual([3])
    expect(serials(board.running)).toEqual([4])
    expect(openCount(board)).toBe(4)
  })

  it('masks the applicant, joins lines, names the clerk and says the days', async () => {
    const desk = newDesk()
    receive(desk, 1, '2026-09-04', { ...zhou, actor: office.luoXiaoyan.personId })
    const [late] = await lanesOf(desk)
    expect(late?.items).toEqual([
      {
        id: office.requestId(1),
        title: '第一行 第二行',
        details: ['YX-A-2026-0001', '欧阳*', '罗小燕'],
        due: '10月9日',
        dueNote: '已逾 3 个工作日',
        href: `#request/${office.requestId(1)}`,
      },
    ])
  })

  it('warns of an approved letter that is not served from two working days before the due date', async () => {
    const notes = async (receivedOn: string) => {
      const desk = newDesk()
      receive(desk, 1, receivedOn)
      desk.record(office.requestId(1), [office.examined, office.searched(1, '2026-10-12'), office.submitted(1)], zhou)
      desk.record(office.requestId(1), [office.issued(1, '云自然公开〔2026〕1号', '2026-10-12')], fang)
      return (await lanesOf(desk)).flatMap(({ id, items }) => items.map(({ dueNote }) => `${id} ${dueNote}`))
    }
    expect(await notes('2026-09-14')).toEqual(['soon 还有 3 个工作日，等我办'])
    expect(await notes('2026-09-11')).toEqual(['soon 还有 2 个工作日，已批准未送达'])
    expect(await notes('2026-09-09')).toEqual(['soon 今天到期，已批准未送达'])
    expect(await notes('2026-09-08')).toEqual(['late 已逾 1 个工作日，已批准未送达'])
  })

  it('marks a date that the calendar of next year may still move', async () => {
    const desk = newDesk(day('2026-12-07'))
    receive(desk, 1, '2026-12-07', { ...zhou, actor: office.luoXiaoyan.personId })
    const board = await boardOf(desk)
    expect(yearsAwaited(board.undated)).toEqual([2027])
    const [, , , undated] = await lanesOf(desk)
    expect(undated?.items[0]).toMatchObject({ due: '约 12月31日', dueNote: '待受理审查，暂定' })
    expect(undated?.foot).toBe('2027 年放假安排尚未公布，跨年期限为暂定，公布后自动重算。')
  })

  it('is read by a reviewer as what waits for review', async () => {
    const desk = newDesk()
    receive(desk, 1, '2026-09-28')
    desk.record(office.requestId(1), [office.examined, office.searched(1, '2026-10-12'), office.submitted(1)], zhou)
    expect((await boardOf(desk)).running).toHaveLength(1)
    expect((await boardOf(desk.as(office.fangJing))).waitingForMe).toHaveLength(1)
  })

  it('shows that personal data were erased', async () => {
    const desk = newDesk()
    const fact = office.received({ serial: 1, receivedOn: '2026-10-12', name: '张三', description: '甲' })
    desk.record(office.requestId(1), [{ type: 'request.registered@1', open: fact.open as never }], zhou)
    const [, , mine] = await lanesOf(desk)
    expect(mine?.items[0]).toMatchObject({ title: '内容已销毁', details: ['YX-A-2026-0001', '个人信息已销毁', '周敏'] })
  })
})

it('finds the request that a card leads to, and nothing in other links', () => {
  expect(requestIn('#request/abc')).toBe('abc')
  expect(requestIn('#requests')).toBeNull()
  expect(requestIn(null)).toBeNull()
})

it('counts what was registered and served on the day, not what was received', async () => {
  const desk = newDesk()
  receive(desk, 1, '2026-10-09', { actor: office.zhouMin.personId, at: Date.parse('2026-10-12T16:30:00Z') })
  receive(desk, 2, '2026-10-12', { actor: office.zhouMin.personId, at: Date.parse('2026-10-12T15:30:00Z') })
  const counts = await new Promise(told => desk.requests.watchDay(today)(told))
  expect(counts).toEqual({ registered: 1, served: 0, hasAny: true })
})

describe('drafts that wait', () => {
  it('opens the newest two for a masked name and counts the rest', async () => {
    const desk = newDesk()
    desk.savedDrafts.set('reception-a', { content: { name: '张三丰' }, savedAt: 1 })
    desk.savedDrafts.set('reception-b', { content: 'damaged', savedAt: 3 })
    desk.savedDrafts.set('reception-c', { content: { name: '李四' }, savedAt: 2 })
    desk.savedDrafts.set('reply-a', { content: {}, savedAt: 9 })
    expect(await waitingDrafts(desk.drafts, today)).toEqual({
      kind: 'read',
      newest: [
        { name: 'reception-b', applicant: '', savedAt: 3 },
        { name: 'reception-c', applicant: '李*', savedAt: 2 },
      ],
      more: 1,
    })
  })

  it('says that they could not be read', async () => {
    const desk = newDesk()
    desk.breakDrafts({ kind: 'locked' })
    expect(await waitingDrafts(desk.drafts, today)).toEqual({ kind: 'failed' })
  })
})
