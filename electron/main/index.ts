import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
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
import { actsPath, deskChannels, letterFontPath, scanPath, scanSourcePath } from '#shared/contracts/desk-channels'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import { cardService } from './card-reader/card-service'
import { officeClock } from './clock/office-clock'
import { readRehearsal } from './clock/rehearsal'
import { intakeDesk } from './documents/intake-desk'
import { outtakeDesk } from './documents/outtake/outtake-desk'
import { readerInThread } from './documents/run-reader'
import { fontRoute } from './fonts/font-route'
import { fontFolders } from './fonts/system-fonts'
import { actsRoute } from './ipc/acts-route'
import { deskHandlers } from './ipc/desk-handlers'
import { openToAnyone } from './ipc/open-to-anyone'
import { serveChannels } from './ipc/serve-channels'
import { checkInThread } from './ledger/run-check'
import { openLog } from './log/log'
import { chosenFolder, mediaOfThisMachine } from './media/finding/this-machine'
import { stickExchange } from './media/carrying/stick-exchange'
import { nodeMediaFiles } from './media/exporting/node-media-files'
import { mediaDesk } from './media/media-desk'
import { joinDesk } from './neighbours/joining/join-desk'
import { finishJoining } from './neighbours/joining/joining-folder'
import { neighbourDesk } from './neighbours/neighbour-desk'
import { letterDesk } from './printing/letter-desk'
import { registerDesk } from './registers/register-desk'
import { printQueue } from './printing/print-pages'
import { registerFiles } from './registers/register-files'
import { scanDesk } from './scans/scan-desk'
import { scanRoute, scanSourceRoute } from './scans/scan-routes'
import { scanSources } from './scans/scan-sources'
import { serveApp } from './security/app-protocol'
import { listBuiltFiles } from './security/built-files'
import { lockDownContents, lockDownSession } from './security/lock-down'
import { appScheme } from './security/origins'
import { schemePrivileges } from './security/scheme-privileges'
import { asksForKiosk, createKiosk, type Kiosk } from './kiosk/kiosk'
import { kioskLimitsOf } from './kiosk/kiosk-limits'
import { nodeCraft } from './sync/node-craft'
import { argon2Kdf } from './vault/password-key'
import { openExchange } from './sync/live/open-exchange'
import { pinnedHeadquarters } from './sync/live/pinned-headquarters'
import { handOver } from './updates/hand-over'
import { pinnedUpdateKeys } from './updates/pinned-keys'
import { offeredIn, updateDesk } from './updates/update-desk'
import { openVault } from './vault/open-vault'
import { openDeskWindow } from './windows/desk-window'
import { freeBytesAt } from './workstation/disk-space'
import { machineDesk } from './workstation/machine-desk'
import { journalCare } from './workstation/journal-care'
import { mirrorOf, readSettings } from './workstation/settings'
import { chooseStore } from './workstation/store-choice'
import { setAsideUnfinishedSetUp } from './workstation/unfinished-set-up'
import { Workstation } from './workstation/workstation'

const built = path.resolve(import.meta.dirname, '..')
const preload = path.join(built, 'preload', 'desk-preload.cjs')
const checkThread = path.join(built, 'check-thread', 'check-thread.cjs')
const readerThread = path.join(built, 'reader-thread', 'reader-thread.cjs')
/** Tables of Chinese character codes for pdf.js, which the page uses too. */
const cMaps = `${path.join(built, 'renderer', 'desk', 'pdf-decoders')}/`
/** The first screen is drawn by then. */
const checkDelayMs = 1_500
// Beside, not inside, the folders that Chromium keeps and may reset.
const store = chooseStore(process.argv, app.getPath('userData'))
app.setPath('userData', store.userData)
const office = path.join(store.userData, 'office')

protocol.registerSchemesAsPrivileged(schemePrivileges)
app.enableSandbox()
lockDownContents(app)

