import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import {
  blobPath,
  keysPath,
  writeHeadsNote,
  headsText,
  type BundleStatement,
} from '#shared/ledger/exchange/bundle-statement'
import { segmentPath } from '#shared/ledger/exchange/segment'
import { bagTags } from '../documents/bag/bag-tags'
import { lockStream, type BundleLock } from './age-files'
import type { BundleItem } from './plan-parts'

export interface PartToWrite {
  readonly statement: BundleStatement
  readonly items: readonly BundleItem[]
  /** Where it comes to lie; nothing stands under its name before it is whole and flushed. */
  readonly file: string
  /** Ed25519 of the writing chain over a text, base64. */
  readonly signNote: (text: string) => string
  readonly lock: BundleLock | null
  /** Told of every piece; what it throws ends the writing. */
  readonly onBytes?: ((count: number) => void) | undefined
}

export interface WrittenPart {
  readonly name: string
  readonly bytes: number
  /** Hex SHA-256 of the file as it lies there. */
  readonly digest: string
}

/** One part: a whole bag (RFC 8493) in one folder of a zip, stored and not packed again, ZIP64 whatever its size. */
export async function writePart(part: PartToWrite): Promise<WrittenPart> {
  const half = `${part.file}.part`
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const zip = Readable.from(zipOf(part)) // an async iterable of its pieces: what fails in the zip fails here
    const out = part.lock ? await lockStream(zip, part.lock) : zip
    await pipeline(
      out,
      async function* (pieces: AsyncIterable<Uint8Array>) {
        for await (const piece of pieces) {
          hash.update(piece)
          bytes += piece.length
          part.onBytes?.(piece.length)
          yield piece
        }
      },
      fs.createWriteStream(half, { mode: 0o600, flush: true }),
    )
    fs.renameSync(half, part.file)
    return { name: path.basename(part.file), bytes, digest: hash.digest('hex') }
  } catch (cause) {
    fs.rmSync(half, { force: true })
    throw cause
  }
}

async function* zipOf({ statement, items, file, signNote }: PartToWrite): AsyncGenerator<Buffer> {
  const top = path.basename(file).replace(/(?:\.age)?\.rdbundle$/u, '')
  const options = { compress: false, forceZip64Format: true, mtime: new Date(statement.madeAt), mode: 0o100644 }
  const zip = new ZipFile()
  const failed = new Promise<never>((_resolve, reject) => zip.once('error', reject))
  failed.catch(() => {}) // heard below, wherever the reading stands
  const said = Buffer.from(`${JSON.stringify(statement, null, 1)}\n`)
  const digest = sha256(said)
  const payload = [
    { path: 'data/bundle.json', bytes: said.length, digest },
    ...items.map(item => ({ path: pathOf(item), bytes: item.bytes, digest: item.digest })),
  ]
  const { office, madeAt, by, vector } = statement
  const note = { office, madeAt, by, statementDigest: digest, heads: vector }
  const tags = bagTags(payload, infoOf(statement), { 'heads.note': writeHeadsNote(note, signNote(headsText(note))) })
  zip.addBuffer(said, `${top}/data/bundle.json`, options)
  for (const item of items) zip.addFile(item.file, `${top}/${pathOf(item)}`, options)
  for (const { name, text } of tags.tags) zip.addBuffer(Buffer.from(text), `${top}/${name}`, options)
  zip.end({ forceZip64Format: true, comment: '' })
  const pieces = (zip.outputStream as Readable)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  for (;;) {
    const next = await Promise.race([pieces.next(), failed])
    if (next.done) return
    yield next.value
  }
}

function pathOf(item: BundleItem): string {
  switch (item.kind) {
    case 'segment':
      return `data/${segmentPath(item.said)}`
    case 'blob':
      return `data/${blobPath(item.digest)}`
    case 'keys':
      return `data/${keysPath}`
  }
}

const infoOf = ({
  officeName,
  office,
  madeAt,
  setId,
  part,
  parts,
}: BundleStatement): Readonly<Record<string, string>> => ({
  'Source-Organization': officeName,
  'Bagging-Date': madeAt.slice(0, 10),
  'External-Identifier': `${office} ${setId} ${part}/${parts}`,
  'Records-Desk-Bundle': '1',
})

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
