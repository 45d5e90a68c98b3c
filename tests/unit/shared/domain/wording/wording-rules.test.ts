import { describe, expect, test } from 'vitest'
import { wordedLetters as onTheWire } from '#shared/contracts/worded-letters'
import { mayDoToOffice, type ActingOnOffice } from '#shared/domain/agencies/office-acts'
import { foldOffice } from '#shared/domain/agencies/office'
import type { OfficeFact } from '#shared/domain/agencies/office-facts'
import { malformation } from '#shared/contracts/facts'
import {
  programText,
  slotsOf,
  wordedLetters,
  wordingAt,
  type ChangedWording,
  type WordedLetter,
  type WordingSlot,
} from '#shared/domain/wording/office-wording'
import { longestWording, wordingFault, type WordingFault } from '#shared/domain/wording/wording-rules'
import type { PersonId } from '#shared/domain/requests/request-facts'

const opening = programText('R01', 'opening')
const contact = programText('R01', 'contact')

test('the contract and the domain name the same letters', () => {
  expect([...onTheWire]).toEqual([...wordedLetters])
})

test('the program keeps its own rules: its texts may stand where they stand', () => {
  const texts = wordedLetters.flatMap(letter => slotsOf(letter).map(slot => ({ letter, slot })))
  expect(texts.length).toBe(18 * 4 + 3 + 1)
  for (const { letter, slot } of texts) expect(wordingFault(letter, slot, programText(letter, slot))).toBeUndefined()
})

const may: readonly (readonly [string, WordedLetter, WordingSlot, string])[] = [
  ['the opening in another order', 'R12', 'opening', `你好。${opening}`],
  ['an article on which this letter rests', 'R12', 'reasons', '依照《条例》第三十六条第四项，{理由}'],
  ['the same in digits', 'R12', 'reasons', '依照《条例》第36条第4项，{理由}'],
  ['the article without its item', 'R12', 'reasons', '依照《条例》第三十六条，{理由}'],
  ['the term of any reply', 'R13', 'reasons', '依照《条例》第三十三条第二款，{理由}'],
  ['paragraph of an article without any', 'R04', 'reasons', '依照《条例》第十四条第一款，{理由}'],
  ['a closing left empty', 'R01', 'closing', ''],
  ['a closing of its own', 'R01', 'closing', '感谢{称呼}对政府信息公开工作的关心和支持'],
  ['the reason of a transfer in other words', 'S04', 'reasons', '之所以转送：{理由}'],
  ['office hours and a supervision line', 'R01', 'contact', `${contact}；监督电话：0571-88880009（工作日9时至17时）`],
]
test.each(may)('%s may stand', (_what, letter, slot, text) => {
  expect(wordingFault(letter, slot, text)).toBeUndefined()
})

const faults: readonly (readonly [string, WordedLetter, WordingSlot, string, WordingFault['kind']])[] = [
  [
    'the short name of the Regulation before a transfer has defined it',
    'S04',
    'reasons',
    '依《条例》，{理由}',
    'lawNotOfLetter',
  ],
  ['an empty opening', 'R01', 'opening', ' 　', 'textMissing'],
  ['too long', 'R01', 'closing', '甲'.repeat(longestWording + 1), 'textTooLong'],
  ['an emoji', 'R01', 'closing', '谢谢😀', 'characterNotAllowed'],
  ['a line end', 'R01', 'closing', '一\n二', 'characterNotAllowed'],
  ['the request number taken out', 'R01', 'opening', opening.replace('{登记编号}', ''), 'placeMissing'],
  ['the regulation taken out', 'R01', 'opening', opening.replace('{条例}', '有关规定'), 'placeMissing'],
  ['the reasons taken out', 'R09', 'reasons', '理由见上。', 'placeMissing'],
  ['the telephone taken out', 'R01', 'contact', '联系部门：{联系部门}；地址：{机关地址}', 'placeMissing'],
  ['the reasons twice', 'R01', 'reasons', '{理由}{理由}', 'placeTwice'],
  ['a place nobody knows', 'R01', 'closing', '{证件号码}', 'placeUnknown'],
  ['a place of another text', 'R01', 'closing', '{收到日期}', 'placeUnknown'],
  ['an open brace', 'R01', 'closing', '感谢{称呼', 'braceAlone'],
  ['a full-width brace', 'R01', 'closing', '感谢｛称呼｝', 'braceAlone'],
  ['the item of another letter', 'R12', 'reasons', '依照《条例》第三十六条第五项，{理由}', 'articleNotOfLetter'],
  [
    'the item of another letter in digits',
    'R12',
    'reasons',
    '依照《条例》第３６条第（5）项，{理由}',
    'articleNotOfLetter',
  ],
  ['an article of another letter', 'R01', 'closing', '请见《条例》第十六条', 'articleNotOfLetter'],
  ['an article that does not exist', 'R01', 'closing', '请见《条例》第一百二十条', 'articleNotOfLetter'],
  ['another law', 'R01', 'closing', '请见《中华人民共和国档案法》', 'lawNotOfLetter'],
  ['an identity number', 'R01', 'closing', '经办人 110101190001010014', 'identityNumber'],
  ['one with blanks and full width', 'R01', 'closing', '１１０１０１ 19000101 001Ｘ', 'identityNumber'],
  ['another remedy', 'R01', 'closing', '不服的可以向县政府申请行政复议', 'saysElement'],
  ['another court', 'R01', 'closing', '由市中级人民法院管辖', 'saysElement'],
  ['another term', 'R01', 'closing', '请在三十日内领取', 'saysElement'],
  ['another day', 'R01', 'opening', opening.replace('{收到日期}', '{收到日期}（2026年9月1日）'), 'saysElement'],
  ['another decision', 'R01', 'closing', '上述信息不予公开', 'saysElement'],
  ['another result', 'R01', 'reasons', '信息不存在，{理由}', 'saysElement'],
]
test.each(faults)('%s is refused', (_what, letter, slot, text, kind) => {
  expect(wordingFault(letter, slot, text)?.kind).toBe(kind)
})

