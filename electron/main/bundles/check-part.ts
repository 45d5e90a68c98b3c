import { createHash } from 'node:crypto'
import type { BundleProblem } from '#shared/contracts/bundle-problem'
import { err, ok, type Result } from '#shared/kernel/result'
import {
  blobPath,
  headsText,
  keysPath,
  readHeadsNote,
  type BundledSegment,
  type BundleStatement,
} from '#shared/ledger/exchange/bundle-statement'
import type { Craft } from '#shared/ledger/exchange/craft'
import { readRun, type Run } from '#shared/ledger/exchange/run'
import { mostSegmentBytes, openSegment, segmentPath } from '#shared/ledger/exchange/segment'
import { zippedBag, type BagFiles } from '../documents/bag/bag-files'
import { checkBag } from '../documents/bag/check-bag'
import { bagCapsOfBundle, bundleCaps } from './bundle-caps'
import type { QuarantinedPart } from './quarantine'
import { readStatement } from './read-statement'
import type { OnPiece } from './stopped'

/** Who reads: for whom a bundle must be, and whose signatures are known. */
export interface BundleReader {
  /** Null where it may be anybody's: whoever reads it then judges by what it says. */
  readonly office: string | null
  readonly craft: Craft
  /** Key of a chain that is trusted here; null for one that is not (yet). */
  keyOf(chain: string): { readonly publicKey: string } | null
}

/** A part of which every byte was checked. Closed by whoever got it. */
export interface CheckedPart {
  readonly statement: BundleStatement
  readonly bag: BagFiles
}

type Fault = Result<never, BundleProblem>

/**
 * Opens a part and refuses it whole, from cheap to dear: package, statement, office, signed heads, what lies in it. Its acts are
 * looked at by `checkActs`. `onBytes` is told of every piece; throws a `Stopped` of it.
 */
export async function openPart(
  part: QuarantinedPart,
  reader: BundleReader,
  onBytes?: OnPiece,
): Promise<Result<CheckedPart, BundleProblem>> {
  const bag = await zippedBag(part.file, bagCapsOfBundle)
  if (!bag) return err({ kind: 'bundlePart', name: part.name, why: 'notAPackage' })
  let isSound = false
  try {
    const checked = await checkOpened(part, bag, { reader, onBytes })
    isSound = checked.ok
    return checked
  } finally {
    if (!isSound) bag.close()
  }
}

async function checkOpened(
  { name }: QuarantinedPart,
  bag: BagFiles,
  { reader, onBytes }: { readonly reader: BundleReader; readonly onBytes: OnPiece | undefined },
): Promise<Result<CheckedPart, BundleProblem>> {
  const sound = await checkBag(bag, onBytes)
  if (!sound.ok) return err({ kind: 'bundleBag', name, bag: sound.problem })
  const said = await bag.read('data/bundle.json', bundleCaps.statementBytes)
  if (!said) return err({ kind: 'bundleStatement', name, where: '' })
  const read = readStatement(said, name)
  if (!read.ok) return read
  const statement = read.value
  if (reader.office !== null && statement.office !== reader.office)
    return err({ kind: 'bundleOfAnotherOffice', officeName: statement.officeName })
  const digest = createHash('sha256').update(said).digest('hex')
  const fault =
    otherKey(statement, reader) ??
    (await headsFault(bag, { statement, digest }, reader)) ??
    payloadFault(statement, sound.value.payload) ??
    digestFault(statement, sound.value.digests)
  return fault ?? ok({ statement, bag })
}

/** Every segment of a part that was opened, act by act. `onActs` is told of some at a time; throws a `Stopped` of it. */
export async function checkActs(
  { bag, statement }: CheckedPart,
  reader: BundleReader,
  onActs: OnPiece = () => undefined,
): Promise<BundleProblem | null> {
  for (const segment of statement.segments) {
    const fault = await segmentFault(bag, { segment, statement }, { reader, onActs })
    if (fault && !fault.ok) return fault.problem
  }
  return null
}

/** What was read was compared with its manifest already: only a name can be a lie. */
function digestFault({ blobs, keys }: BundleStatement, digests: ReadonlyMap<string, string>): Fault | null {
  const named = [
    ...blobs.map(({ digest }) => ({ path: `data/${blobPath(digest)}`, digest })),
    ...(keys ? [{ path: `data/${keysPath}`, digest: keys.digest }] : []),
  ]
  const changed = named.find(({ path, digest }) => digests.get(path) !== digest)
  return changed ? err({ kind: 'bundleBlob', path: changed.path, why: 'changed' }) : null
}

