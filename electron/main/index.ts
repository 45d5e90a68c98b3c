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
  type FileFilter,
} from 'electron'
import { actsPath, deskChannels } from '#shared/contracts/desk-channels'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import { officeClock } from './clock/office-clock'
import { readRehearsal } from './clock/rehearsal'
import { actsRoute } from './ipc/acts-route'
import { deskHandlers } from './ipc/desk-handlers'
import { openToAnyone } from './ipc/open-to-anyone'
import { serveChannels } from './ipc/serve-channels'
import { openLog } from './log/log'
import { letterDesk } from './printing/letter-desk'
import { printQueue } from './printing/print-pages'
import { registerFiles } from './registers/register-files'
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
  const routes = { [actsPath]: actsRoute(() => workstation.ledger), '/print': printing.route }
  protocol.handle(appScheme, serveApp({ files, routes }))
  lockDownSession(session.defaultSession)

  serveChannels(ipcMain as never, {
    channels: deskChannels,
    handlers: deskHandlers({
      workstation,
      registers: registerFiles({ askWhich, askWhere: askWhereCsv, documentsFolder: app.getPath('documents') }),
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

const askWhere = (suggested: string) => askWhereToSave(suggested, { name: 'PDF', extensions: ['pdf'] })
const askWhereCsv = (suggested: string) => askWhereToSave(suggested, { name: 'CSV', extensions: ['csv'] })

async function askWhereToSave(suggested: string, filter: FileFilter): Promise<string | null> {
  const options = { defaultPath: suggested, filters: [filter] }
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return canceled || !filePath ? null : filePath
}

async function askWhich(): Promise<string | null> {
  const filters = [{ name: '登记簿', extensions: ['xlsx', 'csv', 'txt'] }]
  const options = { properties: ['openFile' as const], filters }
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? null : (filePaths[0] ?? null)
}
