import type { Page } from '@playwright/test'

/** What no text may bring about: a dialog of the browser, another page, a window, a download. */
export function listenForMoves(page: Page): readonly string[] {
  const moves: string[] = []
  const home = new URL(page.url()).origin
  page.on('dialog', dialog => {
    moves.push(`a dialog of the browser: ${dialog.type()} ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('framenavigated', frame => {
    if (new URL(frame.url()).origin !== home) moves.push(`went to ${frame.url()}`)
  })
  page.on('popup', () => moves.push('another window'))
  page.on('download', () => moves.push('a download'))
  page.on('request', request => {
    if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== home)
      moves.push(`asked for ${request.url()}`)
  })
  return moves
}
