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
import { checkPart, type BundleReader, type CheckedPart } from './check-part'
import { quarantineParts } from './quarantine'

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

/**
 * Takes the parts of a bundle into quarantine (an empty folder on a local disk) and checks all of them; one fault refuses
 * the whole. Nothing is written outside that folder, which the caller empties.
 */
export async function checkBundle(
  from: { readonly files: readonly string[]; readonly quarantine: string; readonly keys: BundleKeys },
  reader: BundleReader,
): Promise<Result<CheckedBundle, BundleProblem>> {
  const taken = await quarantineParts(from.files, from.quarantine, from.keys)
  if (!taken.ok) return taken
  const parts: CheckedPart[] = []
  const refuse = (problem: BundleProblem): Result<never, BundleProblem> => {
    for (const { bag } of parts) bag.close()
    return err(problem)
  }
  for (const part of taken.value) {
    const checked = await checkPart(part, reader)
    if (!checked.ok) return refuse(checked.problem)
    parts.push(checked.value)
  }
  const fault = partsFault(parts)
  return fault ? refuse(fault) : ok(bundleOf(parts.sort((a, b) => a.statement.part - b.statement.part)))
}

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
