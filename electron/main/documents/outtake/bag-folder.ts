import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { err, ok } from '#shared/kernel/result'
import { bagTags, type PayloadFile } from '../bag/bag-tags'
import { ownBagLabel } from '../own-marks'
import { growingFile, jsonLine, type CatalogueRow, type FolderWithFiles, type GrowingFile } from './catalogue-file'
import { beginHalf, isOwnBag, nameHalf, placeIn, takenBy } from './own-folder'

/** Documents of one JSON Lines file of a bag: small enough to look into with an editor. */
const documentsOfPart = 5_000

export interface BagInfo {
  readonly source: string
  readonly baggedOn: string
}

/**
 * The catalogue as a BagIt 1.0 package (RFC 8493) in a folder: lines below `data/`, attachments named by their digest in
 * `data/attachments/`, SHA-256 manifests. The folder has its name only when it is whole.
 */
export function bagFolder(target: string, columns: readonly string[], info: BagInfo): FolderWithFiles {
  const half = beginHalf(target, isOwnBag)
  writeFlushed(path.join(half, 'bag-info.txt'), `${ownBagLabel}: 1\n`) // until it is whole: a half that a crash leaves is known by it
  const attachments = path.join(half, 'data', 'attachments')
  fs.mkdirSync(attachments, { recursive: true })
  const manifest: PayloadFile[] = []
  let part: { readonly file: GrowingFile; readonly name: string; rows: number } | null = null
  let parts = 0
  const endPart = (): void => {
    if (!part) return
    manifest.push({ path: `data/${part.name}`, ...part.file.end() })
    part = null
  }
  const writeRow = (row: CatalogueRow): void => {
    if (!part) {
      const name = `catalogue-${String(++parts).padStart(4, '0')}.jsonl`
      part = { name, rows: 0, file: growingFile(path.join(half, 'data', name)) }
    }
    part.file.write(jsonLine(row, columns))
    if (++part.rows === documentsOfPart) endPart()
  }
  return {
    add: async rows => rows.forEach(writeRow),
    attach: async (name, pieces) => {
      const file = placeIn(attachments, name)
      if (file === null) return 'outside'
      const inside = `data/attachments/${name}`
      if (manifest.some(({ path: known }) => known === inside)) return 'there'
      manifest.push({ path: inside, ...copied(file, pieces) })
      return 'added'
    },
    keep: async record => {
      endPart()
      const digest = writeTags(half, manifest, info)
      const problem = takenBy(target, isOwnBag) ?? record(digest)
      if (problem) return err(problem)
      nameHalf(target, isOwnBag)
      return ok([path.basename(target)])
    },
    drop: () => {
      part?.file.leave()
      part = null
      fs.rmSync(half, { recursive: true, force: true })
    },
  }
}

/** Written and flushed. */
export function copied(target: string, pieces: Iterable<Uint8Array>): { digest: string; bytes: number } {
  const handle = fs.openSync(target, 'w', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for (const piece of pieces) {
      hash.update(piece)
      for (let at = 0; at < piece.length;) at += fs.writeSync(handle, piece, at)
      bytes += piece.length
    }
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
  return { digest: hash.digest('hex'), bytes }
}

/** Answers the digest of the tag manifest. */
function writeTags(folder: string, payload: readonly PayloadFile[], { source, baggedOn }: BagInfo): string {
  const labels = { 'Source-Organization': source, 'Bagging-Date': baggedOn, [ownBagLabel]: '1' }
  const { tags, digest } = bagTags(payload, labels)
  for (const { name, text } of tags) writeFlushed(path.join(folder, name), text)
  return digest
}

const writeFlushed = (name: string, text: string): void => fs.writeFileSync(name, text, { mode: 0o600, flush: true })
