const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const entryHead = 46
const longestComment = 0xffff

/**
 * What a zip file says it unpacks to, read from its directory without unpacking anything: a small file can be made to
 * unpack to more than the machine has. Null where there is no directory, or it is broken.
 */
export function unpackedBytes(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let entry = 0; entry < entries; entry++) {
    if (at + entryHead > view.byteLength || view.getUint32(at, true) !== directoryEntry) return null
    total += view.getUint32(at + 24, true)
    at += entryHead + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0)
  }
  return total
}

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - longestComment)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === endOfDirectory) return at
  return null
}
