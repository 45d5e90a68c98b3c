import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { updateProduct } from '#shared/contracts/update-package'
import { cardService } from '../card-reader/card-service'
import type { Rehearsal } from '../clock/rehearsal'
import { intakeDesk } from '../documents/intake-desk'
import { outtakeDesk } from '../documents/outtake/outtake-desk'
import { readerInThread } from '../documents/run-reader'
import { stickExchange } from '../media/carrying/stick-exchange'
import { nodeMediaFiles } from '../media/exporting/node-media-files'
import { withOffered, type OfferedExports } from '../media/finding/offered-export'
import { chosenFolder, mediaOfThisMachine } from '../media/finding/this-machine'
import { mediaDesk } from '../media/media-desk'
import { letterDesk } from '../printing/letter-desk'
import { printQueue } from '../printing/print-pages'
import { registerDesk } from '../registers/register-desk'
import { registerFiles } from '../registers/register-files'
import { scanDesk } from '../scans/scan-desk'
import { scanSources } from '../scans/scan-sources'
import { handOver } from '../updates/hand-over'
import { runningKind } from '../updates/judge-update'
import { pinnedUpdateKeys } from '../updates/pinned-keys'
import { updateDesk } from '../updates/update-desk'
import type { DeskWindow } from '../windows/desk-window'
import type { SystemDialogs } from '../windows/system-dialogs'
import { machineDesk } from '../workstation/machine-desk'
import type { StoreChoice } from '../workstation/store-choice'
import type { BuiltProgram } from './built-program'
import type { Office } from './open-office'

export interface DesksParts {
  readonly office: Office
  readonly store: StoreChoice
  readonly built: BuiltProgram
  readonly rehearsal: Rehearsal
  readonly window: Pick<DeskWindow, 'current'>
  readonly ask: SystemDialogs
  readonly version: string
  /** Where the person keeps files of their own. */
  readonly documentsFolder: string
  /** Where the system keeps fonts. */
  readonly fontFolders: readonly string[]
  /** The file of the AppImage that runs; undefined where the program is installed. */
  readonly appImage: string | undefined
  /** An update's package that the program was opened with. */
  readonly offeredUpdate: () => string | null
  /** Exports whose bundles it was opened with. */
  readonly offeredBundles: OfferedExports
}

/** What the clerk's window works with on this machine. */
export type Desks = ReturnType<typeof openDesks>

export function openDesks({ office, built, ask, documentsFolder, ...parts }: DesksParts) {
  const { workstation } = office
  const { userData } = parts.store
  const newId = randomUUID
  const now = () => performance.now()
  const machine = machineDesk({
    office: office.folder,
    askFolder: ask.folder,
    askFontFile: () => ask.file({ name: 'TrueType', extensions: ['ttf', 'TTF'] }),
    listPrinters: () => printersOf(parts.window),
    fontFolders: parts.fontFolders,
    mirrorState: () => workstation.mirrorState,
  })
  const printing = printQueue(built.preload, () => machine.printerName())
  const sources = scanSources({ scanFolder: office.settings.scanFolder, newId, now })
  const scans = scanDesk({ workstation, sources, newId, askFiles: () => ask.files(scanKinds) })
  const intake = intakeDesk({
    ...{ workstation, scans, newId },
    ask: what => (what === 'folder' ? ask.folder('选择文件夹') : ask.file(documentKinds)),
    startReader: readerInThread({ source: built.readerThread, cMaps: built.cMaps }),
    sentFolder: path.join(userData, 'sent-documents'),
  })
  const outtake = outtakeDesk({
    ...{ workstation, documentsFolder, newId, askWhere: ask.where },
    askFolder: () => ask.folder('选择放移交包的文件夹'),
  })
  const findMedia = mediaOfThisMachine(process.platform)
  const media = mediaDesk({
    ...{ workstation, newId, now, folderAt: chosenFolder, files: nodeMediaFiles },
    find: () => withOffered(findMedia(), parts.offeredBundles.folder(), chosenFolder),
    takeOffered: () => parts.offeredBundles.takeNews(),
    askFolder: () => ask.folder('选择导出的文件夹'),
    sticks: stickExchange({ workstation, ...office.exchange.sticks }),
  })
  const { updateKey } = parts.rehearsal
  const updates = updateDesk({
    ...{ workstation, userData, isTraining: parts.store.isTraining, handOver },
    program: {
      ...{ product: updateProduct, version: parts.version },
      ...{ platform: process.platform, arch: process.arch, kind: runningKind(process.platform, parts.appImage) },
    },
    appImage: parts.appImage,
    keys: updateKey ? [...pinnedUpdateKeys, updateKey] : pinnedUpdateKeys,
    offered: parts.offeredUpdate,
    askPackage: () => ask.file({ name: '更新包', extensions: ['rdupdate'] }),
    headquarters: stopping => office.exchange.updatesThere(stopping),
  })
  return {
    ...{ machine, printing, sources, scans, intake, outtake, media, updates },
    cards: cardService(() => machine.cardReader()),
    letters: letterDesk({ askWhere: ask.where, printPages: printing.print, documentsFolder }),
    registers: registerDesk({ askWhere: ask.where, documentsFolder }),
    oldRegisters: registerFiles({ askWhich: () => ask.file(registerKinds), askWhere: ask.where, documentsFolder }),
    /** At every lock, by whom or what ever: what is half done holds what nobody may see now. */
    drop: () => {
      office.neighbours.drop()
      intake.closeAll()
      outtake.dropAll()
      media.dropAll()
      printing.drop()
      void updates.breakOff()
    },
  }
}

const scanKinds = {
  name: 'PDF, JPEG, PNG, TIFF, TXT',
  extensions: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'txt'],
}
const documentKinds = {
  name: '目录、移交包、文件',
  extensions: ['xlsx', 'csv', 'jsonl', 'ndjson', 'zip', 'md', 'txt', 'pdf', 'docx'],
}
const registerKinds = { name: '登记簿', extensions: ['xlsx', 'csv', 'txt'] }

async function printersOf({ current }: Pick<DeskWindow, 'current'>): Promise<{ name: string; shownAs: string }[]> {
  const printers = (await current()?.webContents.getPrintersAsync()) ?? []
  return printers.map(({ name, displayName }) => ({ name, shownAs: displayName || name }))
}
