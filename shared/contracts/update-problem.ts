import { z } from './zod'

/** Why an update package is not taken; nothing of it is. */
export const updateFault = z.enum([
  // The file
  'unreadable',
  'tooLarge',
  'notAPackage',
  // Who made it
  'noKeyHere',
  'notSigned',
  'otherSignature',
  // What it says
  'newerForm',
  'manifest',
  'otherContents',
  'changed',
  // Whether it is for this machine
  'otherProduct',
  'otherPlatform',
  'otherInstaller',
  'older',
  'sameVersion',
  'tooFarApart',
])
export type UpdateFault = z.infer<typeof updateFault>

export const updateProblem = z.discriminatedUnion('kind', [
  /**
   * `version`: of the package; for `tooFarApart` the one that has to be installed first; for `otherPlatform` and
   * `otherInstaller` what the package is for.
   */
  z.object({ kind: z.literal('updateRefused'), fault: updateFault, version: z.string().optional() }),
  /** Headquarters' package did not come to its end; `heldBytes` of it are here, and the next time it goes on from there. */
  z.object({
    kind: z.literal('updateCutShort'),
    why: z.enum(['away', 'tooOften', 'refused', 'notUnderstood', 'locked', 'diskFull']),
    heldBytes: z.number().int().nonnegative(),
  }),
  /** It is not what headquarters said, or is not there any more: nothing of it was kept. */
  z.object({ kind: z.literal('updateNotWhole'), why: z.enum(['otherBytes', 'gone']) }),
  /** Nothing was taken, or its copy is no longer what was verified. */
  z.object({ kind: z.literal('updateGone') }),
  /** The database was not checked since the program started, or the check found something. */
  z.object({ kind: z.literal('updateUnchecked') }),
  /** The system did not open the installer, which lies there, verified. */
  z.object({ kind: z.literal('updateNotOpened'), folder: z.string() }),
])
