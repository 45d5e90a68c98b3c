import { useLayoutEffect, useState, type RefObject } from 'react'

export interface RowWindow {
  /** First row drawn, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly rowHeight: number
}

/** Drawn above and below what is in sight, so that a turn of the wheel shows no gap. */
const margin = 6
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
      const first = Math.floor((Math.max(top, 0) - start) / rowHeight) - margin
      const last = Math.ceil((Math.min(bottom, innerHeight) - start) / rowHeight) + margin
      const from = Math.max(0, Math.min(first, count - 1))
      const to = Math.max(from + 1, last)
      setRange(known =>
        known.from === from && known.to === to && known.rowHeight === rowHeight ? known : { from, to, rowHeight },
      )
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

/** Row numbers to draw; `kept`, which may hold the focus, is drawn wherever it is. */
export function rowsDrawn({ from, to }: RowWindow, count: number, kept: number): number[] {
  const end = Math.min(to, count)
  const start = Math.min(from, end)
  const drawn = Array.from({ length: end - start }, (_each, i) => start + i)
  if (kept < start && kept >= 0) drawn.unshift(kept)
  if (kept >= end && kept < count) drawn.push(kept)
  return drawn
}
