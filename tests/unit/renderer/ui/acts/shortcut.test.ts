import { expect, test } from 'vitest'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import {
  ariaShortcut,
  isSingleCharacter,
  matchesShortcut,
  shortcutLabel,
  type Stroke,
} from '../../../../../renderer/ui/acts/shortcut'

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
})

test.each([
  ['F2', stroke('F2'), true],
  ['F2', stroke('F2', { ctrlKey: true }), false],
  ['Ctrl+K', stroke('k', { ctrlKey: true }), true],
  ['Ctrl+K', stroke('k'), false],
  ['Ctrl+K', stroke('K', { ctrlKey: true, shiftKey: true }), true],
  ['Alt+1', stroke('¡', { altKey: true, code: 'Digit1' }), true],
  ['Ctrl+Enter', stroke('Enter', { ctrlKey: true }), true],
  ['Esc', stroke('Escape'), true],
  ['P', stroke('p'), true],
  ['P', stroke('p', { ctrlKey: true }), false],
  ['/', stroke('/'), true],
  ['Shift+F10', stroke('F10'), false],
])('%s', (shortcut, pressed, matches) => {
  expect(matchesShortcut(shortcut, pressed)).toBe(matches)
})

test('only single characters give way to typing', () => {
  expect(['P', '/', 'F2', 'Ctrl+K', 'Alt+1'].filter(isSingleCharacter)).toEqual(['P', '/'])
})

test('the badge speaks the language of the office, the attribute that of readers', () => {
  expect(shortcutLabel('Ctrl+Enter', translatorFor('zh-CN').t)).toBe('Ctrl 回车')
  expect(shortcutLabel('Left', translatorFor('zh-CN').t)).toBe('←')
  expect(ariaShortcut('Ctrl+Enter')).toBe('Control+Enter')
})