let window: BrowserWindow | null = null
let kiosk: Kiosk | null = null
let offeredUpdate = offeredIn(process.argv)
/** Opens the desk's window, or brings it to the front; nothing before the office is there to open. */
let showDesk = (): void => undefined

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) => {
    offeredUpdate = offeredIn(argv) ?? offeredUpdate
    if (asksForKiosk(argv)) kiosk?.start()
    else showDesk()
  })
  app.on('before-quit', () => kiosk?.letGo())
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
  finishJoining(office)
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
  const machine = machineDesk({
    office,
    askFolder,
    askFontFile,
    listPrinters,
    fontFolders: fontFolders(process.platform, process.env),
    mirrorState: () => workstation.mirrorState,
  })
  const pinned = pinnedHeadquarters(vault.value)
  const printing = printQueue(preload, () => machine.printerName())
  const workstation = new Workstation({
    folder: office,
    vault: vault.value,
    clock,
    freeBytes: () => rehearsal.freeBytes ?? freeBytesAt(app.getPath('userData')),
    schedule,
    newId: randomUUID,
    onTimedLock: () => {
      dropDocuments()
      printing.drop()
      window?.webContents.send(deskEvents.lockedByTimer)
    },
    journalCare: journalCare({
      folder: office,
      runCheck: checkInThread({ source: () => fs.readFileSync(checkThread, 'utf8'), delayMs: checkDelayMs }),
    }),
    onJournalLocked: problem => {
      log('journal', problem.kind)
      window?.webContents.send(deskEvents.journalLocked)
    },
    pinned: () => pinned.current(),
    onChange: change => {
      exchange.hear(change)
      neighbours.hear(change)
    },
    ...mirrorOf(settings, 'journal'),
  })
  const exchange = openExchange({
    ...{ workstation, pinned, schedule, program: app.getVersion() },
    askFolder: () => askFolder('选择存放登记申请的文件夹'),
    askFile: () => askPath({ properties: ['openFile'], filters: [{ name: '登记答复', extensions: ['json'] }] }),
    onFault: cause => log('exchange', cause),
    tell: news => window?.webContents.send(news === 'came' ? deskEvents.actsCame : deskEvents.exchangeChanged),
    onRolledOver: () => kiosk?.follow(),
  })
  const files = listBuiltFiles(path.join(built, 'renderer', 'desk'))
  const sources = scanSources({
    scanFolder: settings.scanFolder,
    newId: randomUUID,
    now: () => performance.now(),
  })
  const scans = scanDesk({ workstation, sources, askFiles, newId: randomUUID })
  const intake = intakeDesk({
    workstation,
    scans,
    ask: what =>
      what === 'folder' ? askFolder('选择文件夹') : askPath({ properties: ['openFile'], filters: documentFiles }),
    startReader: readerInThread({ source: () => fs.readFileSync(readerThread, 'utf8'), cMaps }),
    newId: randomUUID,
    sentFolder: path.join(app.getPath('userData'), 'sent-documents'),
  })
  const outtake = outtakeDesk({
    workstation,
    askWhere,
    askFolder: () => askFolder('选择放移交包的文件夹'),
    documentsFolder: app.getPath('documents'),
    newId: randomUUID,
  })
  const media = mediaDesk({
    workstation,
    find: mediaOfThisMachine(process.platform),
    folderAt: chosenFolder,
    askFolder: () => askFolder('选择导出的文件夹'),
    files: nodeMediaFiles,
    sticks: stickExchange({ workstation, ...exchange.sticks }),
    newId: randomUUID,
    now: () => performance.now(),
  })
  const updates = updateDesk({
    workstation,
    userData: store.userData,
    isTraining: store.isTraining,
    program: {
      ...{ product: 'cn.gov.records-desk', version: app.getVersion() },
      ...{ platform: process.platform, arch: process.arch },
    },
    keys: rehearsal.updateKey ? [...pinnedUpdateKeys, rehearsal.updateKey] : pinnedUpdateKeys,
    offered: () => offeredUpdate,
    askPackage: () => askPath({ properties: ['openFile'], filters: [{ name: '更新包', extensions: ['rdupdate'] }] }),
    handOver,
  })
  const neighbours = neighbourDesk({
    ...{
      office,
      workstation,
      craft: nodeCraft,
      pinned: () => pinned.current(),
      now: () => clock.now(),
      random: randomBytes,
    },
    ...{ newId: randomUUID, askWhere, askFile: askJoinFile },
    onTaken: () => {
      window?.webContents.send(deskEvents.actsCame)
      exchange.hear('written') // headquarters hears of it from here too
    },
    onFault: cause => log('neighbours', cause),
  })
  const joining = joinDesk({
    ...{ office, vault: vault.value, kdf: argon2Kdf, craft: nodeCraft, now: () => clock.now(), random: randomBytes },
    ...{ newId: randomUUID, askWhere, askFile: askJoinFile },
    wait: ms => pause(ms),
    onFault: cause => log('joining', cause),
  })
  void neighbours.start()
  const dropDocuments = () => {
    neighbours.drop()
    intake.closeAll()
    outtake.dropAll()
    media.dropAll()
  }
  app.on('will-quit', () => {
    void neighbours.stop()
    exchange.end()
    workstation.lock()
  })
  const lockNow = () => {
    if (!workstation.isOpen) return
    workstation.lock()
    dropDocuments()
    printing.drop()
    window?.webContents.send(deskEvents.lockedByTimer)
  }
  powerMonitor.on('suspend', lockNow)
  powerMonitor.on('lock-screen', lockNow)

  const routes = {
    [actsPath]: actsRoute(() => workstation.ledger),
    [scanPath]: scanRoute(workstation),
    [scanSourcePath]: scanSourceRoute({ isOpen: () => workstation.isOpen, sources }),
    '/print': printing.route,
    [letterFontPath]: fontRoute(machine.fonts),
  }
  protocol.handle(appScheme, serveApp({ files, routes }))
  lockDownSession(session.defaultSession)

  kiosk = createKiosk({
    built,
    folder: path.join(store.userData, 'kiosk'),
    workstation,
    limits: kioskLimitsOf(office),
    printerName: () => machine.printerName(),
    log: (reference, channel, cause) => log(`${reference} ${channel}`, cause),
  })
  serveChannels(ipcMain as never, {
    channels: deskChannels,
    handlers: deskHandlers({
      workstation,
      registers: registerDesk({ askWhere, documentsFolder: app.getPath('documents') }),
      scans,
      cards: cardService(() => machine.cardReader()),
      machine,
      kiosk,
      program: { isTraining: store.isTraining, switchTo },
      ...{ intake, outtake, media, neighbours, joining, exchange: exchange.desk, updates },
      oldRegisters: registerFiles({ askWhich, askWhere, documentsFolder: app.getPath('documents') }),
      letters: letterDesk({ askWhere, printPages: printing.print, documentsFolder: app.getPath('documents') }),
    }),
    isWindow: id => window?.webContents.id === id,
    openToAnyone,
    isSignedIn: () => workstation.isOpen,
    log: (reference, channel, cause) => log(`${reference} ${channel}`, cause),
  })
  showDesk = () => {
    if (window) return window.focus()
    window = openDeskWindow(preload, !app.isPackaged)
    window.on('closed', () => {
      window = null
      lockNow() // the kiosk may keep the program running
    })
  }
  const startsAsKiosk = asksForKiosk(process.argv) && vault.value.status().state !== 'empty'
  if (startsAsKiosk) kiosk.start()
  else showDesk() // where there is no office yet, there is nothing to show to visitors
}

