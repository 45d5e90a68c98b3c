/** A font file of nothing but the tables that are asked for; glyphs are empty. */
export interface CraftedFont {
  readonly version?: number
  /** Missing: a font without an OS/2 table. */
  readonly fsType?: number
  readonly tables?: readonly string[]
  readonly name?: string
}

export function craftFont({ version = 0x00010000, fsType, tables = ['glyf', 'loca'], name }: CraftedFont): Buffer {
  const bodies: [string, Buffer][] = tables.map(tag => [tag, Buffer.alloc(4)])
  if (fsType !== undefined) bodies.push(['OS/2', os2With(fsType)])
  if (name !== undefined) bodies.push(['name', nameTable(name)])
  const head = Buffer.alloc(12 + bodies.length * 16)
  head.writeUInt32BE(version, 0)
  head.writeUInt16BE(bodies.length, 4)
  let offset = head.length
  bodies.forEach(([tag, body], index) => {
    const at = 12 + index * 16
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(body.length, at + 12)
    offset += body.length
  })
  return Buffer.concat([head, ...bodies.map(([, body]) => body)])
}

function os2With(fsType: number): Buffer {
  const table = Buffer.alloc(78)
  table.writeUInt16BE(fsType, 8)
  return table
}

/** One Windows record: full name, Chinese. */
function nameTable(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16()
  const head = Buffer.alloc(18)
  head.writeUInt16BE(1, 2)
  head.writeUInt16BE(18, 4)
  for (const [at, value] of [3, 1, 0x0804, 4, text.length, 0].entries()) head.writeUInt16BE(value, 6 + at * 2)
  return Buffer.concat([head, text])
}
