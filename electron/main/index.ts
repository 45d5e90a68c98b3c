import { randomUUID } from 'node:crypto'
import path from 'node:path'
import {
  app,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  session,
  type BrowserWindow,
  type OpenDialogOptions,
} from 'electron'
import { actsPath, deskChannels, scanPath, scanSourcePath } from '#shared/contracts/desk-channels'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import { cardService } from './card-reader/card-service'
import { officeClock } from './clock/office-clock'
import { readRehearsal } from './clock/rehearsal'
import { actsRoute } from './ipc/acts-route'
import { deskHandlers } from './ipc/desk-handlers'
import { openToAnyone } from './ipc/open-to-anyone'
import { serveChannels } from './ipc/serve-channels'
import { openLog } from './log/log'
import { letterDesk } from './printing/letter-desk'
import { registerDesk } from './registers/register-desk'
import { printQueue } from './printing/print-pages'
import { scanDesk } from './scans/scan-desk'
import { scanRoute, scanSourceRoute } from './scans/scan-routes'
import { scanSources } from './scans/scan-sources'
import { serveApp } from './security/app-protocol'
import { listBuiltFiles } from './security/built-files'
import { lockDownContents, lockDownSession } from './security/lock-down'
import { appScheme } from './security/origins'
import { schemePrivileges } from './security/scheme-privileges'
import { openVault } from './vault/vault'
import { openDeskWindow } from './windows/desk-window'
import { freeBytesAt } from './workstation/disk-space'
import { mirrorOf, readSettings } from './workstation/settings'
import { setAsideUnfinishedSetUp } from './workstation/unfinished-set-up'
import { Workstation } from './workstation/workstation'

const built = path.resolve(import.meta.dirname, '..')
const preload = path.join(built, 'preload', 'desk-preload.cjs')
// Beside, not inside, the folders that Chromium keeps and may reset.
const office = path.join(app.getPath('userData'), 'office')

protocol.registerSchemesAsPrivileged(schemePrivileges)
app.enableSandbox()
lockDownContents(app)

let window: BrowserWindow | null = null

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => window?.focus())
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(openOffice)
} else {
  app.quit()
}

function openOffice(): void {
  Menu.setApplicationMenu(null) // its default entries reload, zoom and open the developer tools
  const log = openLog(app.getPath('logs'))
  const rehearsal = readRehearsal(app.isPackaged, process.env)
  const clock = officeClock({ wall: () => Date.now(), monotonic: () => performance.now() }, rehearsal.startsAt)
  setAsideUnfinishedSetUp(office)
  const settings = readSettings(office)
  const vault = openVault({
    folder: path.join(office, 'vault'),
    now: () => clock.now(),
    ...mirrorOf(settings, 'vault'),
  })
  if (!vault.ok) {
    log('vault', vault.problem.kind)
    dialog.showErrorBox('公开查阅台', `保管库无法打开（${vault.problem.kind}）。资料没有改动，请联系管理员。`)
    app.quit()
    return
  }
  const printing = printQueue(preload)
  const workstation = new Workstation({
    folder: office,
    vault: vault.value,
    clock,
    freeBytes: () => rehearsal.freeBytes ?? freeBytesAt(app.getPath('userData')),
    schedule: (run, ms) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    newId: randomUUID,
    onTimedLock: () => {
      printing.drop()
      window?.webContents.send(deskEvents.lockedByTimer)
    },
    ...mirrorOf(settings, 'journal'),
  })
  app.on('will-quit', () => workstation.lock())
  const lockNow = () => {
    if (!workstation.isOpen) return
    workstation.lock()
    printing.drop()
    window?.webContents.send(deskEvents.lockedByTimer)
  }
  powerMonitor.on('suspend', lockNow)
  powerMonitor.on('lock-screen', lockNow)

  const files = listBuiltFiles(path.join(built, 'renderer', 'desk'))
  const sources = scanSources({
    scanFolder: settings.scanFolder,
    newId: randomUUID,
    now: () => performance.now(),
  })
  const routes = {
    [actsPath]: actsRoute(() => workstation.ledger),
    [scanPath]: scanRoute(workstation),
    [scanSourcePath]: scanSourceRoute({ isOpen: () => workstation.isOpen, sources }),
    '/print': printing.route,
  }
  protocol.handle(appScheme, serveApp({ files, routes }))
  lockDownSession(session.defaultSession)

  serveChannels(ipcMain as never, {
    channels: deskChannels,
    handlers: deskHandlers({
      workstation,
      registers: registerDesk({ askWhere, documentsFolder: app.getPath('documents') }),
      scans: scanDesk({ workstation, sources, askFiles, newId: randomUUID }),
      cards: cardService(settings.cardReader),
      letters: letterDesk({ askWhere, printPages: printing.print, documentsFolder: app.getPath('documents') }),
    }),
    isWindow: id => window?.webContents.id === id,
    openToAnyone,
    isSignedIn: () => workstation.isOpen,
    log: (reference, channel, cause) => log(`${reference} ${channel}`, cause),
  })
  window = openDeskWindow(preload, !app.isPackaged)
  window.on('closed', () => (window = null))
}

async function askWhere(suggested: string): Promise<string | null> {
  const extension = path.extname(suggested).slice(1)
  const options = { defaultPath: suggested, filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return canceled || !filePath ? null : filePath
}

async function askFiles(): Promise<readonly string[]> {
  const options: OpenDialogOptions = {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'PDF, JPEG, PNG, TIFF, TXT', extensions: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'txt'] }],
  }
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? [] : filePaths
}
