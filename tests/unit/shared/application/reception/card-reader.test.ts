import { describe, expect, test } from 'vitest'
import { cardData, parseCardLine } from '#shared/application/reception/card-reader'
import { afterStroke, type Burst } from '#shared/application/reception/keyboard-wedge'
import { day } from '../../domain/published-calendars'

const today = day('2026-10-13')
const number = '33010219040404008X'

describe('a card as a line', () => {
  test.each([
    [`张㛃䶮,男,汉,19040404,云溪县青石镇白鹭村1号,${number},云溪县公安局,20200101`],
    [`张㛃䶮|男|汉族|19040404|云溪县青石镇白鹭村1号|${number.toLowerCase()}|云溪县公安局`],
    [`${number}\t张㛃䶮\t云溪县青石镇白鹭村1号`],
  ])('%s', line => {
    expect(parseCardLine(line, today)).toEqual({
      ...{ name: '张㛃䶮', idNumber: number, address: '云溪县青石镇白鹭村1号' },
    })
  })
  test('the number alone, and the card of a Macao resident', () => {
    expect(parseCardLine(number, today)).toEqual({ name: '', idNumber: number })
    expect(parseCardLine('李喆,82000019011111029X', today)).toEqual({
      ...{ name: '李喆', idKind: 'residencePermit', idNumber: '82000019011111029X' },
    })
  })
  test.each(['青石镇白鹭村征地方案', '330102190404040081,张三', '13900000182', ''])('%s is no card', line => {
    expect(parseCardLine(line, today)).toBeNull()
  })
  test('an answer with a wrong number fills in nothing', () => {
    expect(cardData({ name: '张三', idNumber: '330102190404040081', address: '' }, today)).toBeNull()
  })
})

describe('a reader that types', () => {
  /** Keys with the time between them; answers the line that Enter ended, and which keys were swallowed. */
  function typed(keys: readonly string[], gapMs: number, isRepeat = false) {
    let burst: Burst | null = null
    const swallowed: string[] = []
    let line: string | null = null
    keys.forEach((key, n) => {
      const after = afterStroke(burst, { key, at: n * gapMs, isRepeat })
      burst = after.burst
      if (after.swallows) swallowed.push(key)
      line = after.line ?? line
    })
    return { line, swallowed }
  }

  test('is a burst that Enter ends', () => {
    expect(typed([...number, 'Enter'], 5)).toEqual({ line: number, swallowed: [] })
    expect(typed(['张', '三', 'Tab', ...number, 'Enter'], 5).line).toBe(number) // two letters are no burst yet
    expect(typed([...number, 'Tab', '张', '三', 'Enter'], 5)).toEqual({ line: `${number}\t张三`, swallowed: ['Tab'] })
    expect(typed([...number.slice(0, 17), 'Shift', 'X', 'Enter'], 5).line).toBe(number)
  })
  test('may come late once', () => {
    let burst: Burst | null = null
    let at = 0
    for (const key of number) burst = afterStroke(burst, { key, at: (at += key === '8' ? 120 : 5) }).burst
    expect(afterStroke(burst, { key: 'Enter', at }).line).toBe(number)
    expect(afterStroke(burst, { key: 'Enter', at: at + 151 }).line).toBeNull()
  })
  test('is not a person who types, however fast, nor a key held down', () => {
    expect(typed([...number, 'Enter'], 60)).toEqual({ line: null, swallowed: [] })
    expect(typed([...number, 'Tab'], 60).swallowed).toEqual([])
    expect(typed([...'1'.repeat(30), 'Enter'], 30, true).line).toBeNull()
  })
  test('is broken by a key that no reader presses', () => {
    expect(typed([...number.slice(0, 10), 'Backspace', ...number.slice(10), 'Enter'], 5).line).toBeNull()
  })
})
