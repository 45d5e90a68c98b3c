import { describe, expect, test } from 'vitest'
import {
  checkApplicantName,
  checkDescription,
  checkEmail,
  checkPhone,
  checkPostalAddress,
} from '#shared/domain/identity/applicant-rules'

const refused = (problem: unknown) => ({ ok: false, problem })

describe('name', () => {
  test.each([
    ['张三', '张三'],
    ['  张 三　', '张 三'],
    ['阿依努尔•买买提', '阿依努尔·买买提'],
    ['王𬀩', '王𬀩'],
    ['𠮷田', '𠮷田'],
    ['〇一', '〇一'],
    ["Anne-Marie O'Neill", "Anne-Marie O'Neill"],
    ['བསོད་ནམས'.replace('་', ' '), 'བསོད ནམས'],
    ['张'.repeat(50), '张'.repeat(50)],
  ])('%s', (typed, name) => expect(checkApplicantName(typed)).toEqual({ ok: true, value: name }))

  test.each([
    ['', { kind: 'empty' }],
    ['　 ', { kind: 'empty' }],
    ['张'.repeat(200), { kind: 'tooLong', characters: 200, allowed: 50 }],
    ['𠮷'.repeat(51), { kind: 'tooLong', characters: 51, allowed: 50 }],
    ['张三😀', { kind: 'characterNotAllowed', character: '😀', codePoint: 'U+1F600', at: 3 }],
    ['张\u0007三', { kind: 'characterNotAllowed', character: '\u0007', codePoint: 'U+0007', at: 2 }],
    ['张\n三', { kind: 'characterNotAllowed', character: '\n', codePoint: 'U+000A', at: 2 }],
    ['张\u200b三', { kind: 'characterNotAllowed', character: '\u200b', codePoint: 'U+200B', at: 2 }],
    ['\u202e张三', { kind: 'characterNotAllowed', character: '\u202e', codePoint: 'U+202E', at: 1 }],
    ['张\ue000', { kind: 'characterNotAllowed', character: '\ue000', codePoint: 'U+E000', at: 2 }],
    ['张3', { kind: 'characterNotAllowed', character: '3', codePoint: 'U+0033', at: 2 }],
    ['<b>', { kind: 'characterNotAllowed', character: '<', codePoint: 'U+003C', at: 1 }],
    ['···', { kind: 'characterNotAllowed', character: '·', codePoint: 'U+00B7', at: 1 }],
  ])('%j is refused', (typed, problem) => expect(checkApplicantName(typed)).toEqual(refused(problem)))
})

describe('description', () => {
  test('lines and tabs are made plain', () => {
    expect(checkDescription(' 甲\r\n乙\t丙（云政发〔2026〕3号）© ')).toEqual({
      ok: true,
      value: '甲\n乙 丙（云政发〔2026〕3号）©',
    })
  })
  test.each([
    [' \n ', { kind: 'empty' }],
    ['文'.repeat(2001), { kind: 'tooLong', characters: 2001, allowed: 2000 }],
    ['请公开🙏', { kind: 'characterNotAllowed', character: '🙏', codePoint: 'U+1F64F', at: 4 }],
    ['请公开✅', { kind: 'characterNotAllowed', character: '✅', codePoint: 'U+2705', at: 4 }],
    ['甲\u0000乙', { kind: 'characterNotAllowed', character: '\u0000', codePoint: 'U+0000', at: 2 }],
    ['甲\ud800乙', { kind: 'characterNotAllowed', character: '\ud800', codePoint: 'U+D800', at: 2 }],
  ])('%j is refused', (typed, problem) => expect(checkDescription(typed)).toEqual(refused(problem)))
  test('an address has one line', () => {
    expect(checkPostalAddress('昆明市\n五华区')).toMatchObject(refused({ kind: 'characterNotAllowed', at: 4 }))
  })
})

describe('phone', () => {
  test.each([
    ['138 0000 1234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
    ['+86-138-0000-1234', '13800001234'],
    ['0871-63160000', '0871-63160000'],
    ['(010) 12345678', '010-12345678'],
    ['010-12345678-801', '010-12345678-801'],
    ['+85212345678', '+85212345678'],
  ])('%s', (typed, phone) => expect(checkPhone(typed)).toEqual({ ok: true, value: phone }))

  test.each(['1380000123', '12800001234', '63160000', 'abc', '138000012345', '+86123'])('%s is refused', typed => {
    expect(checkPhone(typed)).toEqual(refused({ kind: 'phoneNotRecognised' }))
  })
  test('nothing', () => expect(checkPhone(' ')).toEqual(refused({ kind: 'empty' })))
})

test('e-mail', () => {
  expect(checkEmail(' zhang.san@example.com ')).toEqual({ ok: true, value: 'zhang.san@example.com' })
  expect(checkEmail('zhang@')).toEqual(refused({ kind: 'emailNotRecognised' }))
  expect(checkEmail('')).toEqual(refused({ kind: 'empty' }))
})
