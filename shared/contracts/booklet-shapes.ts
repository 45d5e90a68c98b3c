import { civilDate, nothing, shape, text } from './fact-shape'
import { z } from './zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)
/** Hybrid time of an act; '' where there was none. */
const moment = z.string().max(60)

export const bookletKind = z.enum(['guide', 'catalogue', 'leaflet'])

/** Lengths of what a person types into the sheet of the guide. */
const longestGuide = { officeHours: 120, fax: 40, website: 200, email: 100, readingPlace: 120, overseer: 60 } as const

export const guideDetails = z.strictObject({
  agencyId: z.uuid(),
  officeHours: text(longestGuide.officeHours).optional(),
  postcode: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  fax: text(longestGuide.fax).optional(),
  hasNoFax: z.literal(true).optional(),
  website: text(longestGuide.website).optional(),
  email: text(longestGuide.email).optional(),
  onlineForm: text(longestGuide.website).optional(),
  readingPlaces: z.array(text(longestGuide.readingPlace)).max(8).optional(),
  overseer: text(longestGuide.overseer).optional(),
  overseerPhone: text(longestGuide.fax).optional(),
})

export const bookletBasis = z.strictObject({
  agency: moment,
  guide: moment,
  lawPack: text(40).nullable(),
  wording: text(40),
  calendarUntil: z.number().int().min(2008).max(2200).nullable(),
  topics: digest,
  documents: z.strictObject({ count: z.number().int().min(0).max(1_000_000), digest, upTo: moment }).optional(),
})

export const mostBookletPages = 50_000
const page = z.number().int().min(1).max(mostBookletPages)
export const pageRange = z.strictObject({ from: page, to: page })

export const bookletFactShapes = {
  'guide.detailsSet@1': shape(guideDetails, nothing),
  'booklet.produced@1': shape(
    z.strictObject({
      booklet: bookletKind,
      agencyId: z.uuid(),
      format: z.enum(['pdf', 'paper']),
      digest,
      bytes: z.number().int().min(1),
      pages: page,
      range: pageRange.optional(),
      madeOn: civilDate,
      basis: bookletBasis,
    }),
    nothing,
  ),
} as const
