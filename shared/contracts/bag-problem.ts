import { z } from './zod'

const path = z.string().max(1_000)

/** Why a BagIt package is not read (RFC 8493); nothing of it is. */
export const bagProblem = z.discriminatedUnion('kind', [
  /** No bagit.txt as section 2.1.1 asks for. */
  z.object({ kind: z.literal('bagUndeclared') }),
  z.object({ kind: z.literal('bagVersion'), version: z.string() }),
  /** It asks to fetch files from somewhere else: this program never does. */
  z.object({ kind: z.literal('bagFetches') }),
  z.object({ kind: z.literal('bagManifestMissing') }),
  z.object({ kind: z.literal('bagManifestLine'), line: z.number().int() }),
  z.object({ kind: z.literal('bagFileMissing'), path }),
  z.object({ kind: z.literal('bagFileUnnamed'), path }),
  z.object({ kind: z.literal('bagFileChanged'), path }),
  /** Names that some systems take for one and the same. */
  z.object({ kind: z.literal('bagTwins'), path, other: path }),
  z.object({ kind: z.literal('bagCount'), said: z.string(), actual: z.string() }),
  z.object({
    kind: z.literal('bagHostile'),
    why: z.enum(['link', 'outside', 'unusable', 'bomb', 'tooMany', 'tooLarge', 'locked', 'notAFile']),
    path,
  }),
])
export type BagProblem = z.infer<typeof bagProblem>
