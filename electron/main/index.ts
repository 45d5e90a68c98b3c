import path from 'node:path'
import { app, clipboard, dialog, Menu, powerMonitor, protocol, session } from 'electron'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import type { Problem } from '#shared/contracts/problems'
import { readRehearsal } from './clock/rehearsal'
import { fontFolders } from './fonts/system-fonts'
import { asksForKiosk, createKiosk, type Kiosk } from './kiosk/kiosk'
import { kioskLimitsOf } from './kiosk/kiosk-limits'
import { openLog } from './log/log'
import { offeredExports } from './media/finding/offered-export'
import { builtProgram } from './program/built-program'
import { openDesks } from './program/open-desks'
import { openOffice } from './program/open-office'
import { keepPagesSmall } from './program/page-memory'
import { serveDesk } from './program/serve-desk'
import { lockDownContents, lockDownSession } from './security/lock-down'
import { schemePrivileges } from './security/scheme-privileges'
import { offeredIn } from './updates/update-desk'
import { deskWindow } from './windows/desk-window'
import { startRefusal } from './windows/start-refusal'
import { systemDialogs } from './windows/system-dialogs'
import { dropUnreadableDatabases } from './windows/unreadable-databases'
import { machineIdentifiers, nodeSources } from './workstation/machine-identifiers'
import { chooseStore } from './workstation/store-choice'

const built = builtProgram(path.resolve(import.meta.dirname, '..'))
// Beside, not inside, the folders that Chromium keeps and may reset.
const store = chooseStore(process.argv, app.getPath('userData'))
app.setPath('userData', store.userData)

protocol.registerSchemesAsPrivileged(schemePrivileges)
app.enableSandbox()
keepPagesSmall()
lockDownContents(app)

const window = deskWindow({ preload: built.preload, devTools: !app.isPackaged })
/** Of whoever is signed in; nobody is before the office is open. */
let sitting = (): number | null => null
const ask = systemDialogs(window, () => sitting())
let kiosk: Kiosk | null = null
let offeredUpdate = offeredIn(process.argv)
const offeredBundles = offeredExports(process.argv)
/** Opens the desk's window, or brings it to the front; nothing before the office is there to open. */
let showDesk = (): void => undefined

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) => {
    offeredUpdate = offeredIn(argv) ?? offeredUpdate
    const isBundle = offeredBundles.hear(argv)
    if (asksForKiosk(argv)) kiosk?.start()
    else showDesk()
    if (isBundle) window.tell(deskEvents.bundleOffered)
  })
  app.on('before-quit', () => kiosk?.letGo())
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
} else {
  app.quit()
}

/** Opens the office (locked), then what works on it, then serves both to the window, and shows it. */
function start(): void {
  Menu.setApplicationMenu(null) // its default entries reload, zoom and open the developer tools
  const log = openLog(app.getPath('logs'))
  const rehearsal = readRehearsal(app.isPackaged, process.env)
  const program = { built, rehearsal, window, ask, version: app.getVersion() }
  const opened = openOffice({
    ...{ ...program, log, folder: path.join(store.userData, 'office'), onDisk: store.userData },
    onTimedLock: () => forget(),
    dropView: () => dropView(),
    machineIdentifiers: () => machineIdentifiers(nodeSources(process.env)),
    onRolledOver: () => kiosk?.follow(),
  })
  if (!opened.ok) return refuseToStart(opened.problem, log)
  const office = opened.value
  const { workstation, vault } = office
  sitting = () => workstation.sitting
  const desks = openDesks({
    ...{ ...program, office, store, documentsFolder: app.getPath('documents') },
    fontFolders: fontFolders(process.platform, process.env),
    ...{ appImage: process.env['APPIMAGE'], offeredUpdate: () => offeredUpdate },
    offeredBundles,
  })
  const forget = () => {
    desks.drop()
    window.tell(deskEvents.lockedByTimer)
  }
  const lockNow = () => {
    if (!workstation.isOpen) return
    workstation.lock()
    forget()
  }
  powerMonitor.on('suspend', lockNow)
  powerMonitor.on('lock-screen', lockNow)
  app.on('will-quit', () => {
    void office.neighbours.stop()
    office.exchange.end()
    workstation.lock()
  })

  lockDownSession(session.defaultSession)
  const { storagePath } = session.defaultSession
  const dropView = async () => {
    log('databases', 'a window could not open them')
    await session.defaultSession.clearStorageData({ storages: ['indexdb'] })
  }
  for (const gone of dropUnreadableDatabases(storagePath ?? store.userData)) log('databases', path.basename(gone))
  kiosk = createKiosk({
    built: built.folder,
    folder: path.join(store.userData, 'kiosk'),
    workstation,
    limits: kioskLimitsOf(office.folder),
    printerName: () => desks.machine.printerName(),
    onWritten: () => window.tell(deskEvents.actsCame),
    log: (reference, channel, cause) => log(`${reference} ${channel}`, cause),
  })
  serveDesk({
    office,
    desks,
    kiosk,
    built,
    window,
    log,
    program: { isTraining: store.isTraining, switchTo, copy: text => clipboard.writeText(text), dropView },
  })

  showDesk = () => window.show(lockNow) // the kiosk may keep the program running when it is closed
  const startsAsKiosk = asksForKiosk(process.argv) && vault.status().state !== 'empty'
  if (startsAsKiosk) kiosk.start()
  else showDesk() // where there is no office yet, there is nothing to show to visitors
  void office.neighbours.start()
}

function refuseToStart(problem: Problem, log: ReturnType<typeof openLog>): void {
  log('vault', problem.kind)
  const { title, text } = startRefusal(problem, path.join(store.userData, 'office'))
  dialog.showErrorBox(title, text)
  app.quit()
}

/** Two programs on two stores, never one that changes under the hands of whoever works in it. */
function switchTo(to: 'office' | 'training'): void {
  app.relaunch({ args: store.argumentsFor(to) })
  app.quit()
}
