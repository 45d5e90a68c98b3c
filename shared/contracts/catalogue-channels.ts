import { channel } from './channel'
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

/** Characters of one part of a list of lines: 200 documents of usual length are a tenth of it. */
const mostLinesAtOnce = 100_000_000

const linesHead = z.object({
  fileName: z.string().regex(/^[a-z0-9-]{1,80}\.jsonl$/),
  rows: z.number().int().min(0).max(200_000),
  /** Nothing in it that is not public. */
  isMasked: z.boolean(),
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
  /**
   * A list as lines of JSON, which may be hundreds of megabytes: begun, sent in parts, ended. Asks where, and records that it
   * went out; with documents that are not public it is the head's.
   */
  'catalogue:beginLines': channel(
    linesHead,
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('begun'), exportId: z.uuid() }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  'catalogue:partOfLines': channel(z.object({ exportId: z.uuid(), text: z.string().max(mostLinesAtOnce) }), z.void()),
  'catalogue:endLines': channel(z.object({ exportId: z.uuid(), head: linesHead }), z.void()),
  'catalogue:dropLines': channel(z.object({ exportId: z.uuid() }), z.void()),
  /** One act on a standard catalogue. */
  'catalogue:writeList': channel(
    z.object({ role: post, listId: z.uuid(), facts: z.array(fact).min(1).max(2) }),
    z.object({ seq: z.number().int() }),
  ),
  'catalogue:setNumbering': channel(factShapes['indexNumbering.set@1'].open, z.void()),
  'catalogue:renameTopic': channel(z.object({ code: z.string().regex(/^\d{2}(?:\d{2})?$/), name: line(40) }), z.void()),
} as const
