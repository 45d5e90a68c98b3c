import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron'

const sameModule = createRequire(import.meta.url)('electron').app === app
const pages = path.join(import.meta.dirname, 'pages')
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' }
const policy = process.env['FIXTURE_POLICY'] ?? "default-src 'none'" // start-fixture.ts gives that of the product
const seen = { secondInstance: [], navigations: [], opens: [], posts: [] }
globalThis.seen = seen

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])

if (!app.requestSingleInstanceLock({ from: 'fixture' })) app.quit()
else {
  app.on('second-instance', (_event, argv, _cwd, data) => seen.secondInstance.push({ argv, data }))
  void app.whenReady().then(start)
}
app.on('window-all-closed', () => app.quit())

/** The kiosk's own handler: the same address, another document. */
async function answerKiosk(request) {
  const url = new URL(request.url)
  return url.pathname === '/whose' ? Response.json({ whose: 'kiosk' }) : answer(request)
}

async function answer(request) {
  const url = new URL(request.url)
  if (url.host !== 'bundle') return new Response('wrong host', { status: 404 })
  if (url.pathname === '/post') {
    const body = new Uint8Array(await request.arrayBuffer())
    seen.posts.push({ origin: request.headers.get('origin'), cookie: request.headers.get('cookie') })
    return Response.json({ length: body.length, first: body[0], method: request.method })
  }
  if (url.pathname === '/whose') return Response.json({ whose: 'desk' })
  if (url.pathname === '/bytes') return new Response(new Uint8Array(Number(url.searchParams.get('n'))).fill(7))
  const body = await readFile(path.join(pages, url.pathname)).catch(() => undefined)
  if (!body) return new Response('not found', { status: 404 })
  const headers = { 'content-type': types[path.extname(url.pathname)] }
  // open.html has no policy, to see that the way out is shut even so.
  if (url.pathname !== '/open.html') headers['content-security-policy'] = policy
  return new Response(body, { headers })
}

async function start() {
  const kiosk = session.fromPartition('persist:kiosk')
  for (const each of [session.defaultSession, kiosk]) {
    each.protocol.handle('app', each === kiosk ? answerKiosk : answer)
    each.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
    each.setPermissionCheckHandler(() => false)
  }
  ipcMain.handle('echo', (_event, value) => value)
  ipcMain.handle('sender', event => ({
    url: event.senderFrame.url,
    top: event.senderFrame === event.sender.mainFrame && event.senderFrame.parent === null,
    sameModule,
    version: app.getVersion(),
  }))
  ipcMain.handle('fail', () => {
    throw new RangeError('坏了')
  })
  ipcMain.handle('save', async event =>
    dialog.showSaveDialog(BrowserWindow.fromWebContents(event.sender), { title: '保存' }),
  )
  ipcMain.handle('pdf', async event => (await event.sender.printToPDF({ pageSize: 'A4' })).subarray(0, 5).toString())
  ipcMain.handle('print', async event => {
    const done = new Promise(resolve =>
      event.sender.print({ silent: true, pageSize: 'A4' }, (ok, why) => resolve({ ok, why })),
    )
    return { printers: (await event.sender.getPrintersAsync()).length, ...(await done) }
  })
  void open('default')
  globalThis.openKiosk = () => open('persist:kiosk')
  globalThis.kioskMayClose = true
}

function open(partition) {
  const preload = path.join(import.meta.dirname, partition === 'default' ? 'preload.cjs' : 'kiosk-preload.cjs')
  const preferences = { preload, contextIsolation: true, sandbox: true, nodeIntegration: false }
  if (partition !== 'default') preferences.partition = partition
  const window = new BrowserWindow({ width: 900, height: 700, webPreferences: preferences })
  if (partition !== 'default') window.on('close', event => globalThis.kioskMayClose || event.preventDefault())
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.opens.push(url)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', event => {
    seen.navigations.push(event.url)
    event.preventDefault()
  })
  return window.loadURL('app://bundle/index.html')
}
