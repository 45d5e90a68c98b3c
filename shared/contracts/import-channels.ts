import { channel } from './channel'
import { carriedOver } from './facts'
import { problem } from './problems'
import { carriedInShape } from './request-fact-shapes'
import { z } from './zod'

/** Cells as text, row by row; a number that a spreadsheet cannot hold stands as `1.1E+17`. */
const sheet = z.object({ name: z.string(), rows: z.array(z.array(z.string())) })
export type RegisterSheet = z.infer<typeof sheet>

const batchId = z.uuid()
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const finding = z.looseObject({ kind: z.string().max(40) })

/** What became of one row of the file: kept with the batch, so that the second person sees it too. */
const reportLine = z.object({
  line: z.number().int().min(1),
  requestNo: z.string().max(200),
  applicant: z.string().max(200),
  outcome: z.enum(['taken', 'warned', 'refused']),
  findings: z.array(finding).max(40),
})
export type ReportLine = z.infer<typeof reportLine>

export const mostCases = 5_000

/** An import as it is sealed until a second person has signed it. */
export const importBatch = z.object({
  batchId,
  fileName: z.string().min(1).max(200),
  cases: z.array(z.object({ open: carriedInShape.open, personal: carriedInShape.personal })).max(mostCases),
  carriedOver: z.array(carriedOver).max(18),
  report: z.array(reportLine).max(20_000),
})
export type ImportBatch = z.infer<typeof importBatch>

const summary = z.object({
  batchId,
  fileName: z.string(),
  preparedBy: z.uuid(),
  /** Milliseconds since 1970. */
  preparedAt: z.number(),
  /** What the second person signs: SHA-256 of the batch. */
  digest,
  cases: z.number().int(),
  /** Cases that are in the ledger; more than none only after the signature. */
  written: z.number().int(),
  state: z.enum(['waiting', 'signed']),
})
export type ImportSummary = z.infer<typeof summary>

/** Import of an old register. */
export const importChannels = {
  /** Asks for a file and reads it. */
  'import:read': channel(
    z.void(),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('read'), fileName: z.string(), sheets: z.array(sheet) }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  /** What becomes of each row of the file, as a workbook or csv. */
  'import:saveReport': channel(
    z.object({
      fileName: z.string().regex(/^[^\\/:*?"<>|\u0000-\u001f]{1,120}\.(?:xlsx|csv)$/),
      title: z.string().min(1).max(31),
      columns: z
        .array(z.object({ title: z.string().min(1).max(40), width: z.number().int().min(2).max(80) }))
        .min(1)
        .max(20),
      rows: z.array(z.array(z.string().max(8_000)).max(20)).max(20_000),
    }),
    z.object({ outcome: z.enum(['saved', 'cancelled']) }),
  ),
  /** Seals the batch in the name of whoever is signed in. Nothing is written to the ledger. */
  'import:prepare': channel(importBatch, summary),
  'import:list': channel(z.void(), z.array(summary)),
  'import:open': channel(z.object({ batchId }), z.object({ batch: importBatch, summary })),
  /** Undo, until somebody has signed; afterwards only where none of what is left can be written. */
  'import:discard': channel(z.object({ batchId }), z.void()),
  /** The signature of the second person under exactly what they saw. */
  'import:sign': channel(z.object({ batchId, digest }), z.void()),
  /** Writes the next cases of a signed batch. Called until it is done; done twice it writes nothing twice. */
  'import:write': channel(
    z.object({ batchId, from: z.number().int().min(0) }),
    z.object({
      written: z.number().int(),
      cases: z.number().int(),
      /** Where the next call begins; null after the last case. */
      next: z.number().int().nullable(),
      refused: z.array(z.object({ line: z.number().int(), problem })),
    }),
  ),
} as const
