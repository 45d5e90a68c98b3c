import { crc32, deflateRawSync } from 'node:zlib'

export interface MadeEntry {
  readonly name: string
  readonly data: Uint8Array
  /** Unix mode of the file, in the directory; 0o120777 is a link. */
  readonly mode?: number
  /** What the directory says it unpacks to, where that is a lie. */
  readonly saysBytes?: number
}

const packedNothing = deflateRawSync(Buffer.alloc(0)) // fifty thousand empty files are made of it

/** A zip written byte by byte, so that it may say what no packer would write. */
export function makeZip(entries: readonly MadeEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, mode = 0o100644, saysBytes = data.length } of entries) {
    const packed = data.length === 0 ? packedNothing : deflateRawSync(data)
    const nameBytes = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2) // names are UTF-8
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(saysBytes, 18)
    fields.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, nameBytes, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((mode << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    const madeBy = Buffer.from([20, 3]) // unix
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), madeBy, fields, tail, nameBytes]))
    bodies.push(local)
    offset += local.length
  }
  const middle = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(middle.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, middle, end])
}
