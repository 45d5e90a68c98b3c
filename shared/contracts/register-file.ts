import { z } from './zod'

/** A register as it goes into a spreadsheet: a head and rows of text and whole numbers, never a formula. */
export const registerFile = z.object({
  fileName: z.string().regex(/^[a-z0-9-]{1,80}\.(?:xlsx|csv)$/),
  /** Name of the sheet, as the office reads it. */
  title: z.string().min(1).max(31),
  columns: z
    .array(z.object({ title: z.string().min(1).max(40), width: z.number().int().min(2).max(80) }))
    .min(1)
    .max(60),
  rows: z.array(z.array(z.union([z.string().max(8_000), z.number().int(), z.null()])).max(60)).max(200_000),
  /** Whether what identifies a person was masked before it came here; recorded with the export. */
  isMasked: z.boolean(),
})
export type RegisterFile = z.infer<typeof registerFile>
