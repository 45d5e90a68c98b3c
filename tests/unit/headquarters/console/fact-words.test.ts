import { expect, test } from 'vitest'
import { factShapes } from '#shared/contracts/facts'
import { factWord } from '../../../../headquarters/console/quarantine/fact-words'

test('every fact has words of its own in both languages; one of a newer program keeps its name', () => {
  const types = Object.keys(factShapes)
  for (const language of ['zh-CN', 'en'] as const) {
    const words = types.map(type => factWord(type, language))
    expect(new Set(words).size).toBe(types.length)
    expect(words.filter(word => word.includes('@'))).toEqual([])
  }
  expect(factWord('request.paused@1', 'zh-CN')).toBe('request.paused@1')
  expect(factWord('constructor', 'en')).toBe('constructor')
})
