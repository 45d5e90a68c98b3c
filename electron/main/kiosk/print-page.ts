import type { KioskChannels } from '#shared/contracts/kiosk-channels'
import type { z } from 'zod'

export type PrintAnswer = z.infer<KioskChannels['kiosk:print']['output']>

/** The part of a window that prints; structural, so that tests print without Electron. */
export interface PrintingContents {
  getPrintersAsync(): Promise<readonly { readonly name: string }[]>
  printToPDF(options: object): Promise<Uint8Array>
  print(options: object, done: (isDone: boolean) => void): void
}

export interface PrintParts {
  readonly mostPages: number
  /** Of this machine; without it, or where it is not plugged in, the system's own. */
  readonly printer: string | undefined
  readonly firstPagesOnly: boolean
}

/**
 * Prints what the page shows for paper, without a dialog: the system's print dialog would let a visitor save files and
 * choose printers. The page is counted first, so that one visitor cannot empty the tray.
 */
export async function printPage(contents: PrintingContents, parts: PrintParts): Promise<PrintAnswer> {
  const printers = await contents.getPrintersAsync()
  if (printers.length === 0) return { outcome: 'noPrinter' }
  const pages = pagesOf(await contents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true }))
  if (pages === 0) return { outcome: 'notPrinted' }
  const most = parts.mostPages
  if (pages > most && !parts.firstPagesOnly) return { outcome: 'tooLong', pages, most }
  const printed = Math.min(pages, most)
  const { printer } = parts
  const options = {
    ...{ silent: true, printBackground: true, pageSize: 'A4' },
    ...(printed < pages ? { pageRanges: [{ from: 0, to: printed - 1 }] } : {}),
    ...(printers.some(({ name }) => name === printer) ? { deviceName: printer } : {}),
  }
  const isDone = await new Promise<boolean>(resolve => contents.print(options, resolve))
  return isDone ? { outcome: 'printed', pages: printed } : { outcome: 'notPrinted' }
}

/** Pages of a PDF as Chromium writes it: page objects stand in it uncompressed. 0 where none is found. */
export function pagesOf(pdf: Uint8Array): number {
  return [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type\s*\/Page\b(?!s)/g),
  ].length
}
