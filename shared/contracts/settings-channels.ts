import { channel } from './channel'
import { mostTextChars } from './document-fact-shapes'
import { line, numberSeries, personId, post, settledAgency } from './pieces'
import { wordedLetters } from './worded-letters'
import { z } from './zod'

const folder = z.enum(['mirror', 'scanner'])
const face = z.enum(['body', 'title'])

const ownFont = z.object({
  name: z.string(),
  /** `damaged`: the copy is gone or is not what it was; letters use the bundled face. */
  state: z.enum(['used', 'damaged']),
})

const machine = z.object({
  mirror: z.object({
    folder: z.string().optional(),
    /** `atNextStart`: chosen, and followed from the next start of the program. */
    state: z.enum(['off', 'current', 'behind', 'missing', 'atNextStart']),
  }),
  scanFolder: z.string().optional(),
  printer: z.string().optional(),
  /** The vendor's service on this machine. */
  cardReader: z.object({ port: z.number(), path: z.string() }).optional(),
  fonts: z.object({ body: ownFont.optional(), title: ownFont.optional() }),
})
/** What belongs to this machine alone. */
export type Machine = z.infer<typeof machine>

const foundFont = z.object({
  id: z.string(),
  name: z.string(),
  face,
  refusal: z.enum(['unreadable', 'collection', 'outlines', 'embedding']).optional(),
})
export type FoundFont = z.infer<typeof foundFont>

const chosen = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('chosen'), machine }),
  z.object({ outcome: z.literal('cancelled') }),
])

const worded = z.string().max(2_000).optional()
const changedWording = z.object({
  letter: z.enum(wordedLetters),
  version: z.number().int().min(1).max(100_000),
  texts: z.object({ opening: worded, reasons: worded, closing: worded, contact: worded }),
})

const counted = z.number().int().min(1).max(10_000).optional()

/** Calls of the settings desk. Facts of the office are judged by the authority; the machine's own by who asks. */
export const settingsChannels = {
  'agency:add': channel(settledAgency, z.object({ agencyId: z.string() })),
  'agency:change': channel(z.object({ agencyId: z.uuid(), agency: settledAgency, reason: line(200) }), z.void()),
  'office:changeSettings': channel(
    z.object({
      warningWorkingDays: counted,
      firstResponseHours: counted,
      handlingWorkingDays: counted,
      autoLockMinutes: counted,
      makesPledge: z.boolean().optional(),
      defaultAgencyId: z.uuid().optional(),
    }),
    z.void(),
  ),
  'numbers:start': channel(z.object({ series: numberSeries, lastUsed: line(40), reason: line(200) }), z.void()),
  /** One act for all of them: the same text may be meant for several letters. */
  'wording:change': channel(z.object({ changes: z.array(changedWording).min(1).max(wordedLetters.length) }), z.void()),
  'numbers:void': channel(
    z.object({
      series: numberSeries,
      numbers: z.array(line(40)).min(1).max(50),
      reason: line(200),
    }),
    z.void(),
  ),
  /** No posts: the person has left. */
  'people:setPosts': channel(z.object({ personId, posts: z.array(post).max(4) }), z.void()),
  'machine:read': channel(z.void(), machine),
  'machine:chooseFolder': channel(z.object({ which: folder }), chosen),
  'machine:forgetFolder': channel(z.object({ which: folder }), machine),
  'machine:printers': channel(z.void(), z.array(z.object({ name: z.string(), shownAs: z.string() }))),
  'machine:setPrinter': channel(z.object({ name: line(200).nullable() }), machine),
  'machine:setCardReader': channel(
    z.object({
      address: z
        .object({ port: z.number().int().min(1).max(65_535), path: z.string().regex(/^\/[\w./?=&%-]{0,200}$/) })
        .nullable(),
    }),
    machine,
  ),
  'fonts:find': channel(z.void(), z.array(foundFont)),
  /** `found` is one of those that main found itself; without it a dialog asks for a file. */
  'fonts:choose': channel(z.object({ face, found: z.string().max(64).optional() }), chosen),
  'fonts:reset': channel(z.object({ face }), machine),
  'program:about': channel(z.void(), z.object({ isTraining: z.boolean() })),
  /**
   * Words onto the clipboard of the system, at most a document's text; nothing is ever read from there. The page itself has
   * no permission for it.
   */
  'program:copy': channel(z.object({ text: z.string().min(1).max(mostTextChars) }), z.void()),
  /** Takes the databases of the window away, which cannot be opened: what was in them is built again from the journal. */
  'program:dropView': channel(z.void(), z.void()),
  /** Ends the program and starts it again on the other store. */
  'program:switchTo': channel(z.object({ store: z.enum(['office', 'training']) }), z.void()),
} as const
