import { civilDate, nothing, settledConflict, shape, text } from './fact-shape'
import { z } from './zod'

/** As shared/domain/catalogue/document-facts.ts says; a test holds the two together. */
export const mostTextChars = 400_000

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const topicCode = z.string().regex(/^\d{2}(?:\d{2})?$/)
const validity = z.enum(['VALID', 'PARTLY_AMENDED', 'REPEALED', 'EXPIRED', 'UNKNOWN'])
const attribute = z.enum(['PROACTIVE', 'ON_REQUEST', 'NOT_DISCLOSED'])

/** Fields that may be missing, and be taken away again. */
const free = {
  genre: text(40),
  publisher: text(200),
  issuer: text(400),
  source: text(200),
  documentDate: civilDate,
  formedOn: civilDate,
  changedOn: civilDate,
  publishedOn: civilDate,
  validFrom: civilDate,
  validTo: civilDate,
}
const always = { agencyId: z.uuid(), topicClass: topicCode, validity, attribute }

const freeWords = {
  docNo: text(120),
  abstract: text(4_000),
  keywords: z.array(text(60)).min(1).max(40),
  legalBasis: text(1_000),
  closedBecause: text(500),
  text: z.string().min(1).max(mostTextChars),
}

type Shapes = Readonly<Record<string, z.ZodType>>
type Optional<S extends Shapes> = { [K in keyof S]: z.ZodOptional<S[K]> }
type Clearable<S extends Shapes> = { [K in keyof S]: z.ZodOptional<z.ZodNullable<S[K]>> }

const optional = <S extends Shapes>(shapes: S): Optional<S> =>
  Object.fromEntries(Object.entries(shapes).map(([name, one]) => [name, z.optional(one)])) as Optional<S>
const clearable = <S extends Shapes>(shapes: S): Clearable<S> =>
  Object.fromEntries(Object.entries(shapes).map(([name, one]) => [name, z.optional(z.nullable(one))])) as Clearable<S>

const title = text(500)
const words = z.strictObject({ title, ...optional(freeWords) })
const changedWords = z.strictObject({ title: title.optional(), ...clearable(freeWords) })
const { text: _long, ...shortWords } = freeWords
/** What a change replaces: every name that it may set; of a text, the act that brought it. */
const replacedFields = { ...optional(always), ...clearable(free) }
const replacedText = z.strictObject({ chain: text(64), seq: z.number().int().min(1) })
const replacedWords = {
  title: z.string().max(500).optional(),
  ...clearable(shortWords),
  text: replacedText.nullable().optional(),
}
const relation = z.strictObject({ kind: z.enum(['amends', 'repeals', 'interprets']), to: z.uuid() })

/** What may be recorded about a document of the catalogue. */
export const documentFactShapes = {
  'document.catalogued@1': shape(
    z.strictObject({
      indexNo: text(80),
      ...always,
      ...optional(free),
      batchId: z.uuid().optional(),
      words: words.optional(),
    }),
    z.strictObject({ words }).optional(),
  ),
  'document.changed@1': shape(
    z.strictObject({
      set: z.strictObject({ ...optional(always), ...clearable(free) }).optional(),
      words: changedWords.optional(),
      base: z.strictObject({ ...replacedFields, ...replacedWords }).optional(),
    }),
    z.strictObject({ words: changedWords.optional(), base: z.strictObject(replacedWords).optional() }).optional(),
  ),
  'document.attached@1': shape(
    z.strictObject({
      digest,
      bytes: z
        .number()
        .int()
        .min(1)
        .max(50 * 1024 * 1024),
      mime: z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/tiff', 'text/plain']),
      /** Of the sealed file (ADR 12): it is carried under this name, which says nothing of what is in it. */
      sealed: digest.optional(),
    }),
    z.strictObject({ title: text(200) }),
  ),
  'document.detached@1': shape(z.strictObject({ digest }), nothing),
  'document.related@1': shape(relation, nothing),
  'document.unrelated@1': shape(relation, nothing),
  'document.withdrawn@1': shape(z.strictObject({ reason: text(500) }), nothing),
  'document.restored@1': shape(z.strictObject({}), nothing),
  'document.conflictSettled@1': shape(settledConflict, z.strictObject({ reason: text(300) })),
} as const
