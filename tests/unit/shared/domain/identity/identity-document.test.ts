import { describe, expect, test } from 'vitest'
import { countryCode, countryName } from '#shared/domain/identity/countries'
import {
  checkIdentityDocument,
  isStoredDocument,
  kindOfNumber,
  personKey,
} from '#shared/domain/identity/identity-document'
import type { IdentityDocument, IdentityDocumentKind } from '#shared/domain/requests/applicant-details'
import { day, lawFixture } from '../published-calendars'

type Rows = readonly (string | { value: string; reason?: string })[]
interface IdCases {
  readonly residentId: { valid: Rows; invalid: Rows }
  readonly uscc: { valid: Rows; invalid: Rows }
  readonly passportCN: { valid: Rows; invalid: Rows }
  readonly hkMacaoPermit: { valid: Rows; invalid: Rows }
  readonly taiwanPermit: { valid: Rows; invalid: Rows }
  readonly foreignPermanentResident: { valid: Rows; invalid: Rows }
}

const cases = lawFixture<IdCases>('id-cases')
const today = day('2026-11-22')
const kinds = [
  ['residentId', cases.residentId],
  ['temporaryId', cases.residentId],
  ['householdRegister', cases.residentId],
  ['creditCode', cases.uscc],
  ['chinesePassport', cases.passportCN],
  ['hongKongMacaoPermit', cases.hkMacaoPermit],
  ['taiwanPermit', cases.taiwanPermit],
  ['permanentResidentCard', cases.foreignPermanentResident],
] as const satisfies readonly (readonly [IdentityDocumentKind, { valid: Rows; invalid: Rows }])[]

const valueOf = (row: Rows[number]): string => (typeof row === 'string' ? row : row.value)
// An old subject code is shown, not refused (reference section 9).
const refusedRows = (rows: Rows): Rows =>
  rows.filter(row => typeof row === 'string' || row.reason !== 'organisationCheck')

describe.each(kinds)('%s', (idKind, { valid, invalid }) => {
  test.each(valid.map(valueOf))('%s stands as it is', idNumber => {
    expect(isStoredDocument({ idKind, idNumber }, today)).toBe(true)
    expect(checkIdentityDocument({ idKind, idNumber }, today)).toMatchObject({ ok: true, value: { idNumber } })
  })
  test.each(refusedRows(invalid).map(row => [valueOf(row), row] as const))('%s is no such number', (idNumber, row) => {
    expect(isStoredDocument({ idKind, idNumber }, today)).toBe(false)
    if (typeof row === 'string') return
    const checked = checkIdentityDocument({ idKind, idNumber }, today)
    const problem = checked.ok ? undefined : checked.problem
    const kind = problem?.kind === 'creditCode' ? problem.why.kind : problem?.kind
    expect(kind).toBe(row.reason === 'charset' ? 'characters' : row.reason)
  })
})

describe('residence permit of Hong Kong, Macao and Taiwan residents', () => {
  test('820000 with the check of a resident number', () => {
    const document: IdentityDocument = { idKind: 'residencePermit', idNumber: '82000019011111029X' }
    expect(checkIdentityDocument(document, today)).toEqual({ ok: true, value: document })
  })
  test.each([
    ['110101190001010014', { kind: 'permitRegion', region: '110101' }],
    ['810001190001010014', { kind: 'permitRegion', region: '810001' }],
    ['820000190111110291', { kind: 'checkDigit', found: '1', expected: 'X' }],
    ['82000019011111029', { kind: 'length', found: 17, expected: 18 }],
  ])('%s', (idNumber, problem) => {
    expect(checkIdentityDocument({ idKind: 'residencePermit', idNumber }, today)).toEqual({ ok: false, problem })
  })
})

