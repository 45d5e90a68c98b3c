import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import { bundleVersion, type BundleStatement, type ChainCertificate } from '#shared/ledger/exchange/bundle-statement'
import type { Craft } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { Head } from '#shared/ledger/exchange/head'
import type { Receipt } from '#shared/ledger/exchange/receipt'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { missingFor } from '#shared/ledger/exchange/missing-for'
import { fittingActs, packSegment, segmentPath } from '#shared/ledger/exchange/segment'
import { bundleCaps } from './bundle-caps'
import type { BundleLock } from './age-files'
import { planParts, type BundleItem } from './plan-parts'
import { writePart, type WrittenPart } from './write-part'

/** What is written from: a machine's ledger, or headquarters' store. */
export interface BundleSource extends Pick<ExchangeLedger, 'office' | 'ownChain' | 'heads' | 'keyOf'> {
  read(chain: string, after: number, limit: number): readonly SignedAct[] | Promise<readonly SignedAct[]>
}

/** A sealed file as it lies on the disk. */
export interface BlobToWrite {
  readonly name: string
  readonly file: string
  /** Hex SHA-256 of the file, as its act says; where it does not say, whatever lies there goes. */
  readonly sealed?: string | null
}

export interface BundleWish {
  readonly ledger: BundleSource
  readonly craft: Craft
  readonly signNote: (text: string) => string
  readonly officeName: string
  /** What the receiver holds, as far as it is known; nothing for a whole bundle. */
  readonly theirs: readonly Head[]
  readonly blobs: readonly BlobToWrite[]
  /** Wrapped for the chains that are named (`wrapSubjectKeys`). */
  readonly keys?: { readonly wrapped: Uint8Array; readonly holders: readonly string[] }
  readonly receipts?: readonly Receipt[]
  readonly holds?: readonly string[]
  readonly lock: BundleLock | null
  /** A random UUID and the moment, ISO 8601 in UTC. */
  readonly setId: string
  readonly madeAt: string
  /** An empty folder on a local disk; the parts are carried to the stick from there. */
  readonly folder: string
  /** Told of every piece that is written; what it throws ends the writing, and nothing of it stays. */
  readonly onBytes?: (count: number) => void
  /** Told of every file that stays behind: it lies on the disk otherwise than its act says. */
  readonly onUnfit?: (name: string) => void
  /** Of one part; smaller in tests. */
  readonly partBytes?: number
}

export type BundleWriteProblem =
  | { readonly kind: 'bundleTooLarge'; readonly mostParts: number }
  | { readonly kind: 'nothingToSend' }
  | { readonly kind: 'blobMissing'; readonly name: string }

/** Writes every act that the receiver lacks, and the sealed files, as one to 64 parts. Throws where the disk fails. */
export async function writeBundle(wish: BundleWish): Promise<Result<readonly WrittenPart[], BundleWriteProblem>> {
  const aside = path.join(wish.folder, '.segments')
  fs.mkdirSync(aside, { recursive: true })
  try {
    const blobs = await blobItems(wish)
    if (!blobs.ok) return blobs
    const { fit, unfit } = blobs.value
    const segments = await segmentItems(wish, aside)
    const items = [...keyItems(wish, aside), ...segments, ...fit]
    if (segments.length + fit.length === 0 && !wish.receipts) return err({ kind: 'nothingToSend' })
    const parts = planParts(items, wish.partBytes)
    if (!parts) return err({ kind: 'bundleTooLarge', mostParts: bundleCaps.parts })
    const written: WrittenPart[] = []
    const holds = wish.holds?.filter(digest => !unfit.has(digest)) // nobody is to keep a good one back because of it
    for (const [index, part] of parts.entries()) {
      const statement = statementOf({ ...wish, holds }, part, { part: index + 1, parts: parts.length })
      const file = path.join(wish.folder, partName(wish, index + 1))
      const { signNote, lock, onBytes } = wish
      written.push(await writePart({ statement, items: part, file, signNote, lock, onBytes }))
    }
    return ok(written)
  } finally {
    fs.rmSync(aside, { recursive: true, force: true })
  }
}

/** ASCII, at most 64 signs, nothing of what is inside. */
const partName = ({ setId, madeAt, lock }: BundleWish, part: number): string =>
  `records-${madeAt.slice(0, 10)}-${setId.slice(0, 8)}-p${String(part).padStart(2, '0')}${lock ? '.age' : ''}.rdbundle`

