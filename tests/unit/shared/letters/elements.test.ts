import { describe, expect, test } from 'vitest'
import { formatDay } from '#shared/domain/calendar/civil-date'
import { composeLetter } from '#shared/letters/compose-letter'
import { missingElements, requiredElements, type ElementId } from '#shared/letters/elements'
import type { LetterKind, LetterModel } from '#shared/letters/letter-model'
import { makeLetter } from '#shared/letters/make-letter'
import { testFonts } from '../../../support/pdf/font-files'
import { formPaths } from './form-element-paths'
import { bare } from './made-letter'
import { day, sampleLetters } from './sample-letters'
import { sampleReplies } from './sample-replies'

/** Where in the model each element lives: a dotted path, several where it has parts of which each is needed. */
const reply = {
  agencyName: ['agency.name'],
  letterNo: ['letterNo'],
  addressee: ['applicantName'],
  requestNo: ['requestNo'],
  channel: ['channel'],
  receivedOn: ['receivedOn'],
  description: ['description'],
  reasons: ['reasons'],
  reconsiderationBody: ['agency.reconsiderationBody.name'],
  reconsiderationAddress: ['agency.reconsiderationBody.address'],
  court: ['agency.court.name'],
  courtAddress: ['agency.court.address'],
  contactName: ['agency.contactName'],
  contactPhone: ['agency.contactPhone'],
  agencyAddress: ['agency.address'],
  issuedOn: ['issuedOn'],
}
const found = {
  searchedOn: ['search.searchedOn'],
  searchPlaces: ['search.places', 'search.places.0'],
  searchResult: ['search.result'],
}
const handedOver = {
  form: ['medium', 'route'],
  attachments: ['attachments', 'attachments.0.title', 'attachments.0.pages'],
}
const law = { lawTitle: ['law.title'], lawArticle: ['law.article'] }
const elsewhere = { elsewhereName: ['elsewhere.name'], elsewhereContact: ['elsewhere.contact'] }
const earlier = { earlierLetterNo: ['earlier.letterNo'], earlierOn: ['earlier.on'] }

