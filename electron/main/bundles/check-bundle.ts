import type { BundleProblem } from '#shared/contracts/bundle-problem'
import { err, ok, type Result } from '#shared/kernel/result'
import {
  blobPath,
  keysPath,
  type BundledBlob,
  type BundledSegment,
  type BundleStatement,
} from '#shared/ledger/exchange/bundle-statement'
import { mostSegmentBytes, segmentPath } from '#shared/ledger/exchange/segment'
import type { BundleKeys } from './age-files'
import { bundleCaps } from './bundle-caps'
import { checkActs, openPart, type BundleReader, type CheckedPart } from './check-part'
import { quarantineParts, type QuarantinedPart } from './quarantine'
import type { OnPiece } from './stopped'

/** A bundle in quarantine of which every byte was checked; nothing of it is used yet. */
export interface CheckedBundle {
  /** Of the first part; office, moment and vector are the same in all. */
  readonly statement: BundleStatement
  readonly segments: readonly BundledSegment[]
  readonly blobs: readonly BundledBlob[]
  /** Bytes of a segment, as `openSegment` takes them. */
  readSegment(segment: BundledSegment): Promise<Uint8Array>
  readBlob(blob: BundledBlob): Promise<Uint8Array>
  /** Wrapped subject keys; null where it brings none. */
  readKeys(): Promise<Uint8Array | null>
  close(): void
}

export interface BundleToRead {
  readonly files: readonly string[]
  /** An empty folder on a local disk. */
  readonly quarantine: string
  readonly keys: BundleKeys
  readonly told?: BundleTold
}

/** Who is told how far the reading is; a `Stopped` that one of them throws ends it. */
export interface BundleTold {
  /** Of every piece that is copied or opened: `bytesToCopy` in all. */
  readonly onCopied: OnPiece
  /** The files of all parts are compared with their manifests, about so many bytes. */
  readonly beginFiles: (bytes: number) => OnPiece
  /** Then every act is verified. */
  readonly beginActs: (acts: number) => OnPiece
}

const nothing = () => () => undefined
const nobody: BundleTold = { onCopied: () => undefined, beginFiles: nothing, beginActs: nothing }

/**
 * Takes the parts of a bundle into quarantine and checks all of them; one fault refuses the whole. Nothing is written outside
 * that folder, which the caller empties. Throws the `Stopped` of whoever is told.
 */
export async function checkBundle(
  { files, quarantine, keys, told = nobody }: BundleToRead,
  reader: BundleReader,
): Promise<Result<CheckedBundle, BundleProblem>> {
  const taken = await quarantineParts(files, quarantine, { ...keys, onBytes: told.onCopied })
  if (!taken.ok) return taken
  const parts: CheckedPart[] = []
  let isSound = false
  try {
    const fault = await faultIn(taken.value, { parts, reader, told })
    isSound = fault === null
    return fault ? err(fault) : ok(bundleOf(parts.sort((a, b) => a.statement.part - b.statement.part)))
  } finally {
    if (!isSound) for (const { bag } of parts) bag.close()
  }
}

interface Checking {
  /** Those that are open so far. */
  readonly parts: CheckedPart[]
  readonly reader: BundleReader
  readonly told: BundleTold
}

/** What all of them hold is read before the first act is verified: then it is known how many there are. */
async function faultIn(
  taken: readonly QuarantinedPart[],
  { parts, reader, told }: Checking,
): Promise<BundleProblem | null> {
  const onBytes = told.beginFiles(taken.reduce((sum, { bytes }) => sum + bytes, 0))
  for (const part of taken) {
    const opened = await openPart(part, reader, onBytes)
    if (!opened.ok) return opened.problem
    parts.push(opened.value)
  }
  const fault = partsFault(parts)
  if (fault) return fault
  const onActs = told.beginActs(parts.reduce((sum, { statement }) => sum + actsIn(statement.segments), 0))
  for (const part of parts) {
    const wrong = await checkActs(part, reader, onActs)
    if (wrong) return wrong
  }
  return null
}

export const actsIn = (segments: readonly BundledSegment[]): number =>
  segments.reduce((sum, { from, to }) => sum + to - from + 1, 0)

/** All parts of one bundle, each once. */
function partsFault(parts: readonly CheckedPart[]): BundleProblem | null {
  const [first] = parts
  if (!first) return { kind: 'bundleParts', why: 'missing', part: 1 }
  const { setId, parts: count, by, madeAt } = first.statement
  const numbers = new Set<number>()
  for (const { statement } of parts) {
    const isOfSet = statement.setId === setId && statement.parts === count && statement.by === by
    if (!isOfSet || statement.madeAt !== madeAt) return { kind: 'bundleParts', why: 'mixed', part: statement.part }
    if (numbers.has(statement.part)) return { kind: 'bundleParts', why: 'twice', part: statement.part }
    numbers.add(statement.part)
  }
  const missing = Array.from({ length: count }, (_, at) => at + 1).find(part => !numbers.has(part))
  return missing === undefined ? null : { kind: 'bundleParts', why: 'missing', part: missing }
}

function bundleOf(parts: readonly CheckedPart[]): CheckedBundle {
  const bagOf = new Map<BundledSegment | BundledBlob, CheckedPart['bag']>()
  for (const { statement, bag } of parts)
    for (const one of [...statement.segments, ...statement.blobs]) bagOf.set(one, bag)
  const read = async (of: BundledSegment | BundledBlob, path: string, most: number): Promise<Uint8Array> => {
    const bytes = await bagOf.get(of)!.read(`data/${path}`, most)
    if (!bytes) throw new Error('what was checked in quarantine is no longer there')
    return bytes
  }
  return {
    statement: parts[0]!.statement,
    segments: parts.flatMap(({ statement }) => statement.segments),
    blobs: parts.flatMap(({ statement }) => statement.blobs),
    readSegment: segment => read(segment, segmentPath(segment), mostSegmentBytes),
    readKeys: async () => {
      const { statement, bag } = parts[0]!
      return statement.keys ? bag.read(`data/${keysPath}`, bundleCaps.statementBytes) : null
    },
    readBlob: blob => read(blob, blobPath(blob.digest), blob.bytes),
    close: () => {
      for (const { bag } of parts) bag.close()
    },
  }
}
