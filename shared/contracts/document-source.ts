import { bagProblem } from './bag-problem'
import { z } from './zod'

export const sourceKinds = ['folder', 'list', 'jsonLines', 'bag'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** As what the catalogue goes out: a package, a folder with a file for each document, or a list. */
export const outtakeFormats = ['bag', 'folder', 'jsonLines', 'csv', 'xlsx'] as const
export type OuttakeFormat = (typeof outtakeFormats)[number]

/** Why a folder or file is no source of documents at all. */
export const sourceProblem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sourceUnreadable'),
    why: z.enum(['empty', 'tooLarge', 'tooMany', 'oldExcel', 'damaged', 'encoding', 'notReadable', 'otherFormat']),
  }),
  z.object({ kind: z.literal('bagUnsound'), bag: bagProblem }),
])
export type SourceProblem = z.infer<typeof sourceProblem>
