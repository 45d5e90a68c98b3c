import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { BundlePreview, BundleResult } from '#shared/contracts/bundle-channels'
import type { ExpectedSize } from '#shared/contracts/media-channels'
import type { Problem } from '#shared/contracts/problems'
import { z } from '#shared/contracts/zod'
import { err, ok, type Result } from '#shared/kernel/result'
import { checkBundle } from '../../bundles/check-bundle'
import { removeIfPossible } from '../../bundles/own-disk'
import { makeQuarantine } from '../../bundles/quarantine'
import { checkMedium, findBundles, writerOf, type MediumMark } from '../../bundles/find-bundles'
import { nodeCraft } from '../../sync/node-craft'
import type { Workstation } from '../../workstation/workstation'
import { takeIn, type WaitingBundle } from './bundle-in'
import { ledgerOf, type CarryingParts } from './carrying-parts'
import { knownPeers } from './known-peers'
import { previewIn } from './preview-in'
import { outgoing, sizeOfOut, writeOut, type OutWish, type WrittenOut } from './write-out'

export interface StickExchangeParts extends Pick<CarryingParts, 'headquarters' | 'tell' | 'passphraseWork'> {
  readonly workstation: Workstation
}

/** Bundles of the exchange out to sticks and in from them. */
export interface StickExchange {
  /** `onBytes` is told of every piece; an `ExportStop` that it throws ends the writing. */
  write(wish: OutWish, onBytes?: (count: number) => void): Promise<Result<WrittenOut, Problem>>
  size(wish: Omit<OutWish, 'lock'>): Result<ExpectedSize, Problem>
  find(root: string): Result<readonly BundleInList[], Problem>
  take(
    root: string,
    of: { readonly name: string; readonly passphrase?: string | undefined },
  ): Promise<Result<BundlePreview, Problem>>
  waiting(): Promise<Result<BundlePreview | null, Problem>>
  apply(role: string): Promise<Result<BundleResult, Problem>>
  discard(): void
  /** At a lock: what lies in quarantine stays there and is gone on with after the next sign-in. */
  drop(): void
}

export interface BundleInList {
  readonly name: string
  readonly parts: number
  readonly bytes: number
  /** It went out from this machine. */
  readonly isOwn: boolean
}

export function stickExchange(given: StickExchangeParts): StickExchange {
  const exchange = path.join(given.workstation.options.folder, 'exchange', 'sticks')
  const parts: CarryingParts = { ...given, folder: exchange, peers: knownPeers(exchange) }
  for (const left of foldersIn(exchange))
    if (left.startsWith(outgoing)) fs.rmSync(path.join(exchange, left), { recursive: true, force: true })
  const quarantine = path.join(exchange, 'quarantine')
  let open: WaitingBundle | null = null
  const drop = (): void => {
    open?.bundle.close()
    open = null
  }
  const discard = (): void => {
    drop()
    fs.rmSync(quarantine, { recursive: true, force: true })
  }
  const shown = async (waiting: WaitingBundle): Promise<Result<BundlePreview, Problem>> => {
    const preview = await previewIn(parts, waiting)
    return preview ? ok(preview) : err({ kind: 'locked' })
  }
  /** Into a folder of its own below the quarantine; at a fault nothing of it stays. */
  const check = async (source: Source): Promise<Result<BundlePreview, Problem>> => {
    const ledger = ledgerOf(parts)
    if (!ledger) return err({ kind: 'locked' })
    const folder = path.join(quarantine, randomUUID())
    const { files, name, medium } = source
    const mark = { name: markFile, text: JSON.stringify({ name, medium }) }
    const made = makeQuarantine(folder, { files, mark })
    if (!made.ok) return err({ kind: 'bundleRefused', bundle: made.problem })
    const keys = { identities: given.workstation.identities(), passphrases: source.passphrases }
    const reader = {
      office: ledger.office,
      craft: nodeCraft,
      keyOf: (chain: string) => ledgerOf(parts)?.keyOf(chain) ?? null,
    }
    const checked = await checkBundle({ files, quarantine: folder, keys }, reader)
    if (!checked.ok) {
      removeIfPossible(folder)
      return err({ kind: 'bundleRefused', bundle: checked.problem })
    }
    drop()
    open = { name, medium, bundle: checked.value }
    for (const other of foldersIn(quarantine))
      // what lay there before
      if (other !== path.basename(folder)) fs.rmSync(path.join(quarantine, other), { recursive: true, force: true })
    return shown(open)
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
    take: async (root, { name, passphrase }) => {
      const found = findBundles(root).find(one => one.name === name)
      if (!found) return err({ kind: 'notFound' })
      const medium = await checkMedium(found)
      if (!medium.ok) return err({ kind: 'bundleRefused', bundle: medium.problem })
      return check({
        name,
        files: found.parts,
        medium: medium.value,
        passphrases: passphrase === undefined ? [] : [passphrase],
      })
    },
    waiting: async () => {
      if (open) return shown(open)
      const left = leftIn(quarantine)
      if (!left) return ok(null)
      const checked = await check({ ...left, passphrases: [] })
      if (checked.ok || checked.problem.kind !== 'bundleRefused') return checked
      if (checked.problem.bundle.kind === 'bundleOwnDisk') return checked // kept: it may be all that is still here
      discard() // it was ended before all of it had come, and nobody was shown it: the stick has it still
      return ok(null)
    },
    apply: async role => {
      if (!open) return err({ kind: 'notFound' })
      const waiting = open
      const taken = await takeIn(parts, waiting, role)
      if (taken.ok && open === waiting) discard()
      return taken
    },
    ...{ discard, drop },
  }
}

/** Also by a chain that it wrote before. */
const isOwn = ({ callers }: Workstation, writer: string | null): boolean =>
  callers.some(({ chain }) => chain === writer)

interface Source {
  readonly name: string
  readonly files: readonly string[]
  readonly medium: MediumMark | null
  readonly passphrases: readonly string[]
}

const markFile = 'from.json'
const mark = z.object({
  name: z.string().max(64),
  medium: z.object({ exportId: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
})

/** What an import that was ended in the middle left in quarantine; checked again, as if it came from the stick. */
function leftIn(quarantine: string): Omit<Source, 'passphrases'> | null {
  for (const name of foldersIn(quarantine)) {
    const folder = path.join(quarantine, name)
    const files = partsLeftIn(folder)
    const said = readMark(path.join(folder, markFile))
    if (!said || files.length === 0) continue
    return { ...said, files: files.sort().map(file => path.join(folder, file)) }
  }
  return null
}

/** A part that lies there as it came, encrypted, beside the opened one was still being opened: it is opened anew. */
function partsLeftIn(folder: string): string[] {
  const files = fs.readdirSync(folder).filter(file => /^part-\d+\.(?:in|zip)$/u.test(file))
  return files.filter(file => !(file.endsWith('.zip') && files.includes(file.replace(/zip$/u, 'in'))))
}

function readMark(file: string): z.output<typeof mark> | null {
  try {
    const read = mark.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null // ended before it was written whole
  }
}

function foldersIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
  } catch {
    return [] // none was made yet
  }
}
