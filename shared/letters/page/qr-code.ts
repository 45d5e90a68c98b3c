import { encode } from 'uqr'
import type { Sheet } from './sheet'

/** Draws a QR code as filled rectangles; the quiet zone of 4 modules is the caller's white space. `size` in pt. */
export function drawQrCode(sheet: Sheet, content: string, at: { x: number; y: number; size: number }): void {
  const { data, size: modules } = encode(content, { ecc: 'M', border: 0 })
  const unit = at.size / modules
  const rects = data.flatMap((row, index) =>
    runsOf(row).map(([start, length]): [number, number, number, number] => {
      return [at.x + start * unit, at.y + (modules - 1 - index) * unit, length * unit, unit]
    }),
  )
  sheet.draw({ kind: 'rects', rects })
}

function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, column) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === column) last[1] += 1
    else runs.push([column, 1])
  })
  return runs
}
