/** A named bundle of arrays and texts as one run of bytes, without a copy of anything in JSON. */
export type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array | string | readonly string[]

export type Sections = Readonly<Record<string, Section>>

export function writeSections(sections: Sections): Uint8Array<ArrayBuffer> {
  const bodies = Object.entries(sections).map(([name, section]) => ({ name, ...bodyOf(section) }))
  const header = utf8.encode(JSON.stringify(bodies.map(({ name, kind, bytes }) => [name, kind, bytes.length])))
  const total = bodies.reduce((sum, { bytes }) => sum + bytes.length, 4 + header.length)
  const out = new Uint8Array(total)
  new DataView(out.buffer).setUint32(0, header.length)
  out.set(header, 4)
  let at = 4 + header.length
  for (const { bytes } of bodies) {
    out.set(bytes, at)
    at += bytes.length
  }
  return out
}

/** A range of bytes, as an array of its own. */
export type RangeReader = (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>

export const rangesOf =
  (bytes: Uint8Array): RangeReader =>
  (from, to) =>
    Promise.resolve(bytes.slice(from, to))

/**
 * What `writeSections` wrote, section by section: in one piece, a head of 100,000 documents lay in memory three times.
 * Whoever reads the ranges has verified them by their checksums.
 */
export async function readSections(read: RangeReader): Promise<Sections> {
  const lead = await read(0, 4)
  const headerLength = new DataView(lead.buffer).getUint32(0)
  const header = JSON.parse(text.decode(await read(4, 4 + headerLength))) as [string, Kind, number][]
  const sections: Record<string, Section> = {}
  let at = 4 + headerLength
  for (const [name, kind, length] of header) {
    sections[name] = sectionOf(kind, await read(at, at + length))
    at += length
  }
  return sections
}

type Kind = 'u8' | 'u16' | 'u32' | 'i32' | 'text' | 'texts'

const utf8 = new TextEncoder()
const text = new TextDecoder('utf-8', { ignoreBOM: true })

function bodyOf(section: Section): { kind: Kind; bytes: Uint8Array } {
  if (typeof section === 'string') return { kind: 'text', bytes: utf8.encode(section) }
  if (!ArrayBuffer.isView(section)) return { kind: 'texts', bytes: utf8.encode(JSON.stringify(section)) }
  const bytes = new Uint8Array(section.buffer, section.byteOffset, section.byteLength)
  if (section instanceof Uint16Array) return { kind: 'u16', bytes }
  if (section instanceof Uint32Array) return { kind: 'u32', bytes }
  return { kind: section instanceof Int32Array ? 'i32' : 'u8', bytes }
}

function sectionOf(kind: Kind, body: Uint8Array<ArrayBuffer>): Section {
  switch (kind) {
    case 'u8':
      return body
    case 'u16':
      return new Uint16Array(body.buffer)
    case 'u32':
      return new Uint32Array(body.buffer)
    case 'i32':
      return new Int32Array(body.buffer)
    case 'text':
      return text.decode(body)
    case 'texts':
      return JSON.parse(text.decode(body)) as string[]
  }
}
