import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import { contentSecurityPolicy } from '../security/content-security-policy'
import { appOrigin } from '../security/origins'
import { safeWebPreferences } from '../security/web-preferences'

/** Pages that wait for the print window, under a name nobody can guess; gone when the window is. */
export interface PrintQueue {
  /** Answers /print?job=…[&page=n] to the print window. */
  readonly route: (url: URL) => Response
  print(title: string, pages: readonly Uint8Array[]): Promise<'printed' | 'cancelled' | 'noPrinter'>
  /** Closes every print window and forgets its pages: the desk was locked. */
  drop(): void
}

/**
 * Prints page images in a window of our own. Printing a PDF through Chromium's viewer depends on its plug-in, which a
 * sandboxed window must not load; at 300 dpi an image is what the printer would have made of the page.
 */
export function printQueue(preload: string, printer: () => string | undefined): PrintQueue {
  const jobs = new Map<string, { title: string; pages: readonly Uint8Array[] }>()
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
    print: async (title, pages) => {
      const job = randomUUID()
      jobs.set(job, { title, pages })
      const window = new BrowserWindow({ show: false, title, webPreferences: safeWebPreferences(preload, false) })
      windows.add(window)
      try {
        await window.loadURL(`${appOrigin}/print?job=${job}`)
        return await printWindow(window, printer())
      } finally {
        jobs.delete(job)
        windows.delete(window)
        if (!window.isDestroyed()) window.destroy()
      }
    },
    drop: () => {
      jobs.clear()
      for (const window of windows) window.destroy()
    },
  }
}

function sheetOf(url: URL, job: { title: string; pages: readonly Uint8Array[] }): Response {
  const nonce = randomUUID()
  const images = job.pages.map(
    (_, page) => `<img alt="" src="/print?job=${url.searchParams.get('job')}&amp;page=${page}">`,
  )
  const style =
    '@page{size:A4;margin:0}body{margin:0}img{display:block;width:210mm;height:297mm;break-after:page}img:last-child{break-after:auto}'
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
  wanted: string | undefined,
): Promise<'printed' | 'cancelled' | 'noPrinter'> {
  const printers = await window.webContents.getPrintersAsync()
  if (printers.length === 0) return 'noPrinter'
  const chosen = printers.some(({ name }) => name === wanted) && wanted ? { deviceName: wanted } : {}
  return new Promise(resolve => {
    window.webContents.print(
      { silent: false, printBackground: true, pageSize: 'A4', margins: { marginType: 'none' }, ...chosen },
      isDone => resolve(isDone ? 'printed' : 'cancelled'),
    )
  })
}
