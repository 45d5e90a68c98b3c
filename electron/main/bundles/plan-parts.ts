import type { BundledBlob, BundledKeys, BundledSegment } from '#shared/ledger/exchange/bundle-statement'
import { bundleCaps } from './bundle-caps'

/** Something of the payload that lies in a file until its part is written. */
export type BundleItem =
  | {
      readonly kind: 'segment'
      readonly file: string
      readonly bytes: number
      readonly digest: string
      readonly said: BundledSegment
    }
  | {
      readonly kind: 'blob'
      readonly file: string
      readonly bytes: number
      readonly digest: string
      readonly said: BundledBlob
    }
  | {
      readonly kind: 'keys'
      readonly file: string
      readonly bytes: number
      readonly digest: string
      readonly said: BundledKeys
    }

/** Room for statement, manifests and the directory of the zip. */
const aside = 64 * 1024 * 1024
const asideEntries = 10
const bytesOfEntry = 1_024

/** Items in their order, as many to a part as it holds; null where there would be more parts than a bundle has. */
export function planParts(
  items: readonly BundleItem[],
  partBytes: number = bundleCaps.partBytes,
): readonly (readonly BundleItem[])[] | null {
  const most = partBytes - Math.min(aside, partBytes / 2)
  const parts: BundleItem[][] = [[]]
  let bytes = 0
  for (const item of items) {
    const size = item.bytes + bytesOfEntry
    const isFull = bytes + size > most || parts.at(-1)!.length >= bundleCaps.entries - asideEntries
    if (isFull && parts.at(-1)!.length > 0) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)!.push(item)
    bytes += size
  }
  return parts.length > bundleCaps.parts ? null : parts
}
