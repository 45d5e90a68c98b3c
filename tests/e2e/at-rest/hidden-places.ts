/** A raw Snappy block in which `secret` stands in two pieces: its second half is a copy of what came before. */
export function snappyWithCopy(secret: string): Buffer {
  const text = Buffer.from(secret)
  const half = text.subarray(text.length / 2)
  const first = Buffer.concat([half, Buffer.from('|'), text.subarray(0, text.length / 2)])
  const copy = Buffer.from([((half.length - 1) << 2) | 2, first.length, 0])
  return Buffer.concat([Buffer.from([first.length + half.length, (first.length - 1) << 2]), first, copy])
}

/** A table of one compressed block that holds one entry; CRCs are zero, nobody checks them here. */
export function levelDbTable(compressed: Buffer): Buffer {
  const data = block(compressed, 1)
  const entry = Buffer.concat([Buffer.from([0, 1, 2, 0x6b, 0]), Buffer.from([compressed.length])])
  const index = block(Buffer.concat([entry, restarts()]), 0)
  const footer = Buffer.alloc(48)
  footer.set([0, 0, ...varint(data.length), ...varint(index.length - 5)])
  footer.writeBigUInt64LE(0xdb4775248b80fb57n, 40)
  return Buffer.concat([data, index, footer])
}

/** One record, cut by a header every 32 KiB. */
export function levelDbLog(record: Buffer): Buffer {
  const parts: Buffer[] = []
  const room = 32_768 - 7
  for (let at = 0; at < record.length; at += room) {
    const part = record.subarray(at, at + room)
    const header = Buffer.alloc(7)
    header.writeUInt16LE(part.length, 4)
    parts.push(header, part)
  }
  return Buffer.concat(parts)
}

const block = (bytes: Buffer, type: number): Buffer => Buffer.concat([bytes, Buffer.from([type, 0, 0, 0, 0])])

function restarts(): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32LE(1, 4)
  return bytes
}

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)])
