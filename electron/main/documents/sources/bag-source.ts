import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import type { BagFiles } from '../bag/bag-files'
import { checkBag } from '../bag/check-bag'
import { limits } from '../limits'
import { ownBagLabel } from '../own-marks'
import { mostBytesOf } from '../read-file'
import { attachedPath } from './attached-path'
import { readNamed } from './folder-source'
import { linesOf, openLines, readJsonLine, type Lines } from './json-lines'
import type { DocumentSource, SourceParts, SourceProblem } from './source'
import { mostScanBytes } from '#shared/contracts/scan-type'

const mostLinesBytes = 512 * 1024 * 1024

/**
 * A checked bag as documents: lines of JSON Lines files each one, and every other file one, unless the bag is of our own
 * making, whose other files are attachments.
 */
export async function bagSource(
  bag: BagFiles,
  at: { readonly name: string; readonly folder?: string },
  { cMaps }: SourceParts,
): Promise<Result<DocumentSource, SourceProblem>> {
  const sound = await checkBag(bag)
  if (!sound.ok) {
    bag.close()
    return err({ kind: 'bagUnsound', bag: sound.problem })
  }
  const { payload, info } = sound.value
  const isOwn = info[ownBagLabel] !== undefined
  const parts: Part[] = []
  for (const name of payload) {
    const lines = isJsonLines(name) ? await linesIn(bag, name, at.folder) : null
    if (lines) parts.push({ name, lines, count: lines.count })
    else if (!isOwn) parts.push({ name, lines: null, count: 1 })
  }
  const documents = parts.reduce((sum, { count }) => sum + count, 0)
  const close = (): void => {
    for (const { lines } of parts) lines?.close()
    bag.close()
  }
  if (documents === 0 || documents > limits.documents) {
    close()
    return err({ kind: 'sourceUnreadable', why: documents === 0 ? 'empty' : 'tooMany' })
  }
  const bytesOf = (name: string) => bag.read(name, mostBytesOf(name))
  const isPayload = new Set(payload)
  return ok({
    ...{ kind: 'bag', name: at.name, documents, info, close },
    read: async index => {
      const { part, within } = partOf(parts, index)
      const name = part.name.slice('data/'.length)
      if (part.lines) return readJsonLine(part.lines.read(within), { name, line: index + 1 })
      return readNamed({ name: part.name, line: index + 1 }, bytesOf, cMaps)
    },
    attached: async (index, name) => {
      const text = partOf(parts, index).part.name
      const place = attachedPath(text, name, file => isPayload.has(file))
      return place === null ? null : { path: place, bytes: await bag.read(place, mostScanBytes) }
    },
  })
}

interface Part {
  readonly name: string
  readonly lines: Lines | null
  readonly count: number
}

const isJsonLines = (name: string): boolean => ['.jsonl', '.ndjson'].includes(path.posix.extname(name).toLowerCase())

async function linesIn(bag: BagFiles, name: string, folder: string | undefined): Promise<Lines | null> {
  if (folder !== undefined) return openLines(path.join(folder, name))
  const bytes = await bag.read(name, mostLinesBytes)
  return bytes && linesOf(bytes)
}

function partOf(parts: readonly Part[], index: number): { part: Part; within: number } {
  let before = 0
  for (const part of parts) {
    if (index < before + part.count) return { part, within: index - before }
    before += part.count
  }
  throw new Error(`no document ${index} in this bag`)
}
