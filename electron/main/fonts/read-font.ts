import { err, ok, type Result } from '#shared/kernel/result'

/** `embedding`: the licence bits forbid it, or there are none. `outlines`: nothing that a letter can embed. */
export type FontRefusal = 'unreadable' | 'collection' | 'outlines' | 'embedding'

export interface ReadFont {
  /** As the font calls itself, in Chinese where it has such a name. */
  readonly name: string
}

/** Bytes of a font file from `at`; fewer where it ends. */
export type ReadBytes = (at: number, length: number) => Buffer

/**
 * Reads names and rights of one TrueType file without opening it whole. Taken only where the OS/2 table lets a
 * document carry a subset of the font (OpenType, OS/2 fsType).
 */
export function readFont(read: ReadBytes): Result<ReadFont, FontRefusal> {
  try {
    return judge(read)
  } catch (cause) {
    if (cause instanceof RangeError) return err('unreadable') // a table that ends before its own fields
    throw cause
  }
}

/** Bits 1, 8 and 9. Preview-and-print (2) and editable (3) both let a printed document carry the font. */
export const mayEmbedSubset = (fsType: number): boolean => (fsType & (RESTRICTED | NO_SUBSETTING | BITMAP_ONLY)) === 0

const RESTRICTED = 0x0002
const NO_SUBSETTING = 0x0100
const BITMAP_ONLY = 0x0200

const trueType = 0x00010000
const appleTrueType = 0x74727565
const openTypeCff = 0x4f54544f
const collection = 0x74746366
const mostTables = 64

function judge(read: ReadBytes): Result<ReadFont, FontRefusal> {
  const head = read(0, 12)
  const version = head.readUInt32BE(0)
  if (version === collection) return err('collection')
  if (version === openTypeCff) return err('outlines')
  if (version !== trueType && version !== appleTrueType) return err('unreadable')
  const tables = tablesOf(read, Math.min(head.readUInt16BE(4), mostTables))
  if (!tables.has('glyf') || !tables.has('loca')) return err('outlines')
  const os2 = tables.get('OS/2')
  if (!os2 || !mayEmbedSubset(read(os2.offset, 10).readUInt16BE(8))) return err('embedding')
  const names = tables.get('name')
  const name = names ? nameIn(read(names.offset, Math.min(names.length, longestNameTable))) : ''
  return ok({ name })
}

interface TablePlace {
  readonly offset: number
  readonly length: number
}

const longestNameTable = 1 << 16

function tablesOf(read: ReadBytes, count: number): Map<string, TablePlace> {
  const records = read(12, count * 16)
  const tables = new Map<string, TablePlace>()
  for (let at = 0; at < count * 16; at += 16) {
    const tag = records.toString('latin1', at, at + 4)
    tables.set(tag, { offset: records.readUInt32BE(at + 8), length: records.readUInt32BE(at + 12) })
  }
  return tables
}

const windows = 3
const fullName = 4
const familyName = 1
const chinese = 0x0804
const american = 0x0409

/** The full name, else the family; Chinese before English. Only the Windows records, which are UTF-16. */
function nameIn(table: Buffer): string {
  const count = table.readUInt16BE(2)
  const texts = table.readUInt16BE(4)
  const found = new Map<string, string>()
  for (let at = 6; at < 6 + count * 12; at += 12) {
    if (table.readUInt16BE(at) !== windows) continue
    const from = texts + table.readUInt16BE(at + 10)
    const bytes = Buffer.from(table.subarray(from, from + (table.readUInt16BE(at + 8) & ~1)))
    found.set(`${table.readUInt16BE(at + 6)}/${table.readUInt16BE(at + 4)}`, bytes.swap16().toString('utf16le'))
  }
  const wanted = [fullName, familyName].flatMap(name => [`${name}/${chinese}`, `${name}/${american}`])
  return wanted.map(key => found.get(key)).find(text => text) ?? ''
}
