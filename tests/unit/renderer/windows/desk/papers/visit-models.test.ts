import { describe, expect, test } from 'vitest'
import type { VisitRecord } from '#shared/application/visits/visits'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { foldVisit } from '#shared/domain/visits/visit'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import type { StoredVisitFact } from '#shared/domain/visits/visit-state'
import { makeLetter } from '#shared/letters/make-letter'
import { visitModel, type VisitContext } from '../../../../../../renderer/windows/desk/papers/visit-models'
import { countyGovernment } from '../../../../../support/fake-desk/fake-office'
import { testFonts } from '../../../../../support/pdf/font-files'
import { extractText } from '../../../../../support/pdf/pdfium'
import {
  act,
  acts,
  asked,
  certified,
  copied,
  decided,
  forArchives,
  given,
  helped,
  returned,
  signedOut,
  today,
  unnamed,
  visitor,
} from '../../../../shared/domain/visits/acts-of-a-visit'

const context: VisitContext = {
  today,
  nameOf: () => '周敏',
  agency: countyGovernment,
  agencyAt: () => countyGovernment,
  topicNames: {},
}
const recordOf = (visit: VisitRecord['visit']): VisitRecord => ({
  visitId: '3f2a91c4-0000-4000-8000-000000000000' as VisitId,
  visit,
  needsNewerVersion: false,
  actsLeftOut: 0,
})
const after = (...facts: readonly StoredVisitFact[]) => recordOf(foldVisit(acts(facts))!)

async function printed(model: ReturnType<typeof visitModel>) {
  const made = await makeLetter(model!, testFonts())
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return { pages: made.value.pages, text: (await extractText(made.value.bytes)).join('').replace(/\s/gu, '') }
}

describe('S03', () => {
  test('says what went out and back, copies and help; who came is masked', async () => {
    const record = after(
      forArchives,
      asked(1),
      decided(1),
      given(1, 'archives'),
      returned(1),
      copied(1, { of: 'archives' }),
      helped,
      signedOut(),
    )
    const { pages, text } = await printed(visitModel({ paper: 'S03' }, record, context))
    expect(pages).toBe(1)
    for (const words of [
      '查阅编号：20260908-3f2a91c4',
      '张**',
      '110***********0014',
      '查档，婚姻登记档案',
      '1．云溪县人民政府公报2019年第1期',
      '09:20交出，09:25归还，完好',
      '复印3页',
      '代为朗读、大字打印',
      '09:05至09:40',
      '周敏',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain(visitor.name)
    expect(text).not.toContain(visitor.document.idNumber)
  })

  test('an unnamed reader who is still in has lines for the pen', async () => {
    const { text } = await printed(visitModel({ paper: 'S03' }, after(unnamed, given(1)), context))
    for (const words of ['未登记姓名', '未归还', '没有复制', '09:05至']) expect(text).toContain(words)
  })

  test('fifty papers run over to a second sheet, each of them named', async () => {
    const record = after(unnamed, ...Array.from({ length: 50 }, (_, n) => given(n + 1)))
    const { pages, text } = await printed(visitModel({ paper: 'S03' }, record, context))
    expect(pages).toBeGreaterThan(1)
    for (let n = 1; n <= 50; n++) expect(text).toContain(`${n}．云溪县人民政府公报2019年第${n}期`)
  })

  test('who was signed out a day later left on a day', () => {
    const leftOn = today
    const late = [
      act(1, [unnamed]),
      act(2, [signedOut({ leftOn }, '见值班日志')], { at: Date.parse('2026-09-09T01:00:00Z') }),
    ]
    expect(visitModel({ paper: 'S03' }, recordOf(foldVisit(late)!), context)).toMatchObject({ until: '2026年9月8日' })
  })
})

describe('档案证明', () => {
  const record = after(forArchives, asked(1, { relation: 'kin', proofs: ['kinship'] }), certified())
  const whole = recordOf(
    foldVisit([
      ...acts([forArchives, asked(1)]),
      ...acts([decided(1)]).map(each => ({ ...each, seq: 8, hlc: '000008' })),
      ...acts([certified()]).map(each => ({ ...each, seq: 9, hlc: '000009' })),
    ])!,
  )
  const asks = { paper: 'archivesCertificate', certificateNo: '云公开档〔2026〕1号' } as const

  test('full name, masked number, what the archive says, and the place for the seal', async () => {
    const { pages, text } = await printed(visitModel(asks, whole, context))
    expect(pages).toBe(1)
    for (const words of [
      '编号：云公开档〔2026〕1号',
      visitor.name,
      '110***********0014',
      'J123-1987-004-0216',
      '1987年10月1日登记结婚',
      '复制件2页，与原件核对无误',
      '办理不动产登记',
      '加盖印章处',
      '2026年9月8日',
      '第三十二条',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain(visitor.document.idNumber)
  })

  test('without a decision, under another number, or after erasure there is none', () => {
    expect(visitModel(asks, record, context)).toBeNull()
    expect(visitModel({ ...asks, certificateNo: '云公开档〔2026〕2号' }, whole, context)).toBeNull()
    expect(visitModel(asks, recordOf({ ...whole.visit, isErased: true }), context)).toBeNull()
    expect(visitModel(asks, whole, { ...context, agencyAt: () => undefined })).toBeNull()
  })

  test('keeps the agency of its own moment', () => {
    const renamed = { ...countyGovernment, name: '云溪县档案馆' }
    expect(visitModel(asks, whole, { ...context, agencyAt: () => renamed })).toMatchObject({
      agency: { name: '云溪县档案馆' },
      certifiedOn: '2026-09-08' as CivilDate,
    })
  })
})
