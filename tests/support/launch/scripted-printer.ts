import type { ElectronMain, RunningProgram } from './launch'

/**
 * On Electron what is printed becomes a PDF in userData/printed, as with the stand-in's own printer: the dialog of the system
 * would wait for a person. Never run on a binary so far.
 */
export const installPrinter = (program: Pick<RunningProgram, 'evaluate'>): Promise<void> =>
  program.evaluate(printToFolder)

/** Runs in main: everything it needs is inside. */
async function printToFolder({ app, webContents }: ElectronMain): Promise<void> {
  const fs = await import('node:fs')
  const folder = `${app.getPath('userData')}/printed`
  let jobs = 0
  const replace = (contents: Electron.WebContents): void => {
    contents.getPrintersAsync = async () => [
      { name: 'scripted', displayName: 'Scripted printer', description: '', options: {} } as Electron.PrinterInfo,
    ]
    contents.print = (options = {}, done) => {
      const { pageSize = 'A4' } = options
      // Microns for a printer, inches for a PDF.
      const inches =
        typeof pageSize === 'object' ? { width: pageSize.width / 25_400, height: pageSize.height / 25_400 } : pageSize
      const margins = { top: 0, bottom: 0, left: 0, right: 0 }
      contents
        .printToPDF({ printBackground: true, preferCSSPageSize: false, margins, pageSize: inches as 'A4' })
        .then(pdf => {
          fs.mkdirSync(folder, { recursive: true })
          fs.writeFileSync(`${folder}/${Date.now()}-${++jobs}.pdf`, pdf)
          done?.(true, '')
        })
        .catch((cause: Error) => done?.(false, cause.message))
    }
  }
  webContents.getAllWebContents().forEach(replace)
  app.on('web-contents-created', (_event, contents) => replace(contents))
}
