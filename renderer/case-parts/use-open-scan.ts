import { useEffect, useState } from 'react'
import type { OpenScan, ScanProblem } from '#shared/application/scans/scans'
import type { Result } from '#shared/kernel/result'

/** The scan, read and verified; undefined while that lasts. Opened once, and closed with the viewer. */
export function useOpenScan(
  open: () => Promise<Result<OpenScan, ScanProblem>>,
): Result<OpenScan, ScanProblem> | undefined {
  const [opened, setOpened] = useState<Result<OpenScan, ScanProblem>>()
  const [openFirst] = useState(() => open)
  useEffect(() => {
    let isCurrent = true
    let close = (): void => undefined
    void openFirst().then(answer => {
      if (answer.ok) close = answer.value.close
      if (isCurrent) setOpened(answer)
      else close()
    })
    return () => {
      isCurrent = false
      close()
    }
  }, [openFirst])
  return opened
}

export interface PageLook {
  readonly page: number
  readonly percent: number
  readonly turns: number
}

/** Pixels across at 100 %: sharp on the widest window of the viewer. */
const pageWidth = 1_400
/** No more: what a scan holds beyond, nobody sees on a screen. */
const mostWidth = 4_200

/** The page as PNG; the one before stays until the next is drawn. */
export function useScanPage(
  scan: Extract<OpenScan, { kind: 'pages' }>,
  { page, percent, turns }: PageLook,
): Result<Uint8Array, ScanProblem> | undefined {
  const [drawn, setDrawn] = useState<Result<Uint8Array, ScanProblem>>()
  useEffect(() => {
    let isCurrent = true
    const width = Math.min(mostWidth, (pageWidth * percent) / 100)
    void scan.draw(page, { width, turns }).then(answer => (isCurrent ? setDrawn(answer) : undefined))
    return () => {
      isCurrent = false
    }
  }, [scan, page, percent, turns])
  return drawn
}

const linesOnPage = 300
const lettersOnPage = 30_000

/** A long text in pieces: one element of fifty million letters would stop the window. */
export function textPages(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/)
  const pages: string[] = []
  let page: string[] = []
  let letters = 0
  const turn = (): void => {
    pages.push(page.join('\n'))
    page = []
    letters = 0
  }
  for (const line of lines) {
    for (let at = 0; at === 0 || at < line.length; at += lettersOnPage) {
      const piece = line.slice(at, at + lettersOnPage)
      if (page.length > 0 && (page.length >= linesOnPage || letters + piece.length > lettersOnPage)) turn()
      page.push(piece)
      letters += piece.length
    }
  }
  turn()
  return pages
}
