import { nothing, shape, text, textOrNone } from './fact-shape'
import { z } from './zod'

const cell = textOrNone(2_000)
const row = z.strictObject({
  matter: text(500),
  ...{ content: cell, basis: cell, limit: cell, body: cell, channel: cell, audience: cell, way: cell, level: cell },
})

/** What may be recorded about a standard catalogue. */
export const standardListShapes = {
  'standardList.saved@1': shape(
    z.strictObject({
      name: text(120),
      kindOfBody: text(60),
      isSample: z.boolean(),
      rows: z.array(row).max(1_000),
    }),
    nothing,
  ),
  'standardList.removed@1': shape(z.strictObject({ reason: text(500) }), nothing),
} as const
