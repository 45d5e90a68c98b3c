import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import { ok } from '#shared/kernel/result'
import { officeClock } from '../clock/office-clock'
import type { Rehearsal } from '../clock/rehearsal'
import { checkInThread } from '../ledger/run-check'
import { joinDesk } from '../neighbours/joining/join-desk'
import { finishJoining } from '../neighbours/joining/joining-folder'
import { ownAddresses } from '../neighbours/own-addresses'
import { neighbourDesk } from '../neighbours/neighbour-desk'
import { putBackDesk } from '../put-back/put-back-desk'
import { finishPutBack } from '../put-back/put-back-folder'
import { openExchange } from '../sync/live/open-exchange'
import { pinnedHeadquarters } from '../sync/live/pinned-headquarters'
import { nodeCraft } from '../sync/node-craft'
import { openVault } from '../vault/open-vault'
import { argon2Kdf } from '../vault/password-key'
import type { DeskWindow } from '../windows/desk-window'
import type { SystemDialogs } from '../windows/system-dialogs'
import { freeBytesAt } from '../workstation/disk-space'
import { journalCare } from '../workstation/journal-care'
import { mirrorOf, readSettings } from '../workstation/settings'
import { setAsideUnfinishedSetUp } from '../workstation/unfinished-set-up'
import { Workstation } from '../workstation/workstation'
import type { BuiltProgram } from './built-program'

export interface OfficeParts {
  /** Of everything that must outlive the program. */
  readonly folder: string
  /** A folder on the disk whose free space is watched. */
  readonly onDisk: string
  readonly version: string
  readonly built: BuiltProgram
  readonly rehearsal: Rehearsal
  readonly window: Pick<DeskWindow, 'tell'>
  readonly ask: SystemDialogs
  readonly log: (where: string, cause: unknown) => void
  readonly onTimedLock: () => void
  /** What a window read of another state of the office is worth nothing here. */
  readonly dropView: () => Promise<void>
  readonly machineIdentifiers: () => readonly string[]
  /** The own chain is another now. */
  readonly onRolledOver: () => void
}

/** The office on this machine, locked until somebody signs in, and everybody with whom it exchanges acts. */
export type Office = Extract<ReturnType<typeof openOffice>, { ok: true }>['value']

/** The first screen is drawn by then. */
const checkDelayMs = 1_500

export function openOffice(parts: OfficeParts) {
  const { folder, rehearsal, window, log } = parts
  finishJoining(folder)
  finishPutBack(folder)
  setAsideUnfinishedSetUp(folder)
  const clock = officeClock({ wall: () => Date.now(), monotonic: () => performance.now() }, rehearsal.startsAt)
  const now = () => clock.now()
  const settings = readSettings(folder)
  const opened = openVault({ folder: path.join(folder, 'vault'), now, ...mirrorOf(settings, 'vault') })
  if (!opened.ok) return opened
  const vault = opened.value
  const pinned = pinnedHeadquarters(vault)
  const workstation = new Workstation({
    ...{ folder, vault, clock, schedule, newId: randomUUID, onTimedLock: parts.onTimedLock },
    machineIdentifiers: parts.machineIdentifiers,
    freeBytes: () => rehearsal.freeBytes ?? freeBytesAt(parts.onDisk),
    journalCare: journalCare({
      folder,
      runCheck: checkInThread({ source: parts.built.checkThread, delayMs: checkDelayMs }),
    }),
    onJournalLocked: problem => {
      log('journal', problem.kind)
      window.tell(deskEvents.journalLocked)
    },
    pinned: () => pinned.current(),
    onChange: change => {
      exchange.hear(change)
      neighbours.hear(change)
    },
    ...mirrorOf(settings, 'journal'),
  })
  const exchange = openExchange({
    ...{ workstation, pinned, schedule, program: parts.version },
    askFolder: () => parts.ask.folder('选择存放登记申请的文件夹'),
    askFile: () => parts.ask.file({ name: '登记答复', extensions: ['json'] }),
    askWhere: parts.ask.where,
    onFault: cause => log('exchange', cause),
    tell: news => window.tell(news === 'came' ? deskEvents.actsCame : deskEvents.exchangeChanged),
    onRolledOver: parts.onRolledOver,
  })
  const amongMachines = {
    ...{ office: folder, craft: nodeCraft, now, random: randomBytes, newId: randomUUID },
    askWhere: parts.ask.where,
    /** A request to join, or the answer to one. */
    askFile: () => parts.ask.file({ name: '加入办公室的文件', extensions: ['json', 'age'] }),
  }
  const neighbours = neighbourDesk({
    ...{ ...amongMachines, workstation, pinned: () => pinned.current() },
    addresses: () => (rehearsal.address ? [rehearsal.address] : ownAddresses()),
    onTaken: () => {
      window.tell(deskEvents.actsCame)
      exchange.hear('written') // headquarters hears of it from here too
    },
    tell: exchange.sticks.tell,
    onFault: cause => log('neighbours', cause),
  })
  const joining = joinDesk({
    ...{ ...amongMachines, vault, kdf: argon2Kdf, wait: (ms: number) => pause(ms) },
    onFault: cause => log('joining', cause),
  })
  const puttingBack = putBackDesk({
    ...{ office: folder, vault, kdf: argon2Kdf, now, freeBytes: () => freeBytesAt(parts.onDisk) },
    askFolder: () => parts.ask.folder('选择账本副本的文件夹'),
    dropView: parts.dropView,
    onFault: cause => log('put back', cause),
  })
  return ok({ folder, settings, vault, workstation, exchange, neighbours, joining, puttingBack })
}

function schedule(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
