import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { ReadDocument } from '#shared/contracts/read-document'
import { err, ok, type Result } from '#shared/kernel/result'
import { readUpTo } from '../bag/bag-files'
import { limits } from '../limits'
import { mostBytesOf, readFile, unread } from '../read-file'
import { attachedPath, ownFolders } from './attached-path'
import type { AttachedFile, DocumentSource, SourceParts, SourceProblem } from './source'
import { mostScanBytes } from '#shared/contracts/scan-type'

/**
 * Every file below a folder, by its path, but for those in a folder of attachments beside their text. Links are not followed:
 * what they lead to was not chosen.
 */
export function folderSource(folder: string, parts: SourceParts): Result<DocumentSource, SourceProblem> {
  const names: string[] = []
  try {
    collect(folder, '', names)
  } catch {
    return err({ kind: 'sourceUnreadable', why: 'notReadable' })
  }
  if (names.length === 0) return err({ kind: 'sourceUnreadable', why: 'empty' })
  if (names.length > limits.documents) return err({ kind: 'sourceUnreadable', why: 'tooMany' })
  names.sort(byCodePoint)
  const isThere = new Set(names)
  const { texts, beside } = withAttachments(names)
  const source = sourceOf(
    path.basename(folder),
    texts,
    async name => readUpTo(path.join(folder, name), mostBytesOf(name)),
    parts,
  )
  return ok({
    ...source,
    read: async index => {
      const own = beside.get(texts[index]!)
      const document = await source.read(index)
      return own ? { ...document, beside: own } : document
    },
    attached: async (index, name) => {
      const place = attachedPath(texts[index]!, name, file => isThere.has(file))
      return place === null ? null : fileAt(folder, place)
    },
  })
}

const fileAt = (folder: string, place: string): AttachedFile => ({
  path: place,
  bytes: readUpTo(path.join(folder, place), mostScanBytes),
})

/** `供水办法.附件/附图.pdf` belongs to `供水办法.md`; such a folder without its text holds documents like any other. */
function withAttachments(names: readonly string[]) {
  const textOf = new Map(names.flatMap(name => ownFolders(name).map(folder => [folder, name] as const)))
  const texts: string[] = []
  const beside = new Map<string, string[]>()
  for (const name of names) {
    const text = name
      .split('/')
      .map((_part, at, all) => textOf.get(all.slice(0, at).join('/')))
      .find(found => found !== undefined)
    if (text === undefined) texts.push(name)
    else beside.set(text, [...(beside.get(text) ?? []), path.posix.relative(path.posix.dirname(text), name)])
  }
  return { texts, beside }
}

/** One file that was chosen by itself. */
export const fileSource = (file: string, parts: SourceParts): DocumentSource => {
  const name = path.basename(file)
  return sourceOf(name, [name], async () => readUpTo(file, mostBytesOf(name)), parts)
}

type Bytes = (name: string) => Promise<Buffer | null>

function sourceOf(
  source: string,
  names: readonly string[],
  ...[bytesOf, { cMaps }]: readonly [Bytes, SourceParts]
): DocumentSource {
  return {
    ...{ kind: 'folder', name: source, documents: names.length },
    read: index => readNamed({ name: names[index]!, line: index + 1 }, bytesOf, cMaps),
    close: () => {},
  }
}

export interface Place {
  readonly name: string
  readonly line: number
}

export async function readNamed({ name, line }: Place, bytesOf: Bytes, cMaps: string): Promise<ReadDocument> {
  const bytes = await bytesOf(name)
  const words = bytes ? await readFile(name, bytes, cMaps) : unread('text', 'tooLarge')
  const digest = createHash('sha256')
    .update(bytes ?? name)
    .digest('hex')
  return { line, name: name.slice(0, 1_000), digest, ...words }
}

/** What systems and editors leave behind is nobody's document. */
const isLeftBehind = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || ['thumbs.db', 'desktop.ini', '__macosx'].includes(name.toLowerCase())

function collect(folder: string, inside: string, names: string[]): void {
  for (const entry of fs.readdirSync(path.join(folder, inside), { withFileTypes: true })) {
    if (isLeftBehind(entry.name) || names.length > limits.documents) continue
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.isFile()) names.push(name)
    else if (entry.isDirectory() && name.split('/').length <= limits.folderDepth) collect(folder, name, names)
  }
}

/** The same order on every system. */
export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
