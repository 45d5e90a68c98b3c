import { expect, test } from 'vitest'
import { foldRequest } from '#shared/domain/requests/request'
import { caseFacts } from '../../../../../renderer/features/requests/case-facts'
import { mainOffer, offersFor } from '../../../../../renderer/features/requests/offers'
import { papersOf } from '../../../../../renderer/case-parts/papers-of'
import { waitingSentence } from '../../../../../renderer/features/requests/waiting'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { day } from '../../../shared/domain/published-calendars'
import type { ServiceWay } from '#shared/domain/requests/request-facts'
import {
  actsUpTo,
  andThen,
  clerk,
  produced,
  requestIn,
  returned,
  reviewer,
  revealed,
  scanned,
  searched,
  submitted,
  unsearched,
} from '../../../shared/domain/requests/acts-of-a-request'

const words = {
  translator: translatorFor('zh-CN'),
  nameOf: (person: string) => (person === reviewer ? '何立群' : '周敏'),
  today: day('2026-03-20'),
  missing: '内容已销毁',
}
function servedBy(way: ServiceWay, more: object = { trackingNo: 'EM123456789CN' }) {
  const open = { servedOn: day('2026-03-12'), way, ...(way === 'post' ? { mailClass: 'ems' as const } : {}) }
  const personal = { place: '青石镇1号', receivedBy: '张三', ...more }
  return foldRequest(andThen(actsUpTo.issued, clerk, { type: 'reply.served@1', open, personal }))!
}

const me = { personId: clerk, name: '周敏', posts: ['clerk'] as const }

test('a correction tells both values, and of people only what is masked', () => {
  const applicant = { name: '李建国', idNumber: '110101190001010022', phone: '13800001234' }
  const fact = {
    type: 'request.corrected@1',
    open: { channel: 'fax', applicantType: 'research' },
    personal: { applicant, agent: null, reason: '登记时选错' },
  } as const
  const facts = caseFacts(foldRequest(andThen(actsUpTo.registered, reviewer, fact))!, words)
  expect(facts[0]).toMatchObject({ title: '更正：来件渠道、收到之日、申请人类型、申请人' })
  expect(facts[0]!.notes).toEqual([
    '何立群　登记时选错',
    '来件渠道：当面提交，更正为传真',
    '收到之日：2026年3月2日，更正为待双方确认',
    '申请人类型：自然人，更正为科研机构',
    expect.stringMatching(/^姓名或者名称：张\*，更正为李\*+$/),
    expect.stringMatching(/^证件：110\*+0014，更正为110\*+0022$/),
  ])
  expect(facts.at(-1)!.title).toBe('当面收到申请并登记') // as it was recorded
  expect(facts[0]!.notes.join('')).not.toContain('李建国')
  expect(facts[0]!.notes.join('')).not.toContain(applicant.idNumber)
})

test('each scan that was taken away tells who did it and why, in the order in which it happened', () => {
  const taken = (digest: string, reason: string) =>
    ({ type: 'scan.withdrawn@1', open: { digest }, personal: { reason } }) as const
  const two = andThen(actsUpTo.examined, clerk, scanned('signedForm', 'aa'), scanned('envelope', 'bb'))
  const one = foldRequest([
    ...two,
    ...andThen([], reviewer, taken('bb', '是另一件的信封')).map(act => ({ ...act, hlc: '2026-03-02T10:01' })),
    ...andThen([], clerk, taken('aa', '扫得看不清')).map(act => ({ ...act, hlc: '2026-03-02T10:02' })),
  ])!
  expect(
    caseFacts(one, words)
      .slice(0, 2)
      .map(({ title, notes }) => [title, notes]),
  ).toEqual([
    ['撤下扫描件：签名的申请表', ['周敏　扫描件', '扫得看不清']],
    ['撤下扫描件：带邮戳的信封', ['何立群　扫描件', '是另一件的信封']],
  ])
})

test('each passing-on tells of its own day and reason', () => {
  const passOn = (to: string, on: string, reason: string) =>
    ({
      type: 'request.passedOn@1',
      open: { toAgencyId: to as never, receivedOn: day(on) },
      personal: { reason },
    }) as const
  const once = andThen(actsUpTo.registered, clerk, passOn('a-2', '2026-03-03', '属住建局职责'))
  const twice = once.concat(
    andThen([], clerk, passOn('a-3', '2026-03-05', '属水务局职责')).map(act => ({
      ...act,
      seq: 99,
      hlc: '2026-03-05T10:00',
    })),
  )
  const back = andThen([], clerk, passOn('a-2', '2026-03-06', '仍属住建局')).map(act => ({
    ...act,
    seq: 100,
    hlc: '2026-03-06T10:00',
  }))
  const [last] = caseFacts(foldRequest([...twice, ...back])!, words)
  expect(last!.notes[0]).toBe('周敏　2026年3月6日 转回，期限仍从原收到之日 2026年3月3日 起算')
  const told = caseFacts(foldRequest(twice)!, words).filter(({ title }) => title.startsWith('转办'))
  expect(told.map(({ notes }) => notes)).toEqual([
    ['周敏　收到之日 2026年3月5日，期限重新起算', '属水务局职责'],
    ['周敏　收到之日 2026年3月3日，期限重新起算', '属住建局职责'],
  ])
})

