import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { pagesOf, printPage, type PrintingContents } from '../../../../../electron/main/kiosk/print-page'

/** Page objects in the clear, as Chromium writes them. */
async function pdfOf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let i = 0; i < pages; i++) document.addPage()
  return document.save({ useObjectStreams: false })
}

async function contentsOf(pages: number, printers = ['前台', '自助机']) {
  const jobs: object[] = []
  const pdf = await pdfOf(pages)
  const contents: PrintingContents = {
    getPrintersAsync: async () => printers.map(name => ({ name })),
    printToPDF: async () => pdf,
    print: (options, done) => {
      jobs.push(options)
      done(true)
    },
  }
  return { contents, jobs }
}

const parts = { mostPages: 3, printer: undefined, firstPagesOnly: false }

test('pages are counted', async () => {
  for (const pages of [1, 3, 40]) expect(pagesOf(await pdfOf(pages))).toBe(pages)
  expect(pagesOf(Buffer.from('no pdf'))).toBe(0)
})

test('up to the cap everything is printed, without a dialog, on the printer of this machine', async () => {
  const { contents, jobs } = await contentsOf(3)
  expect(await printPage(contents, { ...parts, printer: '自助机' })).toEqual({ outcome: 'printed', pages: 3 })
  expect(jobs).toEqual([{ silent: true, printBackground: true, pageSize: 'A4', deviceName: '自助机' }])
})

test('beyond it nothing is, unless the first pages were asked for', async () => {
  const { contents, jobs } = await contentsOf(4)
  expect(await printPage(contents, parts)).toEqual({ outcome: 'tooLong', pages: 4, most: 3 })
  expect(jobs).toEqual([])
  expect(await printPage(contents, { ...parts, firstPagesOnly: true })).toEqual({ outcome: 'printed', pages: 3 })
  expect(jobs).toMatchObject([{ pageRanges: [{ from: 0, to: 2 }] }])
})

test('a printer that is not there, and a page that cannot be counted', async () => {
  const unplugged = await contentsOf(1)
  await printPage(unplugged.contents, { ...parts, printer: '别处' })
  expect(unplugged.jobs[0]).not.toHaveProperty('deviceName')
  expect(await printPage((await contentsOf(1, [])).contents, parts)).toEqual({ outcome: 'noPrinter' })
  const { contents, jobs } = await contentsOf(1)
  const odd = { ...contents, printToPDF: async () => Buffer.from('?') }
  expect(await printPage(odd, parts)).toEqual({ outcome: 'notPrinted' })
  expect(jobs).toEqual([])
})