function schedule(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** Two programs on two stores, never one that changes under the hands of whoever works in it. */
function switchTo(to: 'office' | 'training'): void {
  app.relaunch({ args: store.argumentsFor(to) })
  app.quit()
}

async function askFolder(title: string): Promise<string | null> {
  return askPath({ title, properties: ['openDirectory', 'createDirectory'] })
}

async function askFontFile(): Promise<string | null> {
  return askPath({ properties: ['openFile'], filters: [{ name: 'TrueType', extensions: ['ttf', 'TTF'] }] })
}

async function askPath(options: OpenDialogOptions): Promise<string | null> {
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, options)
    : await dialog.showOpenDialog(options)
  return canceled ? null : (filePaths[0] ?? null)
}

async function listPrinters(): Promise<{ name: string; shownAs: string }[]> {
  const printers = (await window?.webContents.getPrintersAsync()) ?? []
  return printers.map(({ name, displayName }) => ({ name, shownAs: displayName || name }))
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

/** A request to join, or the answer to one. */
async function askJoinFile(): Promise<string | null> {
  return askPath({ properties: ['openFile'], filters: [{ name: '加入办公室的文件', extensions: ['json', 'age'] }] })
}

const documentFiles = [
  { name: '目录、移交包、文件', extensions: ['xlsx', 'csv', 'jsonl', 'ndjson', 'zip', 'md', 'txt', 'pdf', 'docx'] },
]

async function askWhich(): Promise<string | null> {
  return askPath({ properties: ['openFile'], filters: [{ name: '登记簿', extensions: ['xlsx', 'csv', 'txt'] }] })
}
