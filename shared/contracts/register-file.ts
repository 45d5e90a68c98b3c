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

/** At 300 dots an inch a page is up to half a megabyte, and a print dialog that waits for hundreds of them is no help. */
export const mostPrintedPages = 100

/** A register on paper (登记台账): the PDF that is the record of what went out, and how much of it there is. */
export const registerPaper = z.object({
  title: z.string().min(1).max(120),
  fileName: z.string().regex(/^[a-z0-9-]{1,80}\.pdf$/),
  pdf: z.instanceof(Uint8Array),
  rows: z.number().int().min(0).max(200_000),
  pages: z.number().int().min(1).max(20_000),
  isMasked: z.boolean(),
})
export type RegisterPaper = z.infer<typeof registerPaper>

/** Page images (PNG) in reading order, drawn from the same PDF. */
export const printedRegister = registerPaper.extend({
  images: z.array(z.instanceof(Uint8Array)).min(1).max(mostPrintedPages),
})

export type RegisterFile = z.infer<typeof registerFile>
