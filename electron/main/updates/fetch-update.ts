import fs from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { OfferedPackage } from '#shared/contracts/headquarters-api'
import type { Problem } from '#shared/contracts/problems'
import { mostPackageBytes } from '#shared/contracts/update-package'
import { err, ok, type Result } from '#shared/kernel/result'
import type { LinkProblem } from '../sync/headquarters-link'
import { PieceSize } from '../sync/piece-size'
import type { UpdateLink } from '../sync/update-link'
import { leastFreeBytes } from '../workstation/disk-space'
import { digestOf } from './take-package'

export interface FetchParts {
  readonly link: UpdateLink
  /** `updates/incoming`: one begun package at most, under its digest. */
  readonly folder: string
  readonly signal: AbortSignal
  readonly freeBytes: () => number
  readonly onHeld: (bytes: number) => void
  /** What the line was good for; kept by the caller from one time to the next. */
  readonly pieces?: PieceSize
  /** Milliseconds that never go back. */
  readonly elapsed?: () => number
}

/**
 * The package whole and of the digest that headquarters told, in a file here; null where a person stopped it. Broken off
 * anywhere it goes on from there the next time. What it is worth is not known yet: that is for `takePackage`.
 */
export async function fetchUpdate(offer: OfferedPackage, parts: FetchParts): Promise<Result<string | null, Problem>> {
  const { bytes, sha256 } = offer
  const { folder, freeBytes } = parts
  if (bytes > mostPackageBytes) return err({ kind: 'updateRefused', fault: 'tooLarge' })
  const file = partOf(folder, sha256)
  try {
    keepOnly(folder, file)
    if (heldOf(folder, sha256) > bytes) fs.rmSync(file)
    const needed = bytes * copies - heldOf(folder, sha256) + leastFreeBytes
    if (freeBytes() < needed) return cut('diskFull', heldOf(folder, sha256))
    const came = await fetchPieces(offer, { ...parts, file })
    if (!came.ok || !came.value) return came.ok ? ok(null) : came
    if ((await digestOf(file)) === sha256) return ok(file)
    fs.rmSync(file)
    return err({ kind: 'updateNotWhole', why: 'otherBytes' })
  } catch {
    return cut('diskFull', heldOf(folder, sha256))
  }
}

/** The package, the copy that is verified, and the installer in it lie on the disk for a moment together. */
const copies = 3

const cutBy = (kind: LinkProblem['kind']) => (kind === 'stopped' ? 'away' : kind)

/** False where a person stopped it. */
async function fetchPieces(
  { bytes, sha256 }: OfferedPackage,
  parts: FetchParts & { readonly file: string },
): Promise<Result<boolean, Problem>> {
  const { folder, file, signal, onHeld, pieces = new PieceSize() } = parts
  const next = { ...parts, pieces }
  for (let held = heldOf(folder, sha256); held < bytes; held = heldOf(folder, sha256)) {
    onHeld(held)
    const isLast = pieces.isLeast
    const got = await fetchPiece(next, { sha256, held, left: bytes - held })
    if (signal.aborted) return ok(false)
    // Once more, half as large: on a slow line nobody has to begin it again and again.
    if (!got.ok && got.problem.kind === 'away' && !isLast) continue
    if (!got.ok) return cut(cutBy(got.problem.kind), held)
    if (!got.value?.length) {
      fs.rmSync(file, { force: true })
      return err({ kind: 'updateNotWhole', why: 'gone' })
    }
    await appendFlushed(file, got.value)
  }
  onHeld(bytes)
  return ok(true)
}

type NextPiece = Pick<FetchParts, 'link' | 'elapsed'> & { readonly pieces: PieceSize }

/** Learns from what becomes of it how large the next may be. */
async function fetchPiece(
  { link, pieces, elapsed = () => performance.now() }: NextPiece,
  { sha256, held, left }: { readonly sha256: string; readonly held: number; readonly left: number },
): Promise<Result<Buffer | null, LinkProblem>> {
  const asked = pieces.of(Infinity)
  const begunAt = elapsed()
  const got = await link.get(sha256, held, Math.min(asked, left))
  if (got.ok) pieces.took({ asked, through: got.value?.length ?? 0, ms: elapsed() - begunAt })
  else if (got.problem.kind === 'away') pieces.lost(Math.min(asked, left))
  return got
}

/** Bytes of a begun one. */
export const heldOf = (folder: string, sha256: string): number =>
  fs.statSync(partOf(folder, sha256), { throwIfNoEntry: false })?.size ?? 0

const partOf = (folder: string, sha256: string): string => path.join(folder, `${sha256}.part`)

function keepOnly(folder: string, file: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of fs.readdirSync(folder))
    if (name !== path.basename(file)) fs.rmSync(path.join(folder, name), { recursive: true, force: true })
}

async function appendFlushed(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(bytes)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

type CutWhy = Extract<Problem, { kind: 'updateCutShort' }>['why']

const cut = (why: CutWhy, heldBytes: number): Result<never, Problem> => err({ kind: 'updateCutShort', why, heldBytes })