describe('as acts of the office', () => {
  const administrator: ActingOnOffice = {
    actor: 'p-1' as PersonId,
    role: 'administrator',
    posts: ['administrator'],
    isFirstPerson: false,
  }
  const head: ActingOnOffice = { ...administrator, role: 'head', posts: ['head'] }
  const established: OfficeFact = { type: 'office.established@1', open: { name: '云县查阅中心', placeCode: 'YX' } }
  const worded = (version: number, texts: ChangedWording['texts'], letter: WordedLetter = 'R01'): OfficeFact => ({
    type: 'wording.changed@1',
    open: { letter, version, texts },
  })
  const office = (...facts: readonly OfficeFact[]) =>
    foldOffice(
      [established, ...facts].map((fact, index) => ({
        seq: index + 1,
        chain: 'a',
        hlc: String(index + 1).padStart(4, '0'),
        at: index,
        actor: 'p-1' as PersonId,
        role: 'administrator',
        facts: [fact],
      })),
    )
  const kindOf = (may: ReturnType<typeof mayDoToOffice>) => (may.ok ? 'ok' : may.problem.kind)

  test('versions follow each other, and the head may write them too', () => {
    const first = worded(1, { closing: '谢谢' })
    expect(malformation(first)).toBeNull()
    expect(kindOf(mayDoToOffice(office(), [first], administrator))).toBe('ok')
    expect(kindOf(mayDoToOffice(office(), [first], head))).toBe('ok')
    expect(kindOf(mayDoToOffice(office(), [first], { ...head, role: 'clerk', posts: ['clerk'] }))).toBe('postNeeded')
    expect(kindOf(mayDoToOffice(office(), [worded(2, { closing: '谢谢' })], head))).toBe('wordingOutOfTurn')
    expect(kindOf(mayDoToOffice(office(first), [first], head))).toBe('wordingOutOfTurn')
    expect(kindOf(mayDoToOffice(office(first), [worded(2, { closing: '谢谢' })], head))).toBe('wordingUnchanged')
    expect(kindOf(mayDoToOffice(office(first), [worded(2, {})], head))).toBe('ok')
    expect(kindOf(mayDoToOffice(office(), [first, worded(1, { closing: '谢谢' }, 'R02')], head))).toBe('ok')
  })

  test('what breaks an element is refused by main, whoever sends it', () => {
    const broken = worded(1, { opening: '关于你的申请，答复如下：' })
    expect(mayDoToOffice(office(), [broken], administrator)).toMatchObject({
      ok: false,
      problem: { kind: 'wordingUnfit', slot: 'opening', fault: { kind: 'placeMissing' } },
    })
    expect(kindOf(mayDoToOffice(office(), [worded(1, { opening }, 'F03')], head))).toBe('wordingSlotUnknown')
    expect(malformation({ type: 'wording.changed@1', open: { letter: 'R07', version: 1, texts: {} } })).not.toBeNull()
    expect(
      malformation({ type: 'wording.changed@1', open: { letter: 'R01', version: 1, texts: { remedy: '无' } } }),
    ).not.toBeNull()
  })

  test('a letter has the wording of its moment, and a reset goes back to the program', () => {
    const { wordings = [] } =
      office(worded(1, { closing: '一' }), worded(2, { closing: '二' }), worded(3, {}), worded(1, {}, 'R02')) ?? {}
    expect(wordingAt(wordings, 'R01', '0001')).toBeUndefined()
    expect(wordingAt(wordings, 'R01', '0002')).toEqual({ version: 1, texts: { closing: '一' } })
    expect(wordingAt(wordings, 'R01', '0003')).toEqual({ version: 2, texts: { closing: '二' } })
    expect(wordingAt(wordings, 'R01', '0004')).toBeUndefined()
    expect(wordingAt(wordings, 'R01')).toBeUndefined()
    expect(wordings).toHaveLength(4)
    expect(wordings[1]).toMatchObject({ version: 2, by: { actor: 'p-1', hlc: '0003' } })
  })
})
