import { limits, type Limits } from '../documents/limits'

/** What a bundle may hold. Whatever is larger is refused in words. */
export const bundleCaps = {
  /** Of one part: the file systems of sticks end at 4 GiB, and a part is carried again after a mistake. */
  partBytes: 1024 * 1024 * 1024,
  parts: 64,
  entries: 50_000,
  /** `data/bundle.json`, with every segment and blob of a part in it. */
  statementBytes: 16 * 1024 * 1024,
  headsBytes: 256 * 1024,
  /** Plain bytes of a segment for each packed one. */
  segmentRatio: 100,
  segmentRatioFrom: 1024 * 1024,
} as const

/** For the reader of an export as it lies on a medium; it is read in pieces, and holds a whole bundle where it is one. */
export const exportCaps: Limits = { ...limits, bagBytes: (bundleCaps.parts + 1) * bundleCaps.partBytes * 1.02 }

/** For the reader of bags. */
export const bagCapsOfBundle: Limits = {
  ...limits,
  bagFiles: bundleCaps.entries,
  bagBytes: bundleCaps.partBytes,
  tagFileBytes: 16 * 1024 * 1024,
}
