import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { mostPackageBytes, type UpdateManifest } from '#shared/contracts/update-package'
import type { UpdateFault } from '#shared/contracts/update-problem'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { cappedAt } from '../bundles/capped-at'
import type { OpenZip, ZipEntry } from '../documents/zip-file'
import { judgeUpdate, kindIn, type RunningVersion } from './judge-update'
import { filesNamedIn, openPackage, signedManifestIn, type PackageZip } from './package/package-zip'
import { readManifest } from './package/read-manifest'

/** A package of which every byte was verified; its installer lies alone in a folder of its own. */
export interface TakenPackage {
  readonly manifest: UpdateManifest
  /** The copy of the installer, on this disk. */
  readonly file: string
}

export interface PackageTaker {
  readonly keys: readonly string[]
  readonly running: RunningVersion
  /** Empty, or not there yet. What lies in it afterwards was verified; after a refusal it is gone. */
  readonly folder: string
}

/** Copies a package from wherever it lies, verifies the copy, and refuses it whole at the first fault. */
export async function takePackage(from: string, taker: PackageTaker): Promise<Result<TakenPackage, Problem>> {
  const { folder } = taker
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const copy = path.join(folder, 'package')
  const taken = await takeCopy(from, copy, taker).catch((): Taken => refuse('unreadable'))
  fs.rmSync(copy, { force: true })
  if (!taken.ok) fs.rmSync(folder, { recursive: true, force: true })
  return taken
}

type Taken = Result<TakenPackage, Problem>

async function takeCopy(from: string, copy: string, taker: PackageTaker): Promise<Taken> {
  const stat = fs.lstatSync(from, { throwIfNoEntry: false })
  if (!stat?.isFile() || stat.size === 0) return refuse('unreadable')
  if (stat.size > mostPackageBytes) return refuse('tooLarge')
  await pipeline(fs.createReadStream(from), cappedAt(mostPackageBytes), fs.createWriteStream(copy, { mode: 0o600 }))
  const opened = await openPackage(copy)
  if (!opened.ok) return refuse(opened.problem)
  try {
    return await takeOpened(opened.value, taker)
  } finally {
    opened.value.zip.close()
  }
}

async function takeOpened(opened: PackageZip, { keys, running, folder }: PackageTaker): Promise<Taken> {
  const signed = await signedManifestIn(opened)
  const read = signed.ok ? readManifest(signed.value, keys) : signed
  if (!read.ok) return refuse(read.problem)
  const manifest = read.value
  const unsuitable = judgeUpdate({ ...manifest, kind: kindIn(manifest) }, running)
  if (unsuitable) return err(unsuitable)
  const files = filesNamedIn(opened, manifest)
  if (!files) return refuse('otherContents')
  for (const { entry, bytes, sha256, name } of files) {
    const isWhole = entry.bytes === bytes && (await unpack(opened.zip, { entry, sha256, to: path.join(folder, name) }))
    if (!isWhole) return refuse('changed')
  }
  return ok({ manifest, file: path.join(folder, files[0]!.name) })
}

interface Unpacking {
  readonly entry: ZipEntry
  readonly sha256: string
  readonly to: string
}

/** True where what lies there now is what was signed. */
async function unpack(zip: OpenZip, { entry, sha256, to }: Unpacking): Promise<boolean> {
  try {
    const out = fs.createWriteStream(to, { mode: 0o600, flush: true })
    await pipeline(await zip.stream(entry), cappedAt(entry.bytes), out)
    return (await digestOf(to)) === sha256
  } catch {
    return false // cut short, longer than it said, or packed by a method nobody knows
  }
}

/** Hex SHA-256 of a file as it lies on the disk now; null where it cannot be read. */
export async function digestOf(file: string): Promise<string | null> {
  try {
    const hash = createHash('sha256')
    for await (const part of fs.createReadStream(file)) hash.update(part as Buffer)
    return hash.digest('hex')
  } catch {
    return null
  }
}

const refuse = (fault: UpdateFault): Result<never, Problem> => err({ kind: 'updateRefused', fault })
