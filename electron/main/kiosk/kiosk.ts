import path from 'node:path'
import { ipcMain, screen, session, type BrowserWindow } from 'electron'
import { editionPath, kioskChannels, shelfPath } from '#shared/contracts/kiosk-channels'
import { kioskEvents } from '#shared/contracts/kiosk-channel-names'
import type { KioskLimits } from '#shared/contracts/kiosk-care-channels'
import type { Problem } from '#shared/contracts/problems'
import { ok, type Result } from '#shared/kernel/result'
import { kioskWishes } from '../authority/kiosk-wishes'
import { publicFaces } from '../authority/public-face'
import type { KioskCare } from '../ipc/kiosk-care-handlers'
import { kioskHandlers } from '../ipc/kiosk-handlers'
import { serveChannels, type ServeOptions } from '../ipc/serve-channels'
import { serveApp } from '../security/app-protocol'
import { listBuiltFiles } from '../security/built-files'
import { lockDownSession } from '../security/lock-down'
import { appScheme } from '../security/origins'
import { kioskPartition } from '../security/web-preferences'
import { load, openKioskWindow } from '../windows/kiosk-window'
import type { Workstation } from '../workstation/workstation'
import { countedAnswers } from './counted-answers'
import { editionFolder, type EditionFolder } from './edition-folder'
import { missedSearches } from './missed-searches'
import { lookUpDesk } from './look-up-desk'
import { printPage } from './print-page'
import { publisher } from './publisher'
import { tellCountedAnswers } from './tell-counted-answers'
import { tellMissedSearches } from './tell-missed-searches'

export interface KioskParts {
  /** Folder of the build. */
  readonly built: string
  /** Where the edition and the counts lie: beside the office, not in it. */
  readonly folder: string
  readonly workstation: Workstation
  readonly limits: {
    read(): KioskLimits
    set(limits: KioskLimits): Result<unknown, Problem>
  }
  readonly printerName: () => string | undefined
  /** Acts were written that no window has asked for. */
  readonly onWritten: () => void
  readonly log: ServeOptions<typeof kioskChannels>['log']
}

export interface Kiosk extends KioskCare {
  /** The journals hold something new, or are others: where visitors look, the edition follows at once. */
  follow(): void
  /** The program ends: nothing may keep the window open. */
  letGo(): void
}

/** `--kiosk`: the start opens the kiosk and no desk. */
export const asksForKiosk = (argv: readonly string[]): boolean => argv.includes('--kiosk')

const followEveryMs = 2_000

/** The kiosk of this machine: its window, what it is served, and the edition that the desk leaves for it. */
export function createKiosk(parts: KioskParts): Kiosk {
  const { built, folder, workstation, limits } = parts
  const { vault, clock } = workstation.options
  let window: BrowserWindow | null = null
  let mayClose = false

  const edition = editionFolder(path.join(folder, 'edition'), () => vault.publicKey)
  const answers = countedAnswers(folder)
  const published = publisher({
    ledger: () => workstation.ledger,
    edition,
    faces: publicFaces,
    sign: bytes => workstation.sign(bytes),
    officeName: () => vault.status().officeName,
    now: () => clock.now(),
    breathe: () => new Promise(resolve => setImmediate(resolve)),
    onPublished: () => window?.webContents.send(kioskEvents.editionChanged),
  })
  const missed = missedSearches({ ...kioskWishes, today: () => clock.today(), now: () => performance.now() })
  const tellCounts = (isLast: boolean): void => {
    const before = workstation.ledger?.actCount
    tellCountedAnswers(answers, workstation)
    tellMissedSearches(missed, workstation, { ...kioskWishes, isLast })
    if (workstation.ledger?.actCount !== before) parts.onWritten()
  }
  const follow = (): void => {
    tellCounts(false)
    published.follow().catch(cause => parts.log('kiosk', 'publish', cause))
  }
  let following: NodeJS.Timeout | undefined
  /** What nobody could take down yet waits for the next sign-in. */
  const closed = (): void => {
    window = null
    missed.endVisit()
    clearInterval(following)
    following = setInterval(() => {
      tellCounts(true)
      if (missed.isEmpty) clearInterval(following)
    }, followEveryMs)
    tellCounts(true)
  }

  const end = (): void => {
    mayClose = true
    if (window && !window.isDestroyed()) window.close()
  }

  const theirs = session.fromPartition(kioskPartition)
  lockDownSession(theirs)
  const files = listBuiltFiles(path.join(built, 'renderer', 'kiosk'))
  theirs.protocol.handle(appScheme, serveApp({ files, routes: editionRoutes(edition) }))

  serveChannels(ipcMain as never, {
    channels: kioskChannels,
    handlers: kioskHandlers({
      describe: () => ({ officeName: vault.status().officeName, ...limits.read() }),
      lookUps: lookUpDesk(edition, () => performance.now()),
      print: async firstPagesOnly =>
        window
          ? printPage(window.webContents, {
              mostPages: limits.read().mostPages,
              printer: parts.printerName(),
              firstPagesOnly,
            })
          : { outcome: 'notPrinted' },
      count: satisfaction => answers.add(satisfaction, clock.today()),
      missed: words => missed.add(words),
      wipe: () => {
        missed.endVisit()
        if (window) void load(window)
      },
      checkStaffPassword: password => vault.checkStaffPassword(password),
      end: () => setImmediate(end), // the answer is under way to the window that ends
    }),
    isWindow: id => window?.webContents.id === id,
    openToAnyone: new Set(Object.keys(kioskChannels)) as never,
    isSignedIn: () => true,
    log: parts.log,
  })

  return {
    state: () => {
      const now = edition.read()
      return {
        isOpen: window !== null,
        limits: limits.read(),
        edition: now && { madeAt: now.madeAt, documents: now.documents, statusRows: now.statusRows },
      }
    },
    start: () => {
      if (window) return window.focus()
      mayClose = false
      window = openKioskWindow({
        preload: path.join(built, 'preload', 'kiosk-preload.cjs'),
        bounds: screenForVisitors(),
        mayClose: () => mayClose,
      })
      window.on('closed', closed)
      follow()
      clearInterval(following)
      following = setInterval(follow, followEveryMs)
    },
    end,
    follow: () => (window ? follow() : undefined),
    letGo: () => {
      mayClose = true
      tellCounts(true)
    },
    setLimits: next => {
      const set = limits.set(next)
      return set.ok ? ok(undefined) : set
    },
  }
}

/** The second screen where there is one: the first is the clerk's. */
function screenForVisitors() {
  const first = screen.getPrimaryDisplay()
  return (screen.getAllDisplays().find(({ id }) => id !== first.id) ?? first).bounds
}

const notThere = () => new Response(null, { status: 404 })

function editionRoutes(edition: EditionFolder): Readonly<Record<string, (url: URL) => Response>> {
  const headers = { 'cache-control': 'no-store' }
  return {
    [editionPath]: () => {
      const now = edition.read()
      if (!now) return notThere()
      const { madeAt, documents, shelves } = now
      return Response.json({ madeAt, documents, shelves }, { headers })
    },
    [shelfPath]: url => {
      const bytes = edition.shelf(url.searchParams.get('shelf') ?? '')
      return bytes ? new Response(new Uint8Array(bytes), { headers }) : notThere()
    },
  }
}
