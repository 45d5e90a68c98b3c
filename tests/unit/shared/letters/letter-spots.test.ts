import { expect, test } from 'vitest'
import { composeLetter } from '#shared/letters/compose-letter'
import { makeLetter } from '#shared/letters/make-letter'
import { isReply } from '#shared/letters/wording/reply-body'
import { testFonts } from '../../../support/pdf/font-files'
import { sampleLetters } from './sample-letters'

const replies = Object.values(sampleLetters).filter(isReply)

test('every reply tells where its decision, reasons and contact stand, in the page and on the glyphs of the line', () => {
  expect(replies).toHaveLength(18)
  for (const model of replies) {
    const { parts, pages } = composeLetter(model, testFonts())
    const told = new Set(parts.map(({ about }) => about))
    for (const about of ['opening', 'decision', 'reasons', 'remedy', 'contact'] as const)
      expect(told.has(about), `${model.letter} ${about}`).toBe(true)
    for (const { about, page, box } of parts) {
      const [left, bottom, width, height] = box
      const inside = (pages[page - 1]?.ops ?? []).filter(
        op =>
          op.kind === 'glyph' && op.y > bottom && op.y < bottom + height && op.x >= left - 1 && op.x <= left + width,
      )
      expect(inside.length, `${model.letter} ${about}`).toBeGreaterThan(0)
    }
  }
})

test('the file holds nothing of it: what a screen points at is told beside the bytes', async () => {
  const made = await makeLetter(sampleLetters.R12, testFonts())
  if (!made.ok) throw new Error(made.problem.kind)
  expect(made.value.spots.length).toBeGreaterThan(0)
  for (const { left, top, width, height } of made.value.spots) {
    expect(Math.min(left, top, width, height)).toBeGreaterThan(0)
    expect(Math.max(left + width, top + height)).toBeLessThan(1)
  }
  const { pages } = composeLetter(sampleLetters.R12, testFonts())
  const shapes = pages.flatMap(({ ops }) => ops).filter(op => op.kind === 'shape' || op.kind === 'rects')
  expect(shapes).toEqual([]) // only glyphs and the rules of the letterhead are drawn
})
