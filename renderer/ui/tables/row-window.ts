import { useLayoutEffect, useState, type RefObject } from 'react'

export interface RowWindow {
  /** First row drawn, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly rowHeight: number
}

/** Drawn above and below what is in sight, so that a turn of the wheel shows no gap. */
const margin = 4
/** The window moves by so many rows at a time: a slow scroll then draws anew every fourth row only. */
const step = 4
const unmeasured: RowWindow = { from: 0, to: 40, rowHeight: 40 }

/** Which of many rows of one height are in sight, inside a sheet that scrolls or a page that does. */
export function useRowWindow(table: RefObject<HTMLTableElement | null>, count: number): RowWindow {
  const [range, setRange] = useState(unmeasured)
  useLayoutEffect(() => {
    const measure = (): void => {
      const body = table.current?.tBodies[0]
      const sheet = table.current?.parentElement
      if (!body || !sheet) return
      const rowHeight = body.querySelector<HTMLElement>('tr[aria-rowindex]')?.offsetHeight || unmeasured.rowHeight
      const { top, bottom } = sheet.getBoundingClientRect()
      const start = body.getBoundingClientRect().top
      // Not what is in sight just now: as many rows wherever the page stands.
      const seen = { top: Math.max(top, 0) - start, height: Math.min(bottom - top, innerHeight) }
      const next = windowOver(seen, { rowHeight, count })
      setRange(known => (isSame(known, next) ? known : next))
    }
    measure()
    // Captured: a scroll event of the sheet does not bubble.
    document.addEventListener('scroll', measure, { capture: true, passive: true })
    window.addEventListener('resize', measure)
    return () => {
      document.removeEventListener('scroll', measure, { capture: true })
      window.removeEventListener('resize', measure)
    }
  }, [table, count])
  return range
}

interface Seen {
  /** Upper edge of what is in sight, from that of the first row; pixels. */
  readonly top: number
  readonly height: number
}

/** As many rows wherever it stands, so that the rows of one place become those of the next. */
export function windowOver(
  { top, height }: Seen,
  { rowHeight, count }: { readonly rowHeight: number; readonly count: number },
): RowWindow {
  const rows = Math.max(1, Math.ceil(height / rowHeight)) + 1 + 2 * margin + step
  const first = Math.floor((top / rowHeight - margin) / step) * step
  const from = Math.max(0, Math.min(first, count - rows))
  return { from, to: from + rows, rowHeight }
}

const isSame = (one: RowWindow, other: RowWindow): boolean =>
  one.from === other.from && one.to === other.to && one.rowHeight === other.rowHeight

/** Row numbers to draw; `kept`, which may hold the focus, is drawn wherever it is. */
export function rowsDrawn({ from, to }: RowWindow, count: number, kept: number): number[] {
  const end = Math.min(to, count)
  const start = Math.min(from, end)
  const drawn = Array.from({ length: end - start }, (_each, i) => start + i)
  if (kept < start && kept >= 0) drawn.unshift(kept)
  if (kept >= end && kept < count) drawn.push(kept)
  return drawn
}

/**
 * The place in the document that a row is drawn in. Rows of another part of the list take over the places of those that left
 * it, so that scrolling writes other words into the same cells and makes none; the row that may hold the focus keeps its own.
 */
export function placeOf(index: number, { from, to }: RowWindow, kept: number): string {
  const places = Math.max(1, to - from)
  const place = index % places
  return index !== kept && place === kept % places ? 'other' : String(place)
}
