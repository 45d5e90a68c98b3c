import { expect, test } from 'vitest'
import { formatLetterNo, nextLetterNo, parseLetterNo } from '#shared/domain/requests/letter-number'

test('a number is made and read', () => {
  const number = { code: '云公开', year: 2026, serial: 15 }
  expect(formatLetterNo(number)).toBe('云公开〔2026〕15号')
  expect(parseLetterNo('云公开〔2026〕15号')).toEqual({ ok: true, value: number })
})

test.each([
  '云公开[2026]15号',
  '云公开（2026）15号',
  '云公开〔2026〕015号',
  '云公开〔2026〕第15号',
  '云公开〔26〕15号',
  '〔2026〕15号',
  '云公开〔2026〕15',
  '云公开〔2026〕99999999999999999号',
])('%s is none (GB/T 9704)', text =>
  expect(parseLetterNo(text)).toEqual({ ok: false, problem: { kind: 'notALetterNumber', text } }),
)

test('each agency and each lettered machine counts for itself, by year, and fills no gap', () => {
  const used = [
    '云公开〔2026〕15号',
    '云公开〔2026〕9号',
    '云公开〔2025〕80号',
    '云公开B〔2026〕30号',
    '云农公开〔2026〕70号',
    'x',
  ]
  expect(nextLetterNo(used, { code: '云公开', year: 2026 })).toBe('云公开〔2026〕16号')
  expect(nextLetterNo(used, { code: '云公开B', year: 2026 })).toBe('云公开B〔2026〕31号')
  expect(nextLetterNo(used, { code: '云公开', year: 2027 })).toBe('云公开〔2027〕1号')
})
