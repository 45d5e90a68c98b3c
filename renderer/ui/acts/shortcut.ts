import type { MessageKey, Translate } from '../../i18n/message'

/** Written as on the badge: `F2`, `Ctrl+K`, `Alt+1`, `Ctrl+Enter`, `Esc`, or a single letter such as `P`. */
export type Shortcut = string

export interface Stroke {
  readonly key: string
  readonly code?: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

export function matchesShortcut(shortcut: Shortcut, stroke: Stroke): boolean {
  const { key, ctrl, alt, shift } = partsOf(shortcut)
  const holds = !stroke.metaKey && stroke.ctrlKey === ctrl && stroke.altKey === alt
  if (!holds || (shift && !stroke.shiftKey)) return false
  if (stroke.key.toLowerCase() === key.toLowerCase()) return key.length === 1 || shift === stroke.shiftKey
  return key.length === 1 && capsOf(key, ctrl).includes(stroke.code ?? '')
}

/** Alt+1 yields other characters on some layouts, and an input method may swallow the letter: the key cap decides. */
const capsOf = (key: string, ctrl: boolean): readonly string[] =>
  ctrl ? [`Digit${key}`, `Key${key.toUpperCase()}`] : [`Digit${key}`]

/** Single characters yield to typing and can be switched off (WCAG 2.1.4). */
export const isSingleCharacter = (shortcut: Shortcut): boolean => [...shortcut].length === 1

/** As `aria-keyshortcuts` wants it: `Control+Enter`. */
export const ariaShortcut = (shortcut: Shortcut): string => shortcut.replace('Ctrl', 'Control').replace('Esc', 'Escape')

/** As the badge prints it: `Ctrl 回车`. */
export const shortcutLabel = (shortcut: Shortcut, t: Translate): string =>
  shortcut
    .split('+')
    .map(part => {
      const named = NAMED[part]
      return named ? t(named) : (DRAWN[part] ?? part)
    })
    .join(' ')

function partsOf(shortcut: Shortcut): { key: string; ctrl: boolean; alt: boolean; shift: boolean } {
  const parts = shortcut.split('+')
  const last = parts.at(-1) || '+'
  return {
    key: KEY_NAMES[last] ?? last,
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  }
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  Esc: 'Escape',
  Space: ' ',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
}
const NAMED: Readonly<Record<string, 'key.enter' | 'key.space'>> = {
  Enter: 'key.enter',
  Space: 'key.space',
} satisfies Readonly<Record<string, MessageKey>>
const DRAWN: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' }