const paths: Record<LetterKind, Partial<Record<ElementId, readonly string[]>>> = {
  F03: {
    agencyName: ['agency.name'],
    requestNo: ['requestNo'],
    channel: ['channel'],
    addressee: ['applicantName'],
    receivedOn: ['receivedOn'],
    dueOn: ['due.dueOn'],
    description: ['description'],
    form: ['medium', 'route'],
    itemsHandedOver: ['itemsHandedOver', 'itemsHandedOver.0'],
    contactName: ['agency.contactName'],
    clerk: ['clerkName'],
    contactPhone: ['agency.contactPhone'],
    agencyAddress: ['agency.address'],
    queryCode: ['queryCode'],
    madeOn: ['madeOn'],
  },
  slip: {
    agencyName: ['agency.name'],
    requestNo: ['requestNo'],
    dueOn: ['due.dueOn'],
    startedOn: ['due.startedOn'],
    tally: ['due.tally.holidays'],
    proof: ['due.proof'],
    notices: ['due.proof.12.notice'],
    clerk: ['clerkName'],
    madeOn: ['madeOn'],
  },
  R01: { ...reply, ...found, ...handedOver },
  R02: {
    ...reply,
    publishedTitle: ['published', 'published.1.title'],
    publishedWhere: ['published', 'published.0.where', 'published.1.where'],
  },
  R03: {
    ...reply,
    ...found,
    ...handedOver,
    withheldWhat: ['withheld', 'withheld.0.what'],
    withheldGround: ['withheld', 'withheld.2.ground'],
    withheldLaw: ['withheld.1.law.title', 'withheld.1.law.article'],
    withheldReason: ['withheld', 'withheld.1.reason'],
  },
  R04: { ...reply, secrecyReference: ['secrecyReference'] },
  R05: { ...reply, ...found, ...law },
  R06: { ...reply, ...found },
  R08: { ...reply, ...found },
  R09: { ...reply, ...found },
  R10: { ...reply, ...found },
  R11: { ...reply, ...law, ...elsewhere },
  R12: {
    ...reply,
    ...found,
    searcher: ['search.searcherName'],
    searchWords: ['search.words', 'search.words.0'],
    searchPeriod: ['search.periodFrom+search.periodTo'],
    unitsAsked: ['search.unitsAsked'],
  },
  R13: { ...reply, ...elsewhere },
  R14: { ...reply, ...found },
  R16: { ...reply, ...elsewhere },
  R17: { ...reply, ...earlier },
  R18: { ...reply, obtainable: ['obtainable'] },
  R20: { ...reply, ...earlier },
  R23: { ...reply, ...elsewhere, formedOn: ['archives.formedOn'], movedOn: ['archives.movedOn'] },
  S01: {
    agencyName: ['agency.name'],
    requestNo: ['requestNo'],
    documentTitle: ['documentTitle'],
    documentNo: ['documentNo'],
    addressee: ['addressee'],
    place: ['place'],
    way: ['way'],
    deliveredBy: ['deliveredBy'],
    receivedBy: ['received.by'],
    receivedAs: ['received.as'],
    servedOn: ['received.on'],
    refusalReason: ['refused.reason'],
    witness: ['refused.witness'],
    madeOn: ['madeOn'],
  },
  recovery: {
    officeName: ['officeName'],
    workstation: ['workstation'],
    recoveryKey: ['keyGroups', 'keyGroups.0'],
    madeOn: ['madeOn'],
  },
  mediumSlip: {
    officeName: ['officeName'],
    documentNo: ['mediumNo'],
    documentTitle: ['folder'],
    receivedBy: ['receiver'],
    deliveredBy: ['handedOverBy'],
    proof: ['digest'],
    madeOn: ['madeOn'],
  },
  ...formPaths,
}

const whole: { readonly [K in LetterKind]: LetterModel } = {
  ...sampleLetters,
  S01: {
    ...sampleLetters.S01,
    received: { by: '张㛃䶮', as: 'applicant', on: day('2026-10-14') },
    refused: { reason: '认为答复不当', witness: '何立群', on: day('2026-10-14') },
  },
}

const kinds = Object.keys(requiredElements) as LetterKind[]

