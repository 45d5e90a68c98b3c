import { bookletBasis, bookletKind, guideDetails, mostBookletPages, pageRange } from './booklet-shapes'
import { channel } from './channel'
import { line } from './pieces'
import { mostPrintedPages } from './register-file'
import { z } from './zod'

/** A booklet on its way out: the PDF that is the record of it, and what it was made of. */
const booklet = z.object({
  booklet: bookletKind,
  agencyId: z.uuid(),
  title: line(120),
  fileName: z.string().regex(/^[a-z0-9-]{1,80}\.pdf$/),
  pdf: z.instanceof(Uint8Array),
  pages: z.number().int().min(1).max(mostBookletPages),
  madeOn: z.iso.date(),
  basis: bookletBasis,
})
export type BookletOut = z.infer<typeof booklet>

/** One image for each page that is printed. */
const printedBooklet = booklet
  .extend({ range: pageRange.optional(), images: z.array(z.instanceof(Uint8Array)).min(1).max(mostPrintedPages) })
  .refine(({ pages, range = { from: 1, to: pages }, images }) => {
    const isWithin = range.from <= range.to && range.to <= pages
    return isWithin && images.length === range.to - range.from + 1
  })

/** Calls of the desk of guide and catalogue. Who may is judged by the authority. */
export const bookletChannels = {
  /** All details of one agency's guide; what is left out is not known. */
  'guide:setDetails': channel(guideDetails, z.void()),
  /** Saves or prints a booklet, and records that it went out. */
  'booklet:save': channel(booklet, z.object({ outcome: z.enum(['saved', 'cancelled']) })),
  'booklet:print': channel(printedBooklet, z.object({ outcome: z.enum(['printed', 'cancelled']) })),
} as const
