import fs from 'node:fs'
import path from 'node:path'
import type { BundleProblem } from '#shared/contracts/bundle-problem'
import { err, ok, type Result } from '#shared/kernel/result'
import { bytesOf, folderBag } from '../documents/bag/bag-files'
import { checkBag, type SoundBag } from '../documents/bag/check-bag'
import { exportLabel, signatureFile } from '../media/exporting/export-tags'
import { isExportFolderName } from '../media/exporting/export-names'
import { exportCaps } from './bundle-caps'
import { Stopped, type OnPiece } from './stopped'

/** A bundle as it lies on a medium: the parts in an export's folder. */
export interface FoundBundle {
  /** Of the export's folder. */
  readonly name: string
  readonly folder: string
  /** Files of the parts. */
  readonly parts: readonly string[]
}

/** What tells the medium apart that brought a bundle; for the receipt. */
export interface MediumMark {
  readonly exportId: string
  /** Hex SHA-256 of the export's tag manifest. */
  readonly digest: string
}

/** Of the parts that `write-bundle.ts` makes. */
const partName = /^records-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}-p\d{2}(?:\.age)?\.rdbundle$/u

/** Bundles in the exports of a medium, or in the export's folder itself where somebody chose that; the newest last. */
export function findBundles(root: string): readonly FoundBundle[] {
  const own = isExportFolderName(path.basename(root)) ? [root] : []
  const below = entriesOf(root)
    .filter(entry => entry.isDirectory() && isExportFolderName(entry.name))
    .map(({ name }) => path.join(root, name))
  return [...own, ...below].sort().flatMap(folder => {
    const data = path.join(folder, 'data')
    const parts = entriesOf(data)
      .filter(entry => entry.isFile() && partName.test(entry.name))
      .map(({ name }) => path.join(data, name))
      .sort()
    return parts.length > 0 ? [{ name: path.basename(folder), folder, parts }] : []
  })
}

/** The chain whose machine wrote the export, as its signature file says: for a list only, nothing is believed because of it. */
export function writerOf({ folder }: Pick<FoundBundle, 'folder'>): string | null {
  try {
    const text = fs.readFileSync(path.join(folder, signatureFile), 'utf8')
    return /^records-desk-export\/v1\n([0-9a-f]{32})\n/u.exec(text)?.[1] ?? null
  } catch {
    return null // none was written, or it is gone with its stick
  }
}

/**
 * Reads the export whole: what is cut short or changed is not looked into. Null: an export that says no number. `begin` is told of
 * how many bytes, and then of every piece; throws its `Stopped`.
 */
export async function checkMedium(
  { name, folder }: FoundBundle,
  begin: (bytes: number) => OnPiece = () => () => undefined,
): Promise<Result<MediumMark | null, BundleProblem>> {
  try {
    const bag = folderBag(folder, exportCaps)
    const sound = await checkBag(bag, begin(bytesOf(bag)))
    // Pulled while it was read, files of it are missing, and it is not at fault.
    if (!sound.ok && !fs.existsSync(folder)) return err({ kind: 'bundlePart', name, why: 'unreadable' })
    if (!sound.ok) return err({ kind: 'bundleBag', name, bag: sound.problem })
    return ok(markOf(sound.value, await bag.digest('tagmanifest-sha256.txt', 'sha256')))
  } catch (cause) {
    if (cause instanceof Stopped) throw cause
    if (typeof (cause as NodeJS.ErrnoException).code !== 'string') throw cause
    return err({ kind: 'bundlePart', name, why: 'unreadable' }) // an error of the disk
  }
}

function markOf({ info }: SoundBag, digest: string | null): MediumMark | null {
  const [, exportId] = /^1 ([0-9a-f-]{36}) /u.exec(info[exportLabel] ?? '') ?? []
  return digest !== null && exportId !== undefined ? { exportId, digest } : null
}

function entriesOf(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true })
  } catch {
    return [] // not there, or nobody may read it: nothing to be found
  }
}
