import { describe, expect, test } from 'vitest'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { formatDay } from '#shared/domain/calendar/civil-date'
import { composeLetter } from '#shared/letters/compose-letter'
import { missingElements, requiredElements, type ElementId } from '#shared/letters/elements'
import type { LetterKind, LetterModel } from '#shared/letters/letter-model'
import { makeLetter } from '#shared/letters/make-letter'
import { testFonts } from '../../../support/pdf/font-files'
import { letterPaths, replyPaths } from './letter-element-paths'
import { bare } from './made-letter'
import { day, sampleLetters } from './sample-letters'
import { sampleReplies } from './sample-replies'
import { wholeLetters } from './whole-letters'

const kinds = Object.keys(requiredElements) as LetterKind[]

interface Sample {
  readonly name: string
  readonly model: LetterModel
  readonly places: Partial<Record<ElementId, readonly string[]>>
}
const secretPart = {
  what: '方案附件三',
  ground: 'REFUSE_STATE_SECRET',
  reason: '该部分已依法确定为国家秘密',
  secrecyReference: '云国密定〔2024〕7号',
} as const
const notIssued = { purpose: 'proof', letterNo: null } as const
/** 行政复议法 art. 22(2): such a reply tells the net address of the reconsideration body. */
const reachedByWire = (agency: Agency): Agency => ({
  ...agency,
  reconsiderationBody: { ...agency.reconsiderationBody, onlineAddress: 'https://fy.yunxi.example.gov.cn' },
})
const samples: readonly Sample[] = [
  ...kinds.map(letter => ({ name: letter, model: wholeLetters[letter], places: letterPaths[letter] })),
  {
    name: 'R13 where no agency can be named',
    model: { ...sampleReplies.R13, elsewhere: { unknownBecause: '原县农机站已撤销，职能去向没有文件规定' } },
    places: { ...replyPaths, elsewhereUnknown: ['elsewhere.unknownBecause'] },
  },
  {
    name: 'R03 where a part is a state secret',
    model: { ...sampleReplies.R03, search: null, withheld: [secretPart] },
    places: { ...replyPaths, secrecyReference: ['withheld.0.secrecyReference'] },
  },
  ...Object.values(sampleReplies).map(reply => ({
    name: `${reply.letter} that goes by wire`,
    model: { ...reply, ...notIssued, route: 'email' as const, agency: reachedByWire(reply.agency) },
    places: { reconsiderationOnline: ['agency.reconsiderationBody.onlineAddress'] },
  })),
  {
    name: 'S01 of what was sent over the wire',
    model: {
      ...sampleLetters.S01,
      way: 'email',
      place: 'zhang@example.com',
      received: null,
      sent: { on: day('2026-10-14') },
    },
    places: {
      agencyName: ['agency.name'],
      requestNo: ['requestNo'],
      documentTitle: ['documentTitle'],
      documentNo: ['documentNo'],
      addressee: ['addressee'],
      place: ['place'],
      way: ['way'],
      deliveredBy: ['deliveredBy'],
      servedOn: ['sent.on'],
      madeOn: ['madeOn'],
    },
  },
]
const elementsOf = ({ model }: Sample) => requiredElements[model.letter]
const pairs = samples.flatMap(sample => Object.keys(sample.places))
console.log(`letter x element pairs: ${pairs.length}`)

test('there are elements to check, and each has its place in the model', () => {
  expect(pairs.length).toBeGreaterThan(0)
  for (const letter of kinds) {
    const places = samples.filter(({ model }) => model.letter === letter).flatMap(sample => Object.keys(sample.places))
    expect([...new Set(places)].toSorted(), letter).toEqual(requiredElements[letter].map(({ id }) => id).toSorted())
  }
  for (const { name, model } of samples) expect(missingElements(model), name).toEqual([])
})

describe.each(samples)('$name', sample => {
  const { model: whole, places } = sample
  const { letter } = whole
  test.each(Object.entries(places))('without %s it is refused by name', async (id, paths) => {
    expect(paths.length).toBeGreaterThan(0)
    for (const path of paths) {
      for (const nothing of ['', ' 　\n', undefined]) {
        const model = path
          .split('+')
          .reduce((model, part) => without(model, part.split('.'), nothing), whole as unknown)
        const made = await makeLetter(model as LetterModel, testFonts())
        const named = made.ok ? [] : missingElements(model as LetterModel)
        expect(made, `${path} = ${JSON.stringify(nothing)}`).toMatchObject({
          ok: false,
          problem: { kind: 'elementMissing', letter },
        })
        expect(named).toContain(id)
      }
    }
  })

  test('every element is on the page, not only in the model', () => {
    const text = bare(composeLetter(whole, testFonts()).text)
    for (const { id, given } of elementsOf(sample)) {
      if (STRUCTURAL.has(id)) continue
      for (const part of (given as (model: LetterModel) => readonly string[])(whole)) {
        expect(text, id).toContain(bare(/^\d{4}-\d{2}-\d{2}$/.test(part) ? formatDay(day(part)) : part))
      }
    }
  })
})

/** Given as codes or sums; their words are checked in printed-words.test.ts. */
const STRUCTURAL: ReadonlySet<ElementId> = new Set<ElementId>([
  ...(['channel', 'form', 'way', 'receivedAs', 'tally', 'searchPeriod', 'withheldGround'] as const),
  ...(['applicantType', 'readBack', 'decision', 'labelPlace'] as const),
])

function without(value: unknown, path: readonly string[], nothing: string | undefined): unknown {
  const [step, ...rest] = path
  if (step === undefined) return Array.isArray(value) ? [] : nothing
  if (Array.isArray(value))
    return value.map((item, index) => (index === Number(step) ? without(item, rest, nothing) : item))
  const record = value as Record<string, unknown>
  return { ...record, [step]: without(record[step], rest, nothing) }
}
