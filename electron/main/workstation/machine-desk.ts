import type { Reply } from '#shared/contracts/channel'
import type { FoundFont, Machine } from '#shared/contracts/settings-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import type { CardReaderSetting } from '../card-reader/card-service'
import { letterFonts, type LetterFonts } from '../fonts/letter-fonts'
import { findFonts, type LetterFace } from '../fonts/system-fonts'
import { checkScannerFolder, prepareMirrorFolder } from './folder-check'
import { changeSettings, readSettings, type MachineSettings, type SettingsChange } from './settings'
import type { CopyState } from './copy-state'

export interface MachineParts {
  /** Folder of the office, where settings.json and the fonts lie. */
  readonly office: string
  /** Asks the person; null where they cancelled. */
  readonly askFolder: (title: string) => Promise<string | null>
  readonly askFontFile: () => Promise<string | null>
  readonly listPrinters: () => Promise<readonly { readonly name: string; readonly shownAs: string }[]>
  readonly fontFolders: readonly string[]
  /** How the copy stands that is being followed now. */
  readonly mirrorState: () => CopyState
}

type Chosen = Promise<Reply<{ outcome: 'chosen'; machine: Machine } | { outcome: 'cancelled' }>>

/** Printers, folders and fonts of this machine, as office/settings.json has them. */
export interface MachineDesk {
  readonly fonts: Pick<LetterFonts, 'bytes'>
  printerName(): string | undefined
  read(): Machine
  chooseFolder(which: 'mirror' | 'scanner'): Chosen
  forgetFolder(which: 'mirror' | 'scanner'): Reply<Machine>
  printers(): Promise<{ name: string; shownAs: string }[]>
  setPrinter(name: string | null): Reply<Machine>
  /** As it stands now: the reader is asked anew at every card. */
  cardReader(): CardReaderSetting | undefined
  setCardReader(address: { readonly port: number; readonly path: string } | null): Reply<Machine>
  findFonts(): FoundFont[]
  /** `found`: the id of one that was found; else a file is asked for. */
  chooseFont(face: LetterFace, found: string | undefined): Chosen
  resetFont(face: LetterFace): Reply<Machine>
}

export function machineDesk(parts: MachineParts): MachineDesk {
  const { office, mirrorState } = parts
  const settings = {
    read: () => readSettings(office),
    change: (part: SettingsChange) => changeSettings(office, part),
  }
  const fonts = letterFonts(office, settings)
  // The vault and the journal were opened with it; another one is followed from the next start.
  const followedFolder = settings.read().mirrorFolder
  const found = () => findFonts(parts.fontFolders)

  const read = (): Machine => machineOf(settings.read(), { followedFolder, mirrorState, fonts })
  const changed = (result: Result<unknown, Problem>): Reply<Machine> =>
    result.ok ? { ok: true, value: read() } : result
  const chosen = async (result: Result<unknown, Problem>): Chosen =>
    result.ok ? { ok: true, value: { outcome: 'chosen', machine: read() } } : result
  const cancelled = { ok: true, value: { outcome: 'cancelled' } } as const

  return {
    fonts,
    read,
    printerName: () => settings.read().printer,
    chooseFolder: async which => {
      const folder = await parts.askFolder(folderTitles[which])
      if (folder === null) return cancelled
      const usable = which === 'mirror' ? prepareMirrorFolder(folder, office) : checkScannerFolder(folder)
      return chosen(usable.ok ? settings.change({ [settingOf[which]]: folder }) : usable)
    },
    forgetFolder: which => changed(settings.change({ [settingOf[which]]: undefined })),
    printers: async () => (await parts.listPrinters()).map(printer => ({ ...printer })),
    setPrinter: name => changed(settings.change({ printer: name ?? undefined })),
    cardReader: () => settings.read().cardReader,
    setCardReader: address =>
      changed(
        settings.change({ cardReader: address ? { ...address, method: methodNow(settings.read()) } : undefined }),
      ),
    findFonts: () =>
      found().map(({ id, name, face, refusal }) => ({ id, name, face, ...(refusal ? { refusal } : {}) })),
    chooseFont: async (face, wanted) => {
      const file =
        wanted === undefined ? await parts.askFontFile() : (found().find(({ id }) => id === wanted)?.file ?? '')
      if (file === null) return cancelled
      return file === '' ? { ok: false, problem: { kind: 'notFound' } } : chosen(fonts.take(face, file))
    },
    resetFont: face => changed(settings.change({ fonts: { ...settings.read().fonts, [face]: undefined } })),
  }
}

/** Another address does not change how its vendor wants to be asked. */
const methodNow = ({ cardReader }: MachineSettings): 'GET' | 'POST' =>
  cardReader && 'method' in cardReader ? cardReader.method : 'GET'

const settingOf = { mirror: 'mirrorFolder', scanner: 'scanFolder' } as const
const folderTitles = { mirror: '选择账本副本的文件夹', scanner: '选择扫描件的文件夹' } as const

interface Around {
  readonly followedFolder: string | undefined
  readonly mirrorState: MachineParts['mirrorState']
  readonly fonts: LetterFonts
}

function machineOf(settings: MachineSettings, { followedFolder, mirrorState, fonts }: Around): Machine {
  const { mirrorFolder, scanFolder, printer, cardReader } = settings
  const fontOf = (face: LetterFace) => {
    const font = settings.fonts?.[face]
    return font && { [face]: { name: font.name, state: fonts.bytes(face) ? 'used' : 'damaged' } as const }
  }
  return {
    mirror: {
      ...(mirrorFolder ? { folder: mirrorFolder } : {}),
      state: mirrorFolder === followedFolder ? mirrorState() : 'atNextStart',
    },
    ...(scanFolder ? { scanFolder } : {}),
    ...(printer ? { printer } : {}),
    ...(cardReader && 'port' in cardReader ? { cardReader: { port: cardReader.port, path: cardReader.path } } : {}),
    fonts: { ...fontOf('body'), ...fontOf('title') },
  }
}
