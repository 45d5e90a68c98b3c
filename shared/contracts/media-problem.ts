import { z } from './zod'

/** What a medium did to an export; nothing on it looks complete then. */
export const mediumFaults = [
  /** Pulled, or its mount is gone. */
  'gone',
  'full',
  'readOnly',
  /** Another medium lies under the same mount. */
  'swapped',
  /** The system reports an error of reading or writing. */
  'damaged',
  'readsBackDifferently',
  /** Something with the name of the export lies there. */
  'nameTaken',
] as const

/** Why no bundle was written; the medium holds nothing of it. */
export const bundleWriteFaults = [
  /** No other machine of the office is known here. */
  'noMachine',
  /** This machine was enrolled at no headquarters. */
  'notEnrolled',
  'nothingToSend',
  'tooLarge',
  /** A scan or an attachment that acts name does not lie here: mend it first. */
  'blobMissing',
] as const

export const mediaProblem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mediumFailed'), why: z.enum(mediumFaults) }),
  /** The same while something that lies on it was read. */
  z.object({ kind: z.literal('mediumNotRead'), why: z.enum(mediumFaults) }),
  z.object({ kind: z.literal('mediumTooSmall'), freeBytes: z.number(), neededBytes: z.number() }),
  z.object({ kind: z.literal('exportNameRefused'), why: z.enum(['sign', 'tooLong', 'personal']), path: z.string() }),
  z.object({ kind: z.literal('exportCancelled') }),
  /** Somebody stopped the reading of an export or a bundle; nothing of it is kept. */
  z.object({ kind: z.literal('checkCancelled') }),
  z.object({ kind: z.literal('bundleNotWritten'), why: z.enum(bundleWriteFaults) }),
  /** The medium failed while the export got its name: if that is there it is whole, and it counts as given out. */
  z.object({ kind: z.literal('exportUncertain'), folder: z.string() }),
])
export type MediaProblem = z.infer<typeof mediaProblem>
export type BundleWriteFault = (typeof bundleWriteFaults)[number]
export type MediumFault = (typeof mediumFaults)[number]