async function segmentItems(wish: BundleWish, aside: string): Promise<readonly BundleItem[]> {
  const { ledger, craft, theirs } = wish
  const items: BundleItem[] = []
  for (const { chain, after, upTo } of missingFor(theirs, ledger.heads())) {
    for (let at = after; at < upTo;) {
      const read = await ledger.read(chain, at, upTo - at)
      const acts = read.slice(0, fittingActs(read))
      if (acts.length === 0) throw new Error('acts that the heads name are not there') // locked, or closed
      const place = { chain, from: at + 1, to: at + acts.length }
      wish.onBytes?.(0) // somebody may want it to end
      const bytes = packSegment(acts, craft)
      const file = path.join(aside, segmentPath(place).replaceAll('/', '-'))
      fs.writeFileSync(file, bytes, { mode: 0o600 })
      const said = { ...place, hash: craft.hashOf(acts.at(-1)!.body) }
      items.push({ kind: 'segment', file, bytes: bytes.length, digest: digestOf(bytes), said })
      at = place.to
    }
  }
  return items
}

/** First of all, so that it lies in the first part. */
function keyItems({ keys }: BundleWish, aside: string): readonly BundleItem[] {
  if (!keys) return []
  const file = path.join(aside, 'keys')
  fs.writeFileSync(file, keys.wrapped, { mode: 0o600 })
  const said = { digest: digestOf(keys.wrapped), bytes: keys.wrapped.length, holders: keys.holders }
  return [{ kind: 'keys', file, bytes: said.bytes, digest: said.digest, said }]
}

interface BlobItems {
  readonly fit: readonly BundleItem[]
  /** As their acts say them; the files are something else. */
  readonly unfit: ReadonlySet<string>
}

async function blobItems({ blobs, onBytes, onUnfit }: BundleWish): Promise<Result<BlobItems, BundleWriteProblem>> {
  const fit = new Map<string, BundleItem>()
  const unfit = new Set<string>()
  for (const { name, file, sealed } of blobs) {
    onBytes?.(0)
    const read = await digestOfFile(file)
    if (!read) return err({ kind: 'blobMissing', name })
    if (typeof sealed === 'string' && read.digest !== sealed) {
      unfit.add(sealed)
      onUnfit?.(name)
    } else fit.set(read.digest, { kind: 'blob', file, ...read, said: { name, ...read } })
  }
  return ok({ fit: [...fit.values()], unfit })
}

async function digestOfFile(file: string): Promise<{ readonly digest: string; readonly bytes: number } | null> {
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of fs.createReadStream(file) as AsyncIterable<Buffer>) {
      hash.update(piece)
      bytes += piece.length
    }
    return { digest: hash.digest('hex'), bytes }
  } catch {
    return null
  }
}

function statementOf(
  wish: Omit<BundleWish, 'holds'> & Pick<BundleStatement, 'holds'>,
  items: readonly BundleItem[],
  place: { readonly part: number; readonly parts: number },
): BundleStatement {
  const { ledger, officeName, setId, madeAt } = wish
  return {
    ...{ format: 'records-desk-bundle', version: bundleVersion, setId, ...place },
    ...{ office: ledger.office, officeName, madeAt, by: ledger.ownChain },
    ...{ vector: ledger.heads(), chains: certificatesOf(ledger) },
    segments: items.flatMap(item => (item.kind === 'segment' ? [item.said] : [])),
    blobs: items.flatMap(item => (item.kind === 'blob' ? [item.said] : [])),
    ...keysSaid(items),
    ...(wish.receipts && place.part === 1 ? { receipts: wish.receipts } : {}),
    ...(wish.holds && place.part === 1 ? { holds: wish.holds } : {}),
  }
}

const keysSaid = (items: readonly BundleItem[]): Pick<BundleStatement, 'keys'> => {
  const keys = items.find(item => item.kind === 'keys')
  return keys ? { keys: keys.said } : {}
}

/** Of every chain that is held and trusted: whoever reads it in ten years has the keys beside the acts. */
const certificatesOf = (ledger: BundleWish['ledger']): readonly ChainCertificate[] =>
  ledger.heads().flatMap(({ chain }) => {
    const key = ledger.keyOf(chain)
    if (!key) return []
    const { publicKey, revokedFrom, admittedBy = { kind: 'pinned' } } = key
    return [{ chain, publicKey, suite: 1, admittedBy, revokedFrom }]
  })

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
