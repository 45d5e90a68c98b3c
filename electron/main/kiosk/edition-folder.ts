import { createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import {
  digestOf,
  readEdition,
  signEdition,
  statusFile,
  type Edition,
  type Sign,
  type StatusRow,
} from './edition-format'
import { shelfDrafts, type ShelfDrafts } from './shelf-drafts'

export interface NewEdition {
  readonly officeName: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
  /** Every shelf that holds a document, by its digest; `keepShelf` has its bytes. */
  readonly shelves: Readonly<Record<string, string>>
  readonly documents: number
  readonly rows: readonly StatusRow[]
  readonly madeOf?: Edition['madeOf']
}

/** The folder in which the desk leaves what the kiosk may show. Nothing in it needs a password, or names a person. */
export interface EditionFolder {
  /** Null before the first, and where what lies there was not signed by this office. */
  read(): Edition | null
  /** Bytes of a shelf of the present edition, or null where they are not what was signed. */
  shelf(name: string): Buffer | null
  /** Where lines wait for their shelves while an edition is made. */
  readonly drafts: ShelfDrafts
  /** Answers its digest. On disk already where it was published before. */
  keepShelf(bytes: Uint8Array): string
  /** Puts the edition in place and takes away what it no longer names. */
  publish(next: NewEdition, sign: Sign): void
  /** By tag. Empty where the rows are not what was signed. */
  rows(): ReadonlyMap<string, StatusRow>
  /** Under which a code and four digits are looked up; the key never leaves main. */
  tagOf(code: string, lastFour: string): string
}

const editionFile = 'edition.json'
const keyFile = 'status-key'

export function editionFolder(folder: string, publicKey: () => string | null): EditionFolder {
  let known: { readonly edition: Edition | null; rows?: ReadonlyMap<string, StatusRow> } | null = null
  const at = (name: string): string => path.join(folder, name)
  const kept = (digest: string): Buffer | null => {
    const bytes = readIfThere(at(digest))
    return bytes && digestOf(bytes) === digest ? bytes : null
  }
  const keep = (bytes: Uint8Array): string => {
    const digest = digestOf(bytes)
    if (kept(digest) === null) writeWhole(at(digest), bytes)
    return digest
  }
  const read = (): Edition | null => {
    const key = publicKey()
    const text = known ? null : readIfThere(at(editionFile))?.toString('utf8')
    known ??= { edition: key && text ? readEdition(text, key) : null }
    return known.edition
  }
  const rowsOf = ({ status }: Edition): ReadonlyMap<string, StatusRow> => {
    const bytes = kept(status)
    const { rows } = bytes ? statusFile.parse(JSON.parse(bytes.toString('utf8'))) : { rows: [] }
    return new Map(rows.map(row => [row[0], row]))
  }
  return {
    read,
    shelf: name => {
      const digest = read()?.shelves[name]
      return digest === undefined ? null : kept(digest)
    },
    drafts: shelfDrafts(folder),
    keepShelf: keep,
    publish: ({ rows, madeOf, ...next }, sign) => {
      const sorted = [...rows].sort(([one], [other]) => (one < other ? -1 : 1))
      const status = keep(Buffer.from(JSON.stringify({ v: 1, rows: sorted })))
      const edition = { v: 1, ...next, status, statusRows: rows.length, ...(madeOf ? { madeOf } : {}) } as const
      writeWhole(at(editionFile), Buffer.from(signEdition(edition, sign)))
      known = null
      const named = new Set([editionFile, keyFile, status, ...Object.values(next.shelves)])
      for (const name of fs.readdirSync(folder)) if (!named.has(name)) fs.rmSync(at(name), { force: true })
    },
    rows: () => {
      const edition = read()
      if (!edition || !known) return new Map()
      return (known.rows ??= rowsOf(edition))
    },
    tagOf: (code, lastFour) =>
      createHmac('sha256', keyIn(at(keyFile)))
        .update(`${code}\n${lastFour}`)
        .digest('hex'),
  }
}

/** Made once for this machine. Without it a row is found by nobody, and the next edition makes all rows anew. */
function keyIn(file: string): Buffer {
  const there = readIfThere(file)
  if (there?.length === 32) return there
  const made = randomBytes(32)
  writeWhole(file, made)
  return made
}

function readIfThere(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch {
    return null
  }
}

function writeWhole(file: string, bytes: Uint8Array): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  fs.writeFileSync(`${file}.part`, bytes, { mode: 0o600, flush: true })
  fs.renameSync(`${file}.part`, file)
}