interface Sample {
  readonly name: string
  readonly model: LetterModel
  readonly places: Partial<Record<ElementId, readonly string[]>>
}
const samples: readonly Sample[] = [
  ...kinds.map(letter => ({ name: letter, model: whole[letter], places: paths[letter] })),
  {
    name: 'R13 where no agency can be named',
    model: { ...sampleReplies.R13, elsewhere: { unknownBecause: '原县农机站已撤销，职能去向没有文件规定' } },
    places: { ...reply, elsewhereUnknown: ['elsewhere.unknownBecause'] },
  },
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

/** Given as codes or sums; their words are checked below. */
const STRUCTURAL: ReadonlySet<ElementId> = new Set<ElementId>([
  ...(['channel', 'form', 'way', 'receivedAs', 'tally', 'searchPeriod', 'withheldGround'] as const),
  ...(['applicantType', 'readBack', 'decision', 'labelPlace'] as const),
])

test('codes are printed in words', () => {
  const text = (letter: LetterKind) => bare(composeLetter(whole[letter], testFonts()).text)
  expect(text('F03')).toContain('当面提交')
  expect(text('F03')).toContain('纸质，当面领取')
  expect(text('R01')).toContain('提供形式为纸质复制件，由你当面领取')
  expect(text('R12')).toContain('2018年1月至2021年12月形成的信息')
  expect(text('S01')).toContain('直接送达')
  expect(text('S01')).toContain('申请人本人')
  const sent = { ...sampleLetters.S01, way: 'email', received: null, sent: { on: day('2026-10-14') } } as const
  const mailed = bare(composeLetter(sent, testFonts()).text)
  expect(mailed).toContain('电子送达（电子邮件）')
  expect(mailed).toContain('发出日期2026年10月14日')
  expect(mailed).toContain('无人签收')
  expect(mailed).not.toContain('签收日期为送达日期')
  expect(text('slip')).toContain('38自然日－4周末－10放假－4暂停＝20个工作日')
})

test('a receipt for twenty people names all of them, and its code stays whole', async () => {
  const names = Array.from(
    { length: 20 },
    (_none, n) => `欧阳建国${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${n < 10 ? '' : '之'}`,
  )
  const made = await makeLetter({ ...sampleLetters.F03, applicantName: names.join('、') }, testFonts())
  const text = made.ok ? bare(made.value.text) : ''
  for (const name of names) expect(text).toContain(name)
  expect(text).toContain(bare(sampleLetters.F03.queryCode))
})

test('a receipt, a slip and a proof of service have no remedy clause', () => {
  for (const letter of ['F03', 'slip', 'S01'] as const) {
    expect(composeLetter(whole[letter], testFonts()).text).not.toMatch(/行政复议|行政诉讼/)
  }
})

test('a provisional due date says so on receipt and slip', () => {
  const { F03, slip } = sampleLetters
  const receipt = composeLetter({ ...F03, due: { ...F03.due, certainty: 'provisional' } }, testFonts()).text
  expect(bare(receipt)).toContain('暂定2026年10月12日（星期一），以国务院办公厅公布的放假安排为准')
  const due = { ...slip.due, certainty: 'provisional' as const, missingYears: [2027] }
  const text = bare(composeLetter({ ...slip, due }, testFonts()).text)
  expect(text).toContain('（暂定）')
  expect(text).toContain('2027年放假安排尚未公布')
})

test('a reading on the spot needs place and time instead of attachments', async () => {
  const onSpot = { ...sampleLetters.R01, medium: 'inspection' as const, attachments: [] }
  expect(missingElements(onSpot)).toEqual(['attachments'])
  const inspection = { place: '云溪县档案馆二楼查阅室', time: '2026年10月20日上午9时至11时30分' }
  const made = await makeLetter({ ...onSpot, inspection }, testFonts())
  expect(made.ok && bare(made.value.text)).toContain('安排你查阅、抄录相关政府信息，地点：云溪县档案馆二楼查阅室')
  expect(made.ok && made.value.text).not.toContain('附件')
  const copies = [{ title: '目录', pages: 2 }]
  const both = await makeLetter({ ...onSpot, inspection, attachments: copies }, testFonts())
  expect(both.ok && bare(both.value.text)).toContain('随本答复书另提供附件所列政府信息（共1份2页）')
  expect(missingElements({ ...onSpot, inspection, attachments: [{ title: '目录', pages: 0 }] })).toEqual([
    'attachments',
  ])
})

test.each([
  ['collect', '由你当面领取'],
  ['post', '由本机关通过邮政企业寄送'],
  ['email', '由本机关发送至你在申请中提供的电子邮箱'],
  ['fax', '由本机关以传真方式发送'],
  ['online', '由本机关通过你提交申请的网上账户提供'],
] as const)('a reply asked for by %s says how it is handed over', (route, words) => {
  const text = bare(composeLetter({ ...sampleLetters.R01, route }, testFonts()).text)
  expect(text).toContain(words)
})

function without(value: unknown, path: readonly string[], nothing: string | undefined): unknown {
  const [step, ...rest] = path
  if (step === undefined) return Array.isArray(value) ? [] : nothing
  if (Array.isArray(value))
    return value.map((item, index) => (index === Number(step) ? without(item, rest, nothing) : item))
  const record = value as Record<string, unknown>
  return { ...record, [step]: without(record[step], rest, nothing) }
}
