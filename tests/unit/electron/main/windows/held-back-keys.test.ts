import { expect, test } from 'vitest'
import { isHeldBack, type PressedKey } from '../../../../../electron/main/windows/held-back-keys'

const plain = { control: false, alt: false, meta: false }
const key = (name: string, over: Partial<PressedKey> = {}): PressedKey => ({ ...plain, key: name, ...over })

const held: readonly (readonly [what: string, pressed: PressedKey])[] = [
  ['closing', key('F4', { alt: true })],
  ['closing on a Mac', key('q', { meta: true })],
  ['closing the page', key('w', { control: true })],
  ['a new window', key('n', { control: true })],
  ['reloading', key('r', { control: true })],
  ['reloading by its key', key('F5')],
  ['developer tools', key('I', { control: true })],
  ['developer tools by their key', key('F12')],
  ['leaving full screen', key('F11')],
  ['the print dialog', key('p', { control: true })],
  ['going back', key('ArrowLeft', { alt: true })],
  ['another window', key('Tab', { alt: true })],
  ['copying', key('c', { control: true })],
  ['zooming', key('+', { control: true })],
  ['the menu key', key('ContextMenu')],
  ['the browser key', key('BrowserHome')],
]

test.each(held)('%s is held back', (_what, pressed) => expect(isHeldBack(pressed)).toBe(true))

const heard = [
  'a',
  'Z',
  '7',
  '的',
  'Process',
  'Enter',
  'Escape',
  'Tab',
  'Backspace',
  'ArrowLeft',
  'PageDown',
  ' ',
  'Shift',
]

test.each(heard)('%s reaches the page', name => expect(isHeldBack(key(name))).toBe(false))
