import { bagProblem } from './bag-problem'
import { z } from './zod'

const part = z.number().int()
const path = z.string().max(1_000)

export const ownDiskWhy = z.enum(['full', 'readOnly', 'failed'])

/** Why a bundle of the exchange is not taken; nothing of it is. */
export const bundleProblem = z.discriminatedUnion('kind', [
  /** A part is no file that can be read, is no package, or has more than a part may. */
  z.object({ kind: z.literal('bundlePart'), name: z.string(), why: z.enum(['unreadable', 'notAPackage', 'tooLarge']) }),
  z.object({ kind: z.literal('bundleTooManyParts'), most: part }),
  /** Encrypted, and none of the keys or passphrases that were given opens it; or it was cut short or changed. */
  z.object({ kind: z.literal('bundleLocked'), name: z.string() }),
  /** The disk of this machine had no room for the copy, or did not take it; the stick is not to blame. */
  z.object({
    kind: z.literal('bundleOwnDisk'),
    why: ownDiskWhy,
    /** Room in all, not what is missing. */
    neededBytes: z.number().int(),
  }),
  z.object({ kind: z.literal('bundleBag'), name: z.string(), bag: bagProblem }),
  /** `data/bundle.json` is missing or is not of our form; `where` says what of it. */
  z.object({ kind: z.literal('bundleStatement'), name: z.string(), where: z.string().max(200) }),
  /** Written by a newer program than this one: this one has to be brought up to date first. */
  z.object({ kind: z.literal('bundleNewer'), version: z.number().int() }),
  z.object({ kind: z.literal('bundleOfAnotherOffice'), officeName: z.string() }),
  /** Parts of two bundles, one part twice, or one missing. */
  z.object({ kind: z.literal('bundleParts'), why: z.enum(['mixed', 'twice', 'missing']), part }),
  /** The heads that the writer signed are missing, are others than the bundle's, or were not signed by its chain. */
  z.object({ kind: z.literal('bundleHeads'), why: z.enum(['missing', 'other', 'notSigned', 'unknownWriter']) }),
  /** A chain's key is not the one that is trusted here. */
  z.object({ kind: z.literal('bundleKey'), chain: z.string() }),
  z.object({
    kind: z.literal('bundleSegment'),
    path,
    why: z.enum([
      'unreadable',
      'bomb',
      'brokenChain',
      'otherActs',
      'badSignature',
      'unknownChain',
      'unnamed',
      'missing',
    ]),
  }),
  z.object({ kind: z.literal('bundleBlob'), path, why: z.enum(['changed', 'unnamed', 'missing']) }),
])
export type BundleProblem = z.infer<typeof bundleProblem>
