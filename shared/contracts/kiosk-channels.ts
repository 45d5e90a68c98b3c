import { channel } from './channel'
import { z } from './zod'

/** How far a request has come, in as few words as its applicant needs. Of `status.json` too, so it only grows. */
export const publicStages = [
  'arrived',
  'handling',
  'consulting',
  'extended',
  'replied',
  'delivered',
  'withdrawn',
] as const
const stage = z.enum(publicStages)
export type ShownStage = z.infer<typeof stage>

export const satisfactions = ['satisfied', 'fair', 'dissatisfied'] as const
const satisfaction = z.enum(satisfactions)
export type Satisfaction = z.infer<typeof satisfaction>

const description = z.object({
  officeName: z.string(),
  idleSeconds: z.number().int(),
  mostPages: z.number().int(),
})
export type KioskDescription = z.infer<typeof description>

/** Every call that the kiosk window may make. Nothing in it names a person, and nothing it answers does. */
export const kioskChannels = {
  'kiosk:describe': channel(z.void(), description),
  /** One request by the code on its receipt and the last four digits of the telephone number that stands in it. */
  'kiosk:lookUp': channel(
    z.object({ code: z.string().max(60), lastFour: z.string().max(20) }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('found'), stage, updatedOn: z.iso.date() }),
      z.object({ outcome: z.literal('mistyped'), what: z.enum(['code', 'lastFour']) }),
      z.object({ outcome: z.literal('notFound'), triesLeft: z.number().int() }),
      z.object({ outcome: z.literal('mustWait'), waitSeconds: z.number().int() }),
    ]),
  ),
  /** Prints what the window shows for paper. More pages than the office allows only where `firstPagesOnly`. */
  'kiosk:print': channel(
    z.object({ title: z.string().max(200), firstPagesOnly: z.boolean() }), // a title of blanks is one too
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('printed'), pages: z.number().int() }),
      z.object({ outcome: z.literal('tooLong'), pages: z.number().int(), most: z.number().int() }),
      z.object({ outcome: z.literal('noPrinter') }),
      z.object({ outcome: z.literal('notPrinted') }),
    ]),
  ),
  /** Counted; nothing else of the visitor is kept. */
  'kiosk:answer': channel(z.object({ satisfaction }), z.void()),
  /** A search that found nothing: counted a day where the words may be nobody's number; what it was lies in memory only. */
  'kiosk:missed': channel(z.object({ words: z.string().max(200) }), z.void()),
  /** The visit is over: main loads the window anew and forgets what it held for it. */
  'kiosk:wipe': channel(z.void(), z.void()),
  /** Ends the kiosk, with the password of anybody of the staff. */
  'kiosk:leave': channel(z.object({ password: z.string().min(1).max(200) }), z.void()),
} as const

export type KioskChannels = typeof kioskChannels

/** Paths of the kiosk's own protocol: what it shows, verified by main before a byte leaves. */
export const editionPath = '/kiosk/edition'
/** `?shelf=3f`: documents, one JSON object a line. */
export const shelfPath = '/kiosk/shelf'

/** What the window is told of the edition: which shelves there are and what they hold, by digest. */
export const editionContents = z.object({
  madeAt: z.number(),
  documents: z.number().int(),
  shelves: z.record(z.string().regex(/^[0-9a-f]{2}$/), z.string().regex(/^[0-9a-f]{64}$/)),
})
export type EditionContents = z.infer<typeof editionContents>

/** A document that anybody may read, as the kiosk has it. Exact: what is not named here cannot reach the kiosk. */
export const publicDocument = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  docNo: z.string(),
  indexNo: z.string(),
  /** Agency that catalogued it, by name. */
  agency: z.string(),
  issuer: z.string(),
  /** Name of the topic class, and of the sub-class where it has one. */
  topic: z.string(),
  subtopic: z.string(),
  genre: z.string(),
  validity: z.enum(['VALID', 'PARTLY_AMENDED', 'REPEALED', 'EXPIRED', 'UNKNOWN']),
  /** Its last day, where it has one: the kiosk says on which side of it this day lies. */
  validTo: z.iso.date().optional(),
  /** '' where it is not known. */
  documentDate: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  publishedOn: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  abstract: z.string(),
  text: z.string(),
})
export type PublicDocument = z.infer<typeof publicDocument>
