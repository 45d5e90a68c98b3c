import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { BundlePreview, BundleResult, BundleStep } from '#shared/contracts/bundle-channels'
import type { ExpectedSize } from '#shared/contracts/media-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ApplyTold } from '../../bundles/apply-bundle'
import { checkBundle } from '../../bundles/check-bundle'
import { removeIfPossible } from '../../bundles/own-disk'
import { checkMedium, findBundles, writerOf } from '../../bundles/find-bundles'
import { bytesToCopy, makeQuarantine } from '../../bundles/quarantine'
import type { OnPiece } from '../../bundles/stopped'
import { nodeCraft } from '../../sync/node-craft'
import type { Workstation } from '../../workstation/workstation'
import type { StepMeter } from '../step-meter'
import { takeIn, type WaitingBundle } from './bundle-in'
import { ledgerOf, type CarryingParts } from './carrying-parts'
import { knownPeers } from './known-peers'
import { foldersIn, leftIn, markOf, othersLeft, type BundleSource } from './left-in-quarantine'
import { previewIn } from './preview-in'
import { outgoing, sizeOfOut, writeOut, type OutWish, type WrittenOut } from './write-out'
import { worksInTurn } from './works-in-turn'

export interface StickExchangeParts extends Pick<CarryingParts, 'headquarters' | 'tell' | 'passphraseWork'> {
  readonly workstation: Workstation
  /** Milliseconds of a clock that never jumps; for the remaining time. */
  readonly now?: () => number
}

/** Bundles of the exchange out to sticks and in from them; in, one thing at a time: what is asked for meanwhile waits. */
export interface StickExchange {
  /** `onBytes` is told of every piece; an `ExportStop` that it throws ends the writing. */
  write(wish: OutWish, onBytes?: (count: number) => void): Promise<Result<WrittenOut, Problem>>
  size(wish: Omit<OutWish, 'lock'>): Result<ExpectedSize, Problem>
  find(root: string): Result<readonly BundleInList[], Problem>
  /** Cancelled it leaves nothing in quarantine. */
  take(
    root: string,
    of: { readonly name: string; readonly passphrase?: string | undefined },
  ): Promise<Result<BundlePreview, Problem>>
  /** Cancelled it leaves what lay there: some of it may have been taken in already. */
  waiting(): Promise<Result<BundlePreview | null, Problem>>
  /** Cancelled it ends with the segment under way; the next one goes on there. */
  apply(role: string): Promise<Result<BundleResult, Problem>>
  discard(): void
  /** How far what goes on is; null where nothing does. */
  progress(): BundleStep | null
  cancel(): void
  /**
   * At a lock: what lies in quarantine stays there and is gone on with after the next sign-in. What is still being read is stopped:
   * it has keys of the office at hand.
   */
  drop(): void
}

export interface BundleInList {
  readonly name: string
  readonly parts: number
  readonly bytes: number
  /** It went out from this machine. */
  readonly isOwn: boolean
}

type Meter = StepMeter<BundleStep['step']>
interface Source extends BundleSource {
  readonly passphrases: readonly string[]
  readonly onCopied: OnPiece
  /** It lies in quarantine from an earlier time. What comes from a stick takes the place of all that lies there. */
  readonly isLeft: boolean
}

