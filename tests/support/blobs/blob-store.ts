import { createHash, randomBytes } from 'node:crypto'
import type { BlobDisk } from '../../../electron/main/ledger/blob-disk'
import { Blobs } from '../../../electron/main/ledger/blobs'
import { memoryBlobs } from './blob-disks'

export const subject = 'request:5f0f6f2e-31f7-4a3a-9a0b-0d0b3f8f2d11'
export const other = 'request:11111111-31f7-4a3a-9a0b-0d0b3f8f2d11'

export function keyStore() {
  const keys = new Map<string, Buffer>()
  const destroyed = new Set<string>()
  return {
    createKey: (of: string) => {
      if (destroyed.has(of)) return { ok: false, problem: { kind: 'refused', why: { kind: 'subjectErased' } } } as const
      if (!keys.has(of)) keys.set(of, randomBytes(32))
      return { ok: true, value: keys.get(of)! } as const
    },
    keyOf: (of: string) => keys.get(of) ?? null,
    keysOf: (of: string) => [keys.get(of) ?? []].flat(),
    isDestroyed: (of: string) => destroyed.has(of),
    destroy: (of: string) => {
      keys.delete(of)
      destroyed.add(of)
    },
  }
}

export function store(disk: BlobDisk = memoryBlobs(), keys = keyStore()) {
  return { blobs: new Blobs({ disk, keys }), keys }
}

export async function keep(blobs: Blobs, content: Uint8Array, of = subject, piece = 1 << 20) {
  const upload = valueOf(blobs.begin(of))
  for (let at = 0; at < content.length; at += piece) valueOf(upload.write(content.subarray(at, at + piece)))
  const sealed = valueOf(await upload.seal())
  valueOf(upload.keep())
  return sealed
}

export const valueOf = <T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
export const bytesOf = (length: number) => randomBytes(length)
