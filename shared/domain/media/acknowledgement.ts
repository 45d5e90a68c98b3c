import type { MediaBook, MediumOut } from './media-book'

/** A SHA-256 as people compare it: eight groups of eight. */
export const digestGroups = (digest: string): readonly string[] => digest.match(/.{8}/gu) ?? []

/** What stands in the code of a slip: everything that is needed to find and to compare the export. */
export const slipCode = ({ exportId, digest }: Pick<MediumOut, 'exportId' | 'digest'>): string =>
  `RDX1 ${exportId} ${digest}`

export type AcknowledgementMatch =
  | { readonly kind: 'matched'; readonly medium: MediumOut }
  | { readonly kind: 'alreadyAcknowledged'; readonly medium: MediumOut }
  /** The number is ours and the digest another: what arrived is not what was given out. */
  | { readonly kind: 'digestDiffers'; readonly medium: MediumOut }
  | { readonly kind: 'unknown' }

/**
 * Which export a receipt is about. `words` is the scanned code of the slip, a file of the next medium, or at least the first two groups of the
 * digest as somebody reads them from a signed slip; blanks and case do not matter.
 */
export function matchAcknowledgement({ out }: MediaBook, words: string): AcknowledgementMatch {
  const [, exportId, whole] =
    /RDX1\s+([0-9a-f-]{36})\s+([0-9a-f]{64})/u.exec(words.toLowerCase().replace('rdx1', 'RDX1')) ?? []
  if (exportId !== undefined) {
    const medium = out.find(one => one.exportId === exportId)
    if (!medium) return { kind: 'unknown' }
    return medium.digest === whole ? standing(medium) : { kind: 'digestDiffers', medium }
  }
  const typed = words.toLowerCase().replace(/[^0-9a-z]/gu, '')
  if (!/^[0-9a-f]{16,64}$/u.test(typed)) return { kind: 'unknown' }
  const medium = out.find(({ digest }) => digest.startsWith(typed))
  return medium ? standing(medium) : { kind: 'unknown' }
}

const standing = (medium: MediumOut): AcknowledgementMatch => ({
  kind: medium.state === 'acknowledged' ? 'alreadyAcknowledged' : 'matched',
  medium,
})