export function stickExchange(given: StickExchangeParts): StickExchange {
  const exchange = path.join(given.workstation.options.folder, 'exchange', 'sticks')
  const parts: CarryingParts = { ...given, folder: exchange, peers: knownPeers(exchange) }
  for (const left of foldersIn(exchange))
    if (path.basename(left).startsWith(outgoing)) fs.rmSync(left, { recursive: true, force: true })
  const quarantine = path.join(exchange, 'quarantine')
  const works = worksInTurn<BundleStep['step']>(given.now ?? (() => performance.now()))
  let open: WaitingBundle | null = null
  /** Being read just now: dropped meanwhile, it is closed when that has ended. */
  let inUse: WaitingBundle | null = null
  const drop = (): void => {
    if (open !== inUse) open?.bundle.close()
    open = null
  }
  const discard = (): void => {
    const gone = open?.folder ?? quarantine
    drop()
    fs.rmSync(gone, { recursive: true, force: true })
  }
  const whileOpen = async <T>(waiting: WaitingBundle, work: () => Promise<T>): Promise<T> => {
    inUse = waiting
    try {
      return await work()
    } finally {
      inUse = null
      if (open !== waiting) waiting.bundle.close()
    }
  }
  const shown = async (waiting: WaitingBundle, told: Meter): Promise<Result<BundlePreview, Problem>> => {
    const preview = await previewIn(parts, waiting, acts => told.begin('comparing', acts))
    return preview ? ok(preview) : err({ kind: 'locked' })
  }
  interface Checking {
    readonly source: Source
    readonly folder: string
    readonly office: string
    readonly told: Meter
  }
  /** Locked in the middle it was not checked, whatever was found. */
  const checked = async ({ source, ...reading }: Checking) => {
    const { name, medium } = source
    const keys = keysAsked(parts)
    const read = await readBundle(parts, source, { ...reading, keyOf: keys.keyOf })
    if (!read.ok) {
      const problem: Problem = { kind: 'bundleRefused', bundle: read.problem }
      return err(keys.wereLocked() ? locked : problem)
    }
    const waiting: WaitingBundle = { folder: reading.folder, name, medium, bundle: read.value }
    const preview = await orClosed(waiting, () => shown(waiting, reading.told))
    if (preview.ok && !keys.wereLocked()) return ok({ waiting, preview: preview.value })
    waiting.bundle.close()
    return err(locked)
  }
  /**
   * Into a folder of its own below the quarantine; at a fault, or stopped, nothing of it stays. What the desk was locked over does
   * stay, and is checked anew.
   */
  const check = async (source: Source, told: Meter): Promise<Result<BundlePreview, Problem>> => {
    const ledger = ledgerOf(parts)
    if (!ledger) return err(locked)
    const folder = path.join(quarantine, randomUUID())
    const made = makeQuarantine(folder, { files: source.files, mark: markOf(source) })
    if (!made.ok) return err({ kind: 'bundleRefused', bundle: made.problem })
    let isKept = false
    try {
      const done = await checked({ source, folder, office: ledger.office, told })
      isKept = done.ok || (done.problem.kind === 'locked' && !source.isLeft)
      if (!done.ok) return done
      drop()
      open = done.value.waiting
      const spared = new Set([folder, ...(source.isLeft ? othersLeft(quarantine, source) : [])])
      for (const other of foldersIn(quarantine))
        if (!spared.has(other)) fs.rmSync(other, { recursive: true, force: true })
      return ok(done.value.preview)
    } finally {
      if (!isKept) removeIfPossible(folder)
    }
  }
  return {
    write: (wish, onBytes) => writeOut(parts, wish, onBytes),
    size: wish => sizeOfOut(parts, wish),
    find: root =>
      ok(
        findBundles(root).map(({ name, folder, parts: files }) => ({
          ...{ name, parts: files.length, isOwn: isOwn(given.workstation, writerOf({ folder })) },
          bytes: files.reduce((sum, file) => sum + (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0),
        })),
      ),
    take: (root, { name, passphrase }) =>
      works.next(async told => {
        const found = findBundles(root).find(one => one.name === name)
        if (!found) return err({ kind: 'notFound' })
        let onCopied: OnPiece = () => undefined
        const begin = (bytes: number) => (onCopied = told.begin('reading', bytes + bytesToCopy(found.parts)))
        const medium = await checkMedium(found, begin)
        if (!medium.ok) return err({ kind: 'bundleRefused', bundle: medium.problem })
        const passphrases = passphrase === undefined ? [] : [passphrase]
        return check({ name, files: found.parts, medium: medium.value, passphrases, onCopied, isLeft: false }, told)
      }),
    waiting: () =>
      works.next(async told => {
        const waiting = open
        if (waiting) return whileOpen(waiting, () => shown(waiting, told))
        for (const left of leftIn(quarantine)) {
          const onCopied = told.begin('again', bytesToCopy(left.files))
          const again = await check({ ...left, passphrases: [], onCopied, isLeft: true }, told)
          if (again.ok || again.problem.kind !== 'bundleRefused') return again
          if (again.problem.bundle.kind === 'bundleOwnDisk') return again // kept: it may be all that is still here
        }
        fs.rmSync(quarantine, { recursive: true, force: true }) // ended before anybody was shown it: the stick has it
        return ok(null)
      }),
    apply: role =>
      works.next(async told => {
        const waiting = open
        if (!waiting) return err({ kind: 'notFound' })
        const taken = await whileOpen(waiting, () => takeIn(parts, waiting, { role, told: toldOf(told) }))
        if (taken.ok && taken.value.left === null && open === waiting) discard()
        return taken
      }),
    discard,
    ...{ progress: works.howFar, cancel: works.stop },
    drop: () => {
      const { step = 'reading' } = works.howFar() ?? {} // none yet: about to
      if (step === 'reading' || step === 'again') works.stop()
      drop()
    },
  }
}

const locked: Problem = { kind: 'locked' }

const toldOf = (told: Meter): ApplyTold => ({
  beginBlobs: bytes => told.count('blobs', bytes),
  beginActs: acts => told.count('taking', acts),
  isStopped: () => told.isStopped(),
})

/** While the desk is locked no key is at hand: then what a bundle says of its writer's proves nothing, and no check counts. */
function keysAsked(parts: CarryingParts) {
  let wereLocked = false
  return {
    keyOf: (chain: string) => {
      const ledger = ledgerOf(parts)
      wereLocked ||= !ledger
      return ledger?.keyOf(chain) ?? null
    },
    wereLocked: (): boolean => wereLocked,
  }
}

interface Reading {
  readonly folder: string
  readonly office: string
  readonly told: Meter
  readonly keyOf: ReturnType<typeof keysAsked>['keyOf']
}

function readBundle(parts: CarryingParts, source: Source, { folder, office, told, keyOf }: Reading) {
  const { files, passphrases, onCopied } = source
  const keys = { identities: parts.workstation.identities(), passphrases }
  const beginFiles = (bytes: number) => told.begin('files', bytes)
  const beginActs = (acts: number) => told.begin('acts', acts)
  const reading = { files, quarantine: folder, keys, told: { onCopied, beginFiles, beginActs } }
  return checkBundle(reading, { office, craft: nodeCraft, keyOf })
}

/** Stopped, or a bug: then it is not shown. */
async function orClosed<T>({ bundle }: WaitingBundle, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    bundle.close()
    throw cause
  }
}

/** Also by a chain that it wrote before. */
const isOwn = ({ callers }: Workstation, writer: string | null): boolean =>
  callers.some(({ chain }) => chain === writer)
