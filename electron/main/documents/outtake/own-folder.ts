import fs from 'node:fs'
import path from 'node:path'
import type { Problem } from '#shared/contracts/problems'
import { ownBagLabel, ownDocumentMark } from '../own-marks'

/** Whether an export wrote everything that lies in a folder. */
export type IsOwn = (folder: string) => boolean

/** Where a name leads that has to lie in this folder and not below or above it; null where it leads elsewhere. */
export function placeIn(folder: string, name: string): string | null {
  const place = path.resolve(folder, name)
  return path.dirname(place) === path.resolve(folder) && path.basename(place) === name ? place : null
}

/** `outtakeNameTaken` where something lies there that no export wrote, else null. */
export const takenBy = (place: string, isOwn: IsOwn): Problem | null =>
  !isThere(place) || isOwn(place) ? null : { kind: 'outtakeNameTaken', name: path.basename(place) }

export const halfOf = (target: string): string => `${target}.part`

/** An empty folder; the half of an earlier export goes for it. Throws EEXIST where no export wrote what lies there. */
export function beginHalf(target: string, isOwn: IsOwn): string {
  const half = halfOf(target)
  removeOwn(half, isOwn)
  fs.mkdirSync(half)
  return half
}

/** An earlier export of the name goes for it. Throws where no export wrote what lies there. */
export function nameHalf(target: string, isOwn: IsOwn): void {
  removeOwn(target, isOwn)
  fs.renameSync(halfOf(target), target)
}

/** A package of the catalogue, whole or half: nothing in it but what belongs there, and the label with it. */
export const isOwnBag: IsOwn = folder =>
  isMadeOf(folder, inBag, () => true) && (fs.readdirSync(folder).length === 0 || isLabelled(folder))

const isLabelled = (folder: string): boolean => {
  const info = path.join(folder, 'bag-info.txt')
  return isThere(info) && startOf(info).includes(`${ownBagLabel}: `)
}

/** A folder of documents, whole or half: each of them has the mark. */
export const isOwnDocuments: IsOwn = folder =>
  isMadeOf(
    folder,
    inDocuments,
    name => !name.endsWith('.md') || startOf(path.join(folder, name)).startsWith(`---\n${ownDocumentMark}\n`),
  )

const attachment = String.raw`[0-9a-f]{64}\.[a-z0-9]{1,5}`
const inBag = new RegExp(
  String.raw`^(?:bagit\.txt|bag-info\.txt|(?:tag)?manifest-sha256\.txt|data/(?:catalogue-\d{4,}\.jsonl|attachments/(?:${attachment})?)?)$`,
  'u',
)
const inDocuments = new RegExp(String.raw`^\d{6,}(?: [^/]+)?\.(?:md|附件/(?:${attachment})?)$`, 'u')

/** A link, and whatever else is neither a file nor a folder, is nobody's own. Names of folders end in `/`. */
function isMadeOf(folder: string, names: RegExp, isMarked: (name: string) => boolean): boolean {
  if (!fs.lstatSync(folder).isDirectory()) return false
  const walk = (inside: string): boolean =>
    fs.readdirSync(path.join(folder, inside), { withFileTypes: true }).every(entry => {
      const name = `${inside}${entry.name}`
      if (entry.isDirectory()) return names.test(`${name}/`) && walk(`${name}/`)
      return entry.isFile() && names.test(name) && isMarked(name)
    })
  return walk('')
}

/** As many bytes as hold a mark: a folder may have 100,000 documents. */
function startOf(file: string): string {
  const handle = fs.openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(1_000)
    return bytes.toString('utf8', 0, fs.readSync(handle, bytes))
  } finally {
    fs.closeSync(handle)
  }
}

const isThere = (place: string): boolean => fs.lstatSync(place, { throwIfNoEntry: false }) !== undefined

function removeOwn(place: string, isOwn: IsOwn): void {
  if (isThere(place) && isOwn(place)) fs.rmSync(place, { recursive: true })
}