describe('foreign passport', () => {
  const check = (idNumber: string, country?: string) =>
    checkIdentityDocument({ idKind: 'foreignPassport', idNumber, ...(country ? { country } : {}) }, today)

  test('is stored with the code of its country, however that was typed', () => {
    const value = { idKind: 'foreignPassport', idNumber: 'TZ1900001', country: 'JP' }
    for (const typed of ['jp', '日本', 'Japan', ' ＪＰ '])
      expect(check('tz 1900001', typed)).toEqual({ ok: true, value })
  })
  test.each([
    ['ABCDEF', 'JP', 'documentNumber'],
    ['A1', 'JP', 'documentNumber'],
    ['A123456789012', 'JP', 'documentNumber'],
    ['A1234567', '', 'countryMissing'],
    ['A1234567', '某国', 'countryUnknown'],
    ['A1234567', 'CN', 'countryUnknown'],
    ['A1234567', '台湾', 'countryUnknown'],
  ])('%s of %s: %s', (idNumber, country, kind) => {
    expect(check(idNumber, country)).toMatchObject({ ok: false, problem: { kind } })
  })
  test('a country is found by its two letters or its name, and nothing else', () => {
    expect([countryCode('us'), countryCode('美国'), countryCode('United States'), countryCode('')]).toEqual([
      ...['US', 'US', 'US'],
      undefined,
    ])
    expect(countryName('JP', 'zh-CN')).toBe('日本')
  })

  test('what stands in a record where a code should, is told as it is: no page ends over it', () => {
    for (const words of ['某国', '', '<b>', 'J', 'jp-', 'en_US', '9999', 'constructor', '\ud800'])
      for (const language of ['zh-CN', 'en'] as const) expect(countryName(words, language)).toBe(words)
  })
})

test('the card of 2024 for permanent residents of Hong Kong and Macao who are not Chinese', () => {
  for (const idNumber of ['HA0000001', 'MA0000001'])
    expect(isStoredDocument({ idKind: 'hongKongMacaoPermit', idNumber }, today)).toBe(true)
})

test('nothing typed is told as nothing, whatever the document', () => {
  for (const idKind of ['residentId', 'chinesePassport', 'taiwanPermit', 'permanentResidentCard'] as const)
    expect(checkIdentityDocument({ idKind, idNumber: ' ' }, today)).toMatchObject({
      problem: { kind: 'length', found: 0 },
    })
})

test('what is stored is written as it is stored, not as it was typed', () => {
  expect(isStoredDocument({ idNumber: '33010219040404008x' }, today)).toBe(false)
  expect(isStoredDocument({ idKind: 'taiwanPermit', idNumber: '00000001 ' }, today)).toBe(false)
  expect(isStoredDocument({ idKind: 'foreignPassport', idNumber: 'A1234567', country: '日本' }, today)).toBe(false)
})

describe('one person', () => {
  const key = (idKind: IdentityDocumentKind, idNumber: string, country?: string) =>
    personKey({ idKind, idNumber, ...(country ? { country } : {}) })

  test('keeps the first nine characters of a Hong Kong or Macao permit over every renewal', () => {
    expect(key('hongKongMacaoPermit', 'H0000000100')).toBe(key('hongKongMacaoPermit', 'h00000001'))
    expect(key('hongKongMacaoPermit', 'H0000000200')).not.toBe(key('hongKongMacaoPermit', 'H00000001'))
  })
  test('keeps the resident number over the documents that carry it', () => {
    const number = '110101190001010014'
    expect(key('temporaryId', number)).toBe(personKey({ idNumber: '110101 19000101 0014' }))
    expect(key('householdRegister', number)).toBe(personKey({ idNumber: number }))
  })
  test('keeps the eight digits of a Taiwan permit', () => {
    expect(key('taiwanPermit', '0000000100B')).toBe(key('taiwanPermit', '00000001'))
  })
  test('is not mixed up between countries or kinds, and nobody is the one without a number', () => {
    expect(key('foreignPassport', 'A1234567', 'JP')).not.toBe(key('foreignPassport', 'A1234567', 'US'))
    expect(key('taiwanPermit', '14000001')).not.toBe(key('chinesePassport', '14000001'))
    expect(personKey({ idNumber: ' ' })).toBeUndefined()
  })
})

test.each([
  ['82000019011111029X', 'residencePermit'],
  ['911840190001010017', 'permanentResidentCard'],
  ['H00000001', 'hongKongMacaoPermit'],
  ['110101190001010014', 'residentId'],
  ['110101190001010010', undefined],
  ['00000001', undefined],
])('%s says by itself that it is of a %s', (number, kind) => {
  expect(kindOfNumber(number, today)).toBe(kind)
})
