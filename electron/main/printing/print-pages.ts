import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import { contentSecurityPolicy } from '../security/content-security-policy'
import { appOrigin } from '../security/origins'
import { safeWebPreferences } from '../security/web-preferences'

/** mm */
export interface PaperSize {
  readonly width: number
  readonly height: number
}

const A4: PaperSize = { width: 210, height: 297 }

interface Job {
  readonly title: string
  readonly pages: readonly Uint8Array[]
  readonly size: PaperSize
}

/** Pages that wait for the print window, under a name nobody can guess; gone when the window is. */
export interface PrintQueue {
  /** Answers /print?job=…[&page=n] to the print window. */
  readonly route: (url: URL) => Response
  /** `size` of the paper; A4 where it is not given. */
  print(
    title: string,
    pages: readonly Uint8Array[],
    size?: PaperSize | undefined,
  ): Promise<'printed' | 'cancelled' | 'noPrinter'>
  /** Closes every print window and forgets its pages: the desk was locked. */
  drop(): void
}

/**
 * Prints page images in a window of our own. Printing a PDF through Chromium's viewer depends on its plug-in, which a
 * sandboxed window must not load; at 300 dpi an image is what the printer would have made of the page.
 */
export function printQueue(preload: string, printer: () => string | undefined): PrintQueue {
  const jobs = new Map<string, Job>()
  const windows = new Set<BrowserWindow>()
  return {
    route: url => {
      const job = jobs.get(url.searchParams.get('job') ?? '')
      if (!job) return new Response(null, { status: 404 })
      const page = url.searchParams.get('page')
      if (page === null) return sheetOf(url, job)
      const bytes = job.pages[Number(page)]
      return bytes
        ? new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/png', 'cache-control': 'no-store' } })
        : new Response(null, { status: 404 })
    },
    print: async (title, pages, size = A4) => {
      const job = randomUUID()
      jobs.set(job, { title, pages, size })
      const window = new BrowserWindow({ show: false, title, webPreferences: safeWebPreferences(preload, false) })
      windows.add(window)
      try {
        await window.loadURL(`${appOrigin}/print?job=${job}`)
        return await printWindow(window, { size, printer: printer() })
      } finally {
        jobs.delete(job)
        windows.delete(window)
        if (!window.isDestroyed()) window.destroy()
      }
    },
    drop: () => {
      jobs.clear()
      // One whose system dialog stands open may be gone and still be waited for.
      for (const window of windows) if (!window.isDestroyed()) window.destroy()
      windows.clear()
    },
  }
}

function sheetOf(url: URL, job: Job): Response {
  const { width, height } = job.size
  const nonce = randomUUID()
  const images = job.pages.map(
    (_, page) => `<img alt="" src="/print?job=${url.searchParams.get('job')}&amp;page=${page}">`,
  )
  const style =
    `@page{size:${width}mm ${height}mm;margin:0}body{margin:0}` +
    `img{display:block;width:${width}mm;height:${height}mm;break-after:page}img:last-child{break-after:auto}`
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(job.title)}</title><style nonce="${nonce}">${style}</style><body>${images.join('')}</body></html>`
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
    },
  })
}

const escaped = (text: string) => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)

async function printWindow(
  window: BrowserWindow,
  { size, printer }: { readonly size: PaperSize; readonly printer: string | undefined },
): Promise<'printed' | 'cancelled' | 'noPrinter'> {
  const printers = await window.webContents.getPrintersAsync()
  if (printers.length === 0) return 'noPrinter'
  const chosen = printers.some(({ name }) => name === printer) && printer ? { deviceName: printer } : {}
  return new Promise(resolve => {
    window.webContents.print(
      {
        ...{ silent: false, printBackground: true, margins: { marginType: 'none' } },
        // Electron counts paper in micrometres.
        pageSize: size === A4 ? 'A4' : { width: size.width * 1000, height: size.height * 1000 },
        ...chosen,
      },
      isDone => resolve(isDone ? 'printed' : 'cancelled'),
    )
  })
}
