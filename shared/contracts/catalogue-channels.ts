import { channel } from './channel'
import { mostTextChars } from './document-fact-shapes'
import { settledConflict } from './fact-shape'
import { factShapes } from './facts'
import { line, post } from './pieces'
import { z } from './zod'

/** One frame of the journal: enough to import quickly, few enough that the counter does not wait for it. */
export const mostActsAtOnce = 200

const fact = z.object({
  type: z.string().max(60),
  open: z.json(),
  personal: z.json().optional(),
})

/** The catalogue of documents. */
export const catalogueChannels = {
  /** Acts on documents, in one frame: all of them or none. */
  'catalogue:write': channel(
    z.object({
      role: post,
      acts: z
        .array(z.object({ documentId: z.uuid(), facts: z.array(fact).min(1).max(20) }))
        .min(1)
        .max(mostActsAtOnce),
    }),
    z.object({ seq: z.number().int() }),
  ),
  /** One act on a standard catalogue. */
  'catalogue:writeList': channel(
    z.object({ role: post, listId: z.uuid(), facts: z.array(fact).min(1).max(2) }),
    z.object({ seq: z.number().int() }),
  ),
  /** A text that was written over: the view keeps the last one alone. Null where that act brought none that opens here. */
  'catalogue:textAt': channel(
    z.object({ documentId: z.uuid(), at: settledConflict }),
    z.object({ text: z.string().max(mostTextChars).nullable() }),
  ),
  'catalogue:setNumbering': channel(factShapes['indexNumbering.set@1'].open, z.void()),
  'catalogue:renameTopic': channel(z.object({ code: z.string().regex(/^\d{2}(?:\d{2})?$/), name: line(40) }), z.void()),
} as const
