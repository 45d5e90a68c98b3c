import { describe, expect, test } from 'vitest'
import { foldDocument } from '#shared/domain/catalogue/document'
import { catalogueDocument, changeDocument, type DocumentEdit } from '#shared/domain/catalogue/document-changes'
import { foldVisit } from '#shared/domain/visits/visit'
import type { VisitFact } from '#shared/domain/visits/visit-facts'
import { documentConflictWords } from '../../../../renderer/case-parts/document-conflict-words'
import { visitConflictWords } from '../../../../renderer/case-parts/visit-conflict-words'
import { translatorFor } from '../../../../renderer/i18n/translator'
import { actOf, published } from '../../shared/domain/catalogue/documents'
import { day } from '../../shared/domain/published-calendars'
import {
  act,
  acts,
  asked,
  certified,
  copied,
  corrected,
  decided,
  forArchives,
  given,
  identified,
  returned,
  signedOut,
  unnamed,
  visitor,
} from '../../shared/domain/visits/acts-of-a-visit'

const around = { nameOf: () => '李四', translator: translatorFor('zh-CN') }

describe('a document on which two machines differ', () => {
  const base = [actOf(1, catalogueDocument(published, '第一条'))]
  const seen = { ...foldDocument(base)!, body: '第一条' }
  /** Both had seen what was catalogued, and nothing of each other. */
  const linesOf = (here: DocumentEdit, there: DocumentEdit) => {
    const both = foldDocument([...base, actOf(2, changeDocument(seen, here)!), actOf(3, changeDocument(seen, there)!)])!
    return both.conflicts.map(conflict => documentConflictWords(conflict, both, around).at(-1))
  }

  test.each<[what: string, here: DocumentEdit, there: DocumentEdit, line: string]>([
    ['a word', { set: { genre: '意见' } }, { set: { genre: '批复' } }, '现在是：批复；那边写的是：意见。'],
    [
      'a value that was taken away',
      { set: { genre: null } },
      { set: { genre: '批复' } },
      '现在是：批复；那边写的是：空。',
    ],
    [
      'a choice',
      { set: { validity: 'REPEALED' } },
      { set: { validity: 'EXPIRED' } },
      '现在是：失效；那边写的是：废止。',
    ],
    [
      'a day',
      { set: { validFrom: day('2026-04-01') } },
      { set: { validFrom: day('2026-05-01') } },
      '现在是：2026年5月1日；那边写的是：2026年4月1日。',
    ],
    [
      'a title that looks like a day, as it was typed',
      { words: { title: '2026-03-02' } },
      { words: { title: '2026-03-03' } },
      '现在是：2026-03-03；那边写的是：2026-03-02。',
    ],
    [
      'a text, by its length and place',
      { text: '第一条 甲' },
      { text: '第一条 乙乙' },
      '现在是：一版 6 字的正文（账本第 3 条）；那边写的是：一版 5 字的正文（账本第 2 条）。',
    ],
  ])('%s is said with both values', (_what, here, there, line) => {
    expect(linesOf(here, there)).toEqual([line])
  })

  test('an act without effect is named, with its day and who did it', () => {
    const twice = foldDocument([...base, actOf(2, catalogueDocument(published))])!
    const [line] = documentConflictWords(twice.conflicts[0]!, twice, around)
    expect(line).toContain('李四的一步（编目）没有生效')
  })
})

describe('a visit on which two windows crossed', () => {
  /** The last act had no effect. */
  const linesOf = (...facts: readonly VisitFact[]) => {
    const visit = foldVisit(acts(facts))!
    expect(visit.conflicts).toHaveLength(1)
    return visitConflictWords(visit.conflicts[0]!, visit, around)
  }
  const toPublic = forArchives

  test.each<[what: string, facts: readonly VisitFact[], line: string]>([
    [
      'an item under a number that was given',
      [unnamed, given(1), { ...given(1), personal: { title: '年鉴' } } as VisitFact],
      '没有采用的是：第 1 件《年鉴》（主动公开）；现在是：第 1 件《云溪县人民政府公报2019年第1期》（主动公开）。',
    ],
    [
      'an item that came back already',
      [unnamed, given(1), returned(1), { type: 'visit.itemReturned@1', open: { itemNo: 1, state: 'damaged' } }],
      '没有采用的是：第 1 件已还，有损坏；现在是：第 1 件已还，完好。',
    ],
    [
      'copies under a number that was counted',
      [unnamed, copied(1), copied(1, { pages: 5 })],
      '没有采用的是：第 1 次：复印 5 页；现在是：第 1 次：复印 3 页。',
    ],
    [
      'a second leaving',
      [unnamed, signedOut(), signedOut({ result: 'notFound' })],
      '没有采用的是：没有查到；现在是：查到。',
    ],
    [
      'a second coming, the visitor masked',
      [toPublic, unnamed],
      '没有采用的是：未登记姓名，国土资源、能源；现在是：张**，查档：婚姻登记档案。',
    ],
    [
      'a second application under one number',
      [forArchives, asked(1), asked(1, { relation: 'unit', proofs: ['introduction'] })],
      '没有采用的是：第 1 项申请：婚姻登记档案，单位；现在是：第 1 项申请：婚姻登记档案，本人。',
    ],
    [
      'a second decision',
      [forArchives, asked(1), decided(1), decided(1, 'refuse', '未到期')],
      '没有采用的是：不予提供；现在是：提供利用。',
    ],
    [
      'a certificate of what is not shown, where there is none',
      [forArchives, asked(1), certified()],
      '没有采用的是：云公开档〔2026〕1号；现在是：没有这一项。',
    ],
    [
      'an identity shown after the leaving',
      [unnamed, signedOut(), identified],
      '没有采用的是：张**；现在是：未登记姓名。',
    ],
  ])('%s', (_what, facts, line) => {
    expect(linesOf(...facts)).toEqual([expect.stringContaining('没有生效，留待核对'), line])
  })

  test('a correction that replaced what its writer had not seen names both, the visitor masked', () => {
    const { document } = visitor
    const unseen = { visitor: 'other/1', 'pages/1': 'other/2', stillHere: 'other/3', 'itemState/1': 'other/4' }
    const fact = {
      ...corrected(
        { copies: { copyNo: 1, pages: 5 }, stillHere: true, item: { itemNo: 1, isOut: true } },
        { visitor: { name: '李四', document } },
      ),
      base: unseen,
    } as VisitFact
    expect(linesOf(unnamed, identified, given(1), returned(1), copied(1), signedOut(), fact)).toEqual([
      expect.stringContaining('更正时，没有看到别处先前的登记'),
      '来访人现在是：李*；先写的是：张**。',
      '第 1 件的归还现在是：没有还；先写的是：完好。',
      '第 1 次复制的页数现在是：5；先写的是：3。',
      '离开现在是：还在室内；先写的是：查到。',
    ])
  })

  test('what puts no value in the place of another says what happened and no more', () => {
    const visit = foldVisit([
      ...acts([unnamed, signedOut()]),
      act(3, [{ type: 'visit.helpGiven@1', open: { helps: ['signed'] } }]),
    ])!
    const lines = visitConflictWords(visit.conflicts[0]!, visit, around)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('李四的一步（记帮助）没有生效')
  })
})
