import { describe, expect, it } from 'vitest'
import { placeOf, rowsDrawn, windowOver, type RowWindow } from '../../../../../renderer/ui/tables/row-window'

const rowHeight = 40
const over = (top: number, count = 100_000) => windowOver({ top, height: 440 }, { rowHeight, count })
const placesAt = (range: RowWindow, count: number, kept: number) =>
  rowsDrawn(range, count, kept).map(index => placeOf(index, range, kept))

describe('the rows that are drawn', () => {
  it('hold what is in sight, with some above and below, wherever the list stands', () => {
    for (let top = 0; top < 100_000 * rowHeight - 440; top += 7_919) {
      const { from, to } = over(top)
      expect(from).toBeLessThanOrEqual(Math.floor(top / rowHeight))
      expect(to).toBeGreaterThanOrEqual(Math.ceil((top + 440) / rowHeight))
      expect(to - from).toBe(24)
    }
  })

  it('reach the last row and no further, and are all there are where there are few', () => {
    const end = over(100_000 * rowHeight - 440)
    expect(end.to).toBe(100_000)
    expect(rowsDrawn(over(0, 5), 5, 0)).toEqual([0, 1, 2, 3, 4])
  })

  it('change by four rows at a time', () => {
    const starts = Array.from({ length: 41 }, (_, pixels) => over(4_000 + pixels).from)
    expect(new Set(starts).size).toBeLessThanOrEqual(2)
    expect(over(4_000 + 160).from - over(4_000).from).toBe(4)
  })
})

describe('the places that rows are drawn in', () => {
  it('are taken over by the rows of another part of the list, none made and none left', () => {
    const places = [over(400_000), over(1_234_560)].map(range => new Set(placesAt(range, 100_000, range.from)))
    expect(places[0]).toEqual(places[1])
    expect(places[0]!.size).toBe(24)
  })

  it('are each used once, also with the row that may hold the focus far away', () => {
    for (const kept of [0, 3, 500, 9_999, 10_013, 99_999]) {
      for (const top of [0, 20_000, 400_000, 3_999_000]) {
        const range = over(top)
        const places = placesAt(range, 100_000, kept)
        expect(new Set(places).size).toBe(places.length)
      }
    }
  })

  it('the row that may hold the focus keeps its own, wherever the list is scrolled to', () => {
    const kept = 10_003
    const own = new Set([0, 20_000, 400_000, 3_999_000].map(top => placeOf(kept, over(top), kept)))
    expect(own.size).toBe(1)
  })
})
