import { expect, test } from 'vitest'
import { readLawPack } from '#shared/domain/decisions/read-law-pack'
import { composeLetter } from '#shared/letters/compose-letter'
import { missingElements } from '#shared/letters/elements'
import type { ReplyLetterKind, ReplyModel } from '#shared/letters/reply-model'
import { makeLetter } from '#shared/letters/make-letter'
import { isReply } from '#shared/letters/wording/reply-body'
import { testFonts } from '../../../support/pdf/font-files'
import { lawPackFiles } from '../law-packs'
import { bare } from './made-letter'
import { sampleLetters } from './sample-letters'

const replies = Object.values(sampleLetters).filter(isReply)
const textOf = (model: ReplyModel) => bare(composeLetter(model, testFonts()).text)
const withAgency = (model: ReplyModel, part: Partial<ReplyModel['agency']>): ReplyModel => ({
  ...model,
  agency: { ...model.agency, ...part },
})

test('the net address of the reconsideration body is printed in every remedy where it is set', () => {
  expect(replies).toHaveLength(18)
  for (const model of replies) {
    const { reconsiderationBody } = model.agency
    const onlineAddress = 'https://fy.yunxi.example.gov.cn'
    const text = textOf(withAgency(model, { reconsiderationBody: { ...reconsiderationBody, onlineAddress } }))
    expect(text, model.letter).toContain(`（地址：${reconsiderationBody.address}；网上提交：${onlineAddress}）`)
    expect(textOf(model), model.letter).not.toContain('网上提交')
  }
})

const notIssued = { purpose: 'proof', letterNo: null } as const

test('a reply that goes by wire is refused without that address, unless it prints no remedy (行政复议法 art. 22(2))', () => {
  for (const model of replies) {
    for (const route of ['email', 'online'] as const) {
      expect(missingElements({ ...model, ...notIssued, route }), model.letter).toEqual(['reconsiderationOnline'])
      // What was issued before anybody asked, or for another route, stays printable as it went out.
      expect(missingElements({ ...model, route }), model.letter).toEqual([])
    }
    for (const route of ['collect', 'post', 'fax'] as const)
      expect(missingElements({ ...model, ...notIssued, route })).toEqual([])
    const leftOut = missingElements(
      withAgency({ ...model, ...notIssued, route: 'email' }, { remedyOfGrants: 'leftOut' }),
    )
    expect(leftOut).toEqual(['R01', 'R02'].includes(model.letter) ? [] : ['reconsiderationOnline'])
  }
})

test('only R01 and R02 may do without the remedies; whatever refuses anything states them', async () => {
  const without = replies.filter(model => !/行政复议/u.test(textOf(withAgency(model, { remedyOfGrants: 'leftOut' }))))
  expect(without.map(({ letter }) => letter)).toEqual<ReplyLetterKind[]>(['R01', 'R02'])
  for (const model of without) {
    const leftOut = withAgency(model, { remedyOfGrants: 'leftOut' })
    expect(textOf(leftOut)).not.toMatch(/救济途径|法院/u)
    expect(missingElements(leftOut)).toEqual([])
    expect((await makeLetter(leftOut, testFonts())).ok).toBe(true)
    expect(textOf(withAgency(model, { remedyOfGrants: 'printed' }))).toBe(textOf(model))
  }
})

test('planted: a law pack that would let a refusal do without its remedy is not read', () => {
  const [file] = Object.values(lawPackFiles()) as Record<string, unknown>[]
  for (const type of ['REFUSE_LAW', 'PARTIAL', 'NOT_EXIST', 'NO_SUCH_TYPE'])
    expect(readLawPack({ ...file, remedyMayBeLeftOut: [type] }), type).toEqual({
      ok: false,
      problem: { kind: 'lawPackUnreadable', field: 'remedyMayBeLeftOut' },
    })
  const { remedyMayBeLeftOut: _left, ...older } = file ?? {}
  expect(readLawPack(older)).toMatchObject({ ok: true, value: { remedyMayBeLeftOut: [] } })
})

test('a receipt prints the promise of the office beside the term of the law, and none where there is none', async () => {
  const { F03 } = sampleLetters
  const handledBy = F03.madeOn
  const pledge = { firstResponseHours: 72, handlingWorkingDays: 5, handledBy, certainty: 'final' } as const
  const text = bare(composeLetter({ ...F03, pledge }, testFonts()).text)
  expect(text).toContain('登记后72小时内首次回应，5个工作日内')
  expect(text).toContain('这是本机关的服务承诺，不改变上列法定答复期限。')
  expect(text).toContain('答复期限2026年10月12日（星期一）前（含当日）')
  expect(bare(composeLetter(F03, testFonts()).text)).not.toContain('承诺')
})
