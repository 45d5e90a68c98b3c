import { nothing, shape, text } from './fact-shape'
import { z } from './zod'

/** What may be recorded about a question put to the catalogue. */
export const enquiryFactShapes = {
  'enquiry.answered@1': shape(
    z.strictObject({ documentIds: z.array(z.uuid()).min(1).max(20) }),
    z.strictObject({ words: text(200) }),
  ),
  'enquiry.unmet@1': shape(
    z.strictObject({
      atKiosk: z.strictObject({ on: z.iso.date(), times: z.number().int().min(1).max(1_000) }).optional(),
    }),
    z.strictObject({ words: text(200) }),
  ),
  'enquiry.proposed@1': shape(z.strictObject({}), z.strictObject({ reason: text(500) })),
  'enquiry.settled@1': shape(
    z.strictObject({ outcome: z.enum(['published', 'notHeld', 'notSuitable']), documentId: z.uuid().optional() }),
    nothing,
  ),
} as const