test('tells every act, newest first, each with its own record', () => {
  let acts = unsearched
  const add = (...step: Parameters<typeof andThen> extends [unknown, ...infer Rest] ? Rest : never) => {
    const grown = andThen(acts, ...step)
    acts = grown.map((act, i) => ({
      ...act,
      hlc: String(i).padStart(4, '0'),
      role: act.actor === reviewer ? 'reviewer' : 'clerk',
    }))
  }
  add(clerk, searched(0))
  add(clerk, searched(2))
  add(clerk, submitted(1))
  add(reviewer, returned(1))
  add(clerk, produced('slip'))
  add(clerk, revealed)
  const facts = caseFacts(foldRequest(acts)!, words)
  expect(facts.map(({ title }) => title)).toEqual([
    '查看申请人全名和全号',
    '打印期限计算书',
    '审核退回',
    '送审答复稿（第 1 稿），予以公开',
    '检索记录：找到 2 份',
    '检索记录：没有找到',
    '审查通过，予以受理',
    '当面收到申请并登记',
  ])
  expect(facts[2]?.notes).toEqual(['何立群　「请补充理由」'])
})

test('a signature is told with the masked name', () => {
  expect(caseFacts(requestIn('served'), words)[0]?.notes.join()).toContain('申请人 张*签收')
})

test('what was posted tells its day, its number and its address', () => {
  expect(caseFacts(servedBy('post'), words)[0]).toMatchObject({
    title: '3月12日交邮',
    notes: ['周敏　邮寄送达', '青石镇1号', '特快专递（EMS） EM123456789CN'],
  })
  const waiting = { ...requestIn('issued'), route: 'post' as const }
  expect(waitingSentence(waiting, null, words)).toBe('等答复书交邮')
})

test('what was refused tells why and who saw it, and names nobody in full', () => {
  const refused = { reason: '不服答复', witness: '王小五' }
  const [fact] = caseFacts(servedBy('inPerson', { refused }), words)
  expect(fact?.notes).toEqual(['周敏　拒绝签收，留置送达', '青石镇1号', '事由：不服答复；见证人 王**'])
})

test('says whom the request waits for', () => {
  expect(waitingSentence(requestIn('registered'), null, words)).toBe('等周敏审查受理')
  expect(waitingSentence(requestIn('submitted'), null, words)).toBe('等审核第 1 稿')
  expect(waitingSentence(requestIn('returned'), null, words)).toBe('等周敏修改答复稿')
  expect(waitingSentence(requestIn('served'), null, words)).toBeNull()
})

test('offers the next act, and says why the others cannot be done', () => {
  const offers = offersFor(requestIn('registered'), me)
  expect(offers.filter(offer => !offer.problem).map(({ id }) => id)).toEqual(['examine'])
  expect(offers.find(({ id }) => id === 'review')?.problem?.kind).toBe('statusForbids')
  const open = foldRequest(unsearched)!
  expect(mainOffer(open, offersFor(open, me))?.id).toBe('search')
  expect(mainOffer(requestIn('served'), offersFor(requestIn('served'), me))).toBeUndefined()
})

test('a reviewer may not review their own draft', () => {
  const both = { ...me, posts: ['clerk', 'reviewer'] as const }
  expect(offersFor(requestIn('submitted'), both).find(({ id }) => id === 'review')?.problem?.kind).toBe('fourEyes')
})

test('the reply and its proof of service exist from the issue on', () => {
  expect(papersOf(requestIn('submitted'))).toEqual(['F01', 'F03', 'slip', 'S06'])
  expect(papersOf(requestIn('issued'))).toEqual(['F01', 'F03', 'slip', 'S06', 'R01', 'S01'])
})

test('a reply that goes through the post has its record of posting and its envelope', () => {
  const posted = { ...requestIn('issued'), route: 'post' as const }
  expect(papersOf(posted).slice(-2)).toEqual(['S02', 'envelope'])
  // Asked for by post, then fetched at the counter.
  expect(papersOf({ ...requestIn('served'), route: 'post' })).not.toContain('envelope')
})

test('before the receipt is confirmed there is the form alone', () => {
  expect(papersOf(requestIn('unconfirmed'))).toEqual(['F01'])
  expect(papersOf(servedBy('post')).slice(-3)).toEqual(['R01', 'S02', 'envelope'])
  expect(papersOf(servedBy('email')).slice(-2)).toEqual(['R01', 'S01'])
})
