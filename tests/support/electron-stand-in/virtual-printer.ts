import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PdfOptions } from './paper'
import { app } from './program-app'

export interface PrinterView {
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly options: object
}

export interface PrintOptions extends PdfOptions {
  readonly deviceName?: string
}

export type PrintDone = (ok: boolean, why: string) => void

export const virtualPrinters: PrinterView[] = [
  { name: 'stand-in', displayName: 'Stand-in printer', description: '', options: {} },
]

let jobs = 0

/** Each job becomes a PDF in userData/printed. A page size given as an object is in microns, as webContents.print has it. */
export async function printToFolder(
  options: PrintOptions,
  toPdf: (options: PdfOptions) => Promise<Buffer>,
): Promise<void> {
  const { deviceName, pageSize = 'A4', ...rest } = options
  if (deviceName && !virtualPrinters.some(printer => printer.name === deviceName)) {
    throw new Error('Invalid deviceName provided')
  }
  const inches =
    typeof pageSize === 'object' ? { width: pageSize.width / 25_400, height: pageSize.height / 25_400 } : pageSize
  const pdf = await toPdf({ ...rest, pageSize: inches, margins: { marginType: 'none' } })
  const folder = path.join(app.getPath('userData'), 'printed')
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, `${Date.now()}-${++jobs}.pdf`), pdf)
}
