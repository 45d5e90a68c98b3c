import { describe, expect, test } from 'vitest'
import { formatDay } from '#shared/domain/calendar/civil-date'
import {
  placesOf,
  programText,
  slotsOf,
  wordedLetters,
  type OfficeWording,
  type WordedLetter,
} from '#shared/domain/wording/office-wording'
import { wordingFault } from '#shared/domain/wording/wording-rules'
import { composeLetter } from '#shared/letters/compose-letter'
import { missingElements, requiredElements, type ElementId } from '#shared/letters/elements'
import type { LetterModel, ModelOf } from '#shared/letters/letter-model'
import { makeLetter } from '#shared/letters/make-letter'
import { CHANNEL } from '#shared/letters/wording/channel-words'
import { REGULATION_DEFINED } from '#shared/letters/wording/law'
import { isReply } from '#shared/letters/wording/reply-body'
import { remedyClause } from '#shared/letters/wording/remedy-clause'
import { testFonts } from '../../../support/pdf/font-files'
import { bare } from './made-letter'
import { day, sampleLetters } from './sample-letters'

/** Every text in other words and in another order, as an office might have it. */
const officeTexts = {
  opening:
    '{称呼}好。关于{申请内容}的申请（登记编号{登记编号}，{提交方式}），本机关于{收到日期}收到。依照{条例}，现{答复或告知}如下：',
  reasons: '本机关的理由说明如下：{理由}',
  closing: '感谢对政府信息公开工作的支持',
  contact: '来人请到{机关地址}；来电请拨{联系电话}；接待科室：{联系部门}；监督电话：0571-8888 0009',
} as const

const wordingFor = (letter: WordedLetter): OfficeWording => ({
  version: 3,
  texts: Object.fromEntries(slotsOf(letter).map(slot => [slot, officeTexts[slot]])),
})

const worded = (letter: WordedLetter): LetterModel =>
  ({ ...sampleLetters[letter], wording: wordingFor(letter) }) as LetterModel // the letter and its model belong together

/** What the letter must say and this text does not. */
function absentFrom(text: string, model: LetterModel): ElementId[] {
  const elements = requiredElements[model.letter] as readonly {
    id: ElementId
    given: (model: LetterModel) => readonly string[]
  }[]
  return elements
    .filter(({ id }) => !STRUCTURAL.has(id))
    .filter(({ given }) => !given(model).every(part => text.includes(bare(inWords(part)))))
    .map(({ id }) => id)
}
const inWords = (part: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(part) ? formatDay(day(part)) : part)
const STRUCTURAL: ReadonlySet<ElementId> = new Set<ElementId>(['channel', 'form', 'withheldGround', 'searchPeriod'])

const textOf = (model: LetterModel): string => bare(composeLetter(model, testFonts()).text)

test('the texts of this test may be recorded', () => {
  for (const letter of wordedLetters)
    for (const slot of slotsOf(letter)) expect(wordingFault(letter, slot, officeTexts[slot]), letter).toBeUndefined()
})

describe.each(wordedLetters)('%s in the words of the office', letter => {
  const model = worded(letter)

  test('still carries every enforced element, and the words of the office', async () => {
    const made = await makeLetter(model, testFonts())
    expect(made.ok).toBe(true)
    const text = textOf(model)
    expect(absentFrom(text, model)).toEqual([])
    expect(text).toContain(bare(officeTexts.closing))
    expect(text).toContain(CHANNEL[(model as ModelOf<'F03'>).channel])
    if (!isReply(model)) return
    expect(text).toContain(bare(REGULATION_DEFINED))
    for (const clause of remedyClause(model)) expect(text).toContain(bare(clause))
    expect(text).toContain('接待科室')
  })

  test('says the same decision, search and law as in the words of the program', () => {
    const program = composeLetter(sampleLetters[letter], testFonts()).text.split('\n')
    const office = composeLetter(model, testFonts()).text.split('\n')
    const changed = slotsOf(letter).length * (letter === 'S04' ? 2 : 1) // two letters in one file
    const kept = program.filter(line => office.includes(line))
    expect(kept.length).toBeGreaterThanOrEqual(program.length - changed)
  })

  test.each(slotsOf(letter).flatMap(slot => placesOf[slot].needed.map(place => ({ slot, place }))))(
    'planted: without {$place} in $slot it is caught by the text and refused by name',
    async ({ slot, place }) => {
      const broken = officeTexts[slot].replace(`{${place}}`, '')
      expect(wordingFault(letter, slot, broken)).toMatchObject({ kind: 'placeMissing', place })
      const planted = { ...model, wording: { version: 4, texts: { ...wordingFor(letter).texts, [slot]: broken } } }
      const made = await makeLetter(planted as LetterModel, testFonts())
      expect(made).toMatchObject({ ok: false, problem: { kind: 'elementMissing', letter } })
      const [lost] = missingElements(planted as LetterModel)
      expect(lost).toBeDefined()
      const text = textOf(planted as LetterModel)
      const isSeen =
        absentFrom(text, model).length > 0 ||
        !text.includes(CHANNEL[(model as ModelOf<'F03'>).channel]) ||
        !text.includes(bare(REGULATION_DEFINED))
      // Department, telephone and address stand nowhere else; a request number or a day could be said a second time.
      expect(isSeen, `${letter} without ${place}`).toBe(true)
    },
  )
})

test('the subject of the file names the version', async () => {
  const { subject } = composeLetter(worded('R12'), testFonts())
  expect(subject).toMatch(/^R12 \S+ \S+ office-3$/)
  expect(composeLetter(sampleLetters.R12, testFonts()).subject).not.toContain('office')
})

test('what an element says is never read as a place of its own', () => {
  const model = { ...sampleLetters.R12, reasons: '申请写的是{登记编号}', description: '{理由}' }
  const text = textOf(model)
  expect(text).toContain('申请写的是{登记编号}')
  expect(text).toContain('“{理由}”')
})

test('a text that is left out keeps the words of the program', () => {
  const model = { ...sampleLetters.R01, wording: { version: 1, texts: { closing: '谢谢' } } }
  const program = composeLetter(sampleLetters.R01, testFonts()).text.split('\n')
  const office = composeLetter(model, testFonts()).text.split('\n')
  expect(office.filter(line => !program.includes(line))).toEqual(['谢谢。'])
  expect(programText('R01', 'closing')).toBe('')
})
