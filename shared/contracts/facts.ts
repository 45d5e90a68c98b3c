import { z } from './zod'

const civilDate = z.iso.date()
const text = (longest: number) => z.string().min(1).max(longest)
const texts = z.array(text(200)).max(50)
const posts = z.array(z.enum(['clerk', 'reviewer', 'head', 'administrator'])).max(4)
const draftNo = z.number().int().min(1).max(999)
const remedyBody = z.strictObject({ name: text(60), address: text(120) })
const document = z.enum(['F03', 'slip', 'R01', 'R12', 'S01'])
const decision = z.enum(['GRANT_PROVIDE', 'NOT_EXIST'])
const nothing = z.undefined()

const shape = <O extends z.ZodType, P extends z.ZodType>(open: O, personal: P) => ({ open, personal })

/** Exact shape of every fact this version writes. A window of ours that was taken over cannot write another one. */
export const factShapes = {
  'office.established@1': shape(z.strictObject({ name: text(60), placeCode: text(6) }), nothing),
  'chain.opened@1': shape(z.strictObject({ publicKey: text(200), suite: z.literal(1) }), nothing),
  'workstation.enrolled@1': shape(z.strictObject({ code: text(3), windowName: text(20) }), nothing),
  'agency.added@1': shape(
    z.strictObject({
      agencyId: z.uuid(),
      name: text(60),
      code: text(12),
      address: text(120),
      contactName: text(60),
      contactPhone: text(40),
      reconsiderationBody: remedyBody,
      court: remedyBody,
    }),
    nothing,
  ),
  'recovery.renewed@1': shape(z.strictObject({}), nothing),
  'clock.confirmed@1': shape(z.strictObject({ today: civilDate, machineSaid: civilDate }), nothing),
  'person.added@1': shape(z.strictObject({ posts }), z.strictObject({ name: text(50) })),
  'person.postsChanged@1': shape(z.strictObject({ posts }), nothing),
  'person.passwordSet@1': shape(z.strictObject({ by: z.enum(['self', 'administrator', 'recoverySheet']) }), nothing),
  'person.signedIn@1': shape(z.strictObject({ failuresBefore: z.number().int().nonnegative() }), nothing),
  'request.registered@1': shape(
    z.strictObject({
      requestNo: text(40),
      agencyId: z.uuid(),
      channel: z.literal('inPerson'),
      receivedOn: civilDate,
      applicantType: z.literal('naturalPerson'),
      medium: z.enum(['paper', 'electronic', 'inspection']),
      route: z.enum(['collect', 'post', 'email']),
      originalSeen: z.literal(true),
    }),
    z.strictObject({
      applicant: z.strictObject({
        name: text(100),
        idNumber: text(18),
        phone: text(30),
        postalAddress: text(400).optional(),
        email: text(200).optional(),
      }),
      description: text(4_000),
      queryCode: text(14),
    }),
  ),
  'request.examined@1': shape(
    z.strictObject({ elementsComplete: z.literal(true), withinRemit: z.literal(true) }),
    nothing,
  ),
  'search.recorded@1': shape(
    z.strictObject({
      searchedOn: civilDate,
      periodFrom: text(20).optional(),
      periodTo: text(20).optional(),
      found: z.number().int().min(0).max(100_000),
    }),
    z.strictObject({ places: texts.min(1), unitsAsked: texts, words: texts.min(1), result: text(2_000) }),
  ),
  'reply.submitted@1': shape(
    z.strictObject({ draftNo, decision }),
    z.strictObject({
      reasons: text(4_000),
      attachments: z.array(z.strictObject({ title: text(200), pages: z.number().int().min(1).max(9_999) })).max(50),
      inspection: z.strictObject({ place: text(200), time: text(200) }).optional(),
    }),
  ),
  'reply.returned@1': shape(z.strictObject({ draftNo }), z.strictObject({ remarks: text(2_000) })),
  'reply.issued@1': shape(z.strictObject({ draftNo, letterNo: text(40), issuedOn: civilDate }), nothing),
  'document.produced@1': shape(
    z.strictObject({
      document,
      how: z.enum(['printed', 'saved']),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      pages: z.number().int().min(1).max(999),
    }),
    nothing,
  ),
  'reply.served@1': shape(
    z.strictObject({
      servedOn: civilDate,
      way: z.literal('inPerson'),
      receivedAs: z.enum(['applicant', 'agent']),
    }),
    z.strictObject({ place: text(100), receivedBy: text(100) }),
  ),
  'personalData.revealed@1': shape(z.strictObject({ what: z.literal('applicant') }), nothing),
} as const

/** Null where the fact has the shape of its type, else what is wrong with it (a path, never a value). */
export function malformation(fact: { type: string; open: unknown; personal?: unknown }): string | null {
  const known = Object.hasOwn(factShapes, fact.type) ? factShapes[fact.type as keyof typeof factShapes] : undefined
  if (!known) return 'type'
  const open = known.open.safeParse(fact.open)
  if (!open.success) return `open.${open.error.issues[0]?.path.join('.') ?? ''}`
  const personal = known.personal.safeParse(fact.personal)
  return personal.success ? null : `personal.${personal.error.issues[0]?.path.join('.') ?? ''}`
}