function otherKey({ chains }: BundleStatement, reader: BundleReader): Fault | null {
  const other = chains.find(({ chain, publicKey }) => (reader.keyOf(chain)?.publicKey ?? publicKey) !== publicKey)
  return other ? err({ kind: 'bundleKey', chain: other.chain }) : null
}

/** What is trusted here, else what the bundle says of itself: it shows that nothing was changed since, not who wrote it. */
const keyOf = (chain: string, { chains }: BundleStatement, reader: BundleReader): string | null =>
  reader.keyOf(chain)?.publicKey ?? chains.find(one => one.chain === chain)?.publicKey ?? null

interface Said {
  readonly statement: BundleStatement
  readonly digest: string
}

async function headsFault(bag: BagFiles, { statement, digest }: Said, reader: BundleReader): Promise<Fault | null> {
  const fault = (why: 'missing' | 'other' | 'notSigned' | 'unknownWriter'): Fault => err({ kind: 'bundleHeads', why })
  const bytes = await bag.read('heads.note', bundleCaps.headsBytes)
  const note = bytes && readHeadsNote(bytes.toString())
  if (!note) return fault('missing')
  const { office, madeAt, by, vector } = statement
  if (headsText(note) !== headsText({ office, madeAt, by, statementDigest: digest, heads: vector }))
    return fault('other')
  const key = keyOf(by, statement, reader)
  if (key === null) return fault('unknownWriter')
  return reader.craft.verifyNote(key, note.text, note.signature) ? null : fault('notSigned')
}

/** Nothing lies there that the statement does not name, and nothing is missing. */
function payloadFault({ segments, blobs, keys }: BundleStatement, payload: readonly string[]): Fault | null {
  const said = new Set(
    [...segments.map(segmentPath), ...blobs.map(({ digest }) => blobPath(digest)), ...(keys ? [keysPath] : [])].map(
      path => `data/${path}`,
    ),
  )
  const there = new Set(payload)
  const unnamed = payload.find(path => path !== 'data/bundle.json' && !said.has(path))
  const missing = [...said].find(path => !there.has(path))
  const path = unnamed ?? missing
  if (path === undefined) return null
  const why = unnamed === undefined ? 'missing' : 'unnamed'
  return err(path.startsWith('data/blobs/') ? { kind: 'bundleBlob', path, why } : { kind: 'bundleSegment', path, why })
}

interface SaidSegment {
  readonly segment: BundledSegment
  readonly statement: BundleStatement
}

async function segmentFault(
  bag: BagFiles,
  { segment, statement }: SaidSegment,
  { reader, onActs }: { readonly reader: BundleReader; readonly onActs: OnPiece },
): Promise<Fault | null> {
  const path = `data/${segmentPath(segment)}`
  const fault = (why: Extract<BundleProblem, { kind: 'bundleSegment' }>['why']): Fault =>
    err({ kind: 'bundleSegment', path, why })
  const bytes = await bag.read(path, mostSegmentBytes)
  if (!bytes) return fault('unreadable')
  if (isBomb(bytes, reader.craft)) return fault('bomb')
  const opened = openSegment(bytes, reader.craft)
  if (!opened.ok) return fault('unreadable')
  const run = readRun(opened.value, reader.craft)
  if (!run.ok) return fault('brokenChain')
  if (!isWhatItSays(run.value, segment) || run.value.office !== statement.office) return fault('otherActs')
  const key = keyOf(segment.chain, statement, reader)
  if (key === null) return fault('unknownChain')
  const { acts } = run.value
  for (let at = 0; at < acts.length; at += actsInTurn) {
    const some = acts.slice(at, at + actsInTurn)
    if (!some.every(act => reader.craft.verifyHash(key, act.hash, act.signed.signature))) return fault('badSignature')
    onActs(some.length)
    await nextTurn()
  }
  return null
}

/** Verified in one turn of the event loop; a clerk who saves meanwhile does not notice. */
const actsInTurn = 100
const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** Text packs about tenfold. */
function isBomb(bytes: Uint8Array, craft: Craft): boolean {
  const most = Math.max(bundleCaps.segmentRatioFrom, bytes.length * bundleCaps.segmentRatio)
  return most < mostSegmentBytes && craft.unpack(bytes, mostSegmentBytes) !== null && craft.unpack(bytes, most) === null
}

const isWhatItSays = ({ chain, acts, last }: Run, segment: BundledSegment): boolean =>
  chain === segment.chain && acts[0].seq === segment.from && last.seq === segment.to && last.hash === segment.hash
