import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { palettes } from '../../../../../renderer/ui/theme/colours'

const css = fs.readFileSync('renderer/ui/theme/tokens.css', 'utf8')

const grounds = ['paper', 'surface', 'sunken', 'wash', 'accent-50', 'accent-100', 'highlight'] as const
const texts = ['ink', 'ink-2', 'ink-3', 'accent-900', 'accent-700', 'accent-600', 'placeholder', 'disabled'] as const

/** What stands on what: text of every kind on every common ground, a status on its own tint, white on what is dark. */
const pairs: readonly (readonly [text: string, ground: string])[] = [
  ...grounds.flatMap(ground => texts.map(text => [text, ground] as const)),
  ...['late', 'soon', 'paused', 'done'].flatMap(flag => [
    [flag, `${flag}-background`] as const,
    [flag, 'surface'] as const,
    [flag, 'paper'] as const,
  ]),
  ['make-up', 'surface'],
  ['rail-ink', 'accent-900'],
  ['rail-ink', 'rail-hover'],
  ['surface', 'accent-600'],
  ['surface', 'accent-700'],
  ['surface', 'accent-900'],
  ['surface', 'done'],
]

describe('high contrast', () => {
  const tokens = { ...tokensOf(':root'), ...tokensOf("html[data-contrast='high']") }

  it('gives every text 7:1 on every ground it stands on', () => {
    const weak = pairs
      .map(([text, ground]) => ({ text, ground, ratio: ratio(tokens[text]!, tokens[ground]!) }))
      .filter(pair => !(pair.ratio >= 7))
    console.log(`${pairs.length} pairs of text and ground judged`)
    expect(weak).toEqual([])
  })

  it('draws the edge of a control and a ruled line at 3:1', () => {
    for (const line of ['line-strong', 'line', 'line-soft', 'accent-300', 'paused-line'])
      expect(ratio(tokens[line]!, tokens['surface']!), line).toBeGreaterThan(3)
  })

  it('judges: a pale grey is found', () => {
    expect(ratio('#8d9297', '#ffffff')).toBeLessThan(7)
    expect(ratio('#000', '#fff')).toBeCloseTo(21)
  })
})

describe('the palette of antd', () => {
  it.each([
    ['standard', tokensOf(':root')],
    ['high', { ...tokensOf(':root'), ...tokensOf("html[data-contrast='high']") }],
  ] as const)('holds what tokens.css holds: %s', (contrast, tokens) => {
    const named = Object.entries(palettes[contrast]).map(([name, colour]) => [cssName(name), colour] as const)
    expect(named.length).toBeGreaterThan(20)
    for (const [name, colour] of named) expect(`${name} ${six(tokens[name]!)}`).toBe(`${name} ${six(colour)}`)
  })
})

function tokensOf(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start))
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(
    ([, name, colour]) => [name!, colour!] as const,
  )
  expect(found.length, selector).toBeGreaterThan(20)
  return Object.fromEntries(found)
}

const cssName = (name: string): string =>
  name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`).replace(/(?<=[a-z])\d/, digits => `-${digits}`)

const six = (colour: string): string =>
  colour.length === 4 ? `#${[...colour.slice(1)].map(digit => digit + digit).join('')}` : colour.toLowerCase()

/** WCAG 2.2, contrast ratio. */
function ratio(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = Number.parseInt(six(colour).slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
