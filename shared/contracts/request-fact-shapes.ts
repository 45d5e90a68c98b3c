import { civilDate, nothing, settledConflict, shape, text, textOrNone } from './fact-shape'
import { z } from './zod'

const texts = z.array(text(200)).max(50)
const draftNo = z.number().int().min(1).max(999)
const papers = ['F01', 'F03', 'slip', 'S01', 'S02', 'S04', 'S06', 'envelope'] as const
const replies = [
  ...(['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11'] as const),
  ...(['R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R18', 'R19', 'R20', 'R21', 'R23'] as const),
]
const document = z.enum([...papers, ...replies])
const grounds = [
  ...(['REFUSE_STATE_SECRET', 'REFUSE_LAW', 'REFUSE_SECURITY', 'REFUSE_THIRD_PARTY'] as const),
  ...(['REFUSE_INTERNAL', 'REFUSE_PROCESS', 'REFUSE_CASE_FILE'] as const),
]
const ground = z.enum(grounds)
const decision = z.enum([
  ...(['GRANT_PROVIDE', 'GRANT_PUBLISHED', 'GRANT_PUBLIC_INTEREST', 'PARTIAL'] as const),
  ...grounds,
  ...(['REFER_SPECIAL_QUERY', 'NOT_EXIST', 'NOT_OURS', 'NEEDS_PRODUCTION', 'STILL_UNCLEAR'] as const),
  ...(['PETITION_LIKE', 'REPEAT', 'PUBLICATION', 'EXCESSIVE', 'RECONFIRM'] as const),
  ...(['CLOSED_NO_SUPPLEMENT', 'CLOSED_UNPAID', 'OTHER'] as const),
])
const channel = z.enum(['inPerson', 'signedPost', 'ordinaryPost', 'email', 'web', 'fax', 'phoneNote'])
const applicantType = z.enum([
  ...(['naturalPerson', 'commercial', 'research', 'publicBenefit', 'legalService', 'otherOrganisation'] as const),
])
const medium = z.enum(['paper', 'electronic', 'inspection'])
const route = z.enum(['collect', 'post', 'email', 'fax', 'online'])
const contactWay = z.enum(['phone', 'message', 'email', 'inPerson'])
const confirmationWay = z.enum(['phone', 'message', 'email', 'inPerson', 'automatic'])
const note = z.strictObject({ note: text(500) })
/** Code points for which a cell was left to be written in by hand. */
export const gapCodes = z
  .array(z.string().regex(/^U\+[0-9A-F]{4,6}$/))
  .min(1)
  .max(20)
const digest = z.string().regex(/^[0-9a-f]{64}$/)

export const identity = {
  idNumber: textOrNone(40),
  idKind: z
    .enum([
      ...(['residentId', 'residencePermit', 'chinesePassport', 'foreignPassport', 'hongKongMacaoPermit'] as const),
      ...(['taiwanPermit', 'permanentResidentCard', 'householdRegister', 'temporaryId', 'creditCode'] as const),
    ])
    .optional(),
  country: text(60).optional(),
}
const applicant = z.strictObject({
  ...identity,
  name: text(100),
  phone: textOrNone(30),
  postalAddress: text(400).optional(),
  email: text(200).optional(),
  representative: text(100).optional(),
  actingPerson: z.strictObject({ ...identity, name: text(100) }).optional(),
})
const agent = z.strictObject({
  ...identity,
  name: text(100),
  phone: textOrNone(30),
  as: z.enum(['agent', 'guardian']),
  authority: text(500),
})
const arrival = z.strictObject({
  trackingNo: text(60).optional(),
  signedBy: text(100).optional(),
  from: text(200).optional(),
})
const law = z.strictObject({ title: text(200), article: text(100) })

const restsOn = { law: law.optional(), secrecyReference: text(200).optional() }

const replyContent = z.strictObject({
  reasons: text(4_000),
  attachments: z.array(z.strictObject({ title: text(200), pages: z.number().int().min(1).max(9_999) })).max(50),
  inspection: z.strictObject({ place: text(200), time: text(200) }).optional(),
  published: z
    .array(z.strictObject({ title: text(200), where: text(500), publishedOn: civilDate.optional() }))
    .max(20)
    .optional(),
  withheld: z
    .array(z.strictObject({ what: text(500), ground, reason: text(2_000), ...restsOn }))
    .max(50)
    .optional(),
  law: law.optional(),
  secrecyReference: text(200).optional(),
  elsewhere: z.strictObject({ name: text(100), contact: text(300) }).optional(),
  elsewhereUnknown: text(500).optional(),
  earlier: z.strictObject({ letterNo: text(40), on: civilDate }).optional(),
  obtainable: text(500).optional(),
  archives: z.strictObject({ formedOn: civilDate, movedOn: civilDate }).optional(),
})

const pause = z.strictObject({
  from: civilDate,
  to: civilDate,
  why: z.enum(['thirdPartyOpinion', 'coProducerOpinion', 'otherAgency', 'beforeImport']),
})

/** A case of an old register: what it must say of a case, and what it may not know of an applicant. */
export const carriedInShape = shape(
  z.strictObject({
    batchId: z.uuid(),
    line: z.number().int().min(1).max(1_000_000),
    requestNo: text(40),
    agencyId: z.uuid(),
    channel,
    receivedOn: civilDate,
    applicantType,
    medium,
    route,
    statusThen: z.enum(['registered', 'examined']),
    pauses: z.array(pause).min(1).max(20).optional(),
    pausedWorkingDays: z.number().int().min(1).max(2_000).optional(),
    extendedWorkingDays: z.number().int().min(1).max(20).optional(),
    isFromLastYear: z.boolean(),
    paperDueOn: civilDate.optional(),
    preparedBy: z.uuid(),
  }),
  z.strictObject({
    applicant: applicant.extend({ idNumber: text(40).optional(), phone: text(30).optional() }),
    description: text(4_000),
    queryCode: text(14),
    note: text(500).optional(),
  }),
)

/** What may be recorded about a request. */
export const requestFactShapes = {
  'request.registered@1': shape(
    z.strictObject({
      requestNo: text(40),
      agencyId: z.uuid(),
      channel,
      receivedOn: civilDate.optional(),
      arrivedOn: civilDate.optional(),
      applicantType,
      medium,
      route,
      originalSeen: z.boolean(),
      applicants: z.number().int().min(2).max(20).optional(),
    }),
    z.strictObject({
      applicant,
      otherApplicants: z.array(applicant).max(19).optional(),
      agent: agent.optional(),
      oral: z
        .strictObject({
          reason: text(500),
          scribe: text(100),
          confirmedBy: z.enum(['signature', 'fingerprint']),
          witness: text(100).optional(),
        })
        .optional(),
      arrival: arrival.optional(),
      description: text(4_000),
      queryCode: text(14),
    }),
  ),
  'request.carriedIn@1': carriedInShape,
  'receipt.contactTried@1': shape(
    z.strictObject({ triedOn: civilDate, way: contactWay, isReached: z.boolean() }),
    note,
  ),
  'receipt.confirmed@1': shape(z.strictObject({ confirmedOn: civilDate, way: confirmationWay }), note),
  'request.passedOn@1': shape(
    z.strictObject({ toAgencyId: z.uuid(), receivedOn: civilDate }),
    z.strictObject({ reason: text(500) }),
  ),
  'request.assigned@1': shape(z.strictObject({ to: z.uuid(), isTemporary: z.literal(true).optional() }), nothing),
  'request.corrected@1': shape(
    z.strictObject({
      medium: medium.optional(),
      route: route.optional(),
      receivedOn: civilDate.optional(),
      arrivedOn: civilDate.optional(),
      channel: channel.optional(),
      originalSeen: z.literal(true).optional(),
      applicantType: applicantType.optional(),
      applicants: z.number().int().min(1).max(20).optional(),
    }),
    z.strictObject({
      reason: text(500),
      applicant: applicant.optional(),
      otherApplicants: z.array(applicant).max(19).optional(),
      agent: agent.nullable().optional(),
      description: text(4_000).optional(),
      arrival: arrival.optional(),
    }),
  ),
  'request.withdrawn@1': shape(z.strictObject({ withdrawnOn: civilDate }), note),
  'request.examined@1': shape(z.strictObject({ elementsComplete: z.literal(true), withinRemit: z.boolean() }), nothing),
  'search.recorded@1': shape(
    z.strictObject({
      searchedOn: civilDate,
      periodFrom: text(20).optional(),
      periodTo: text(20).optional(),
      found: z.number().int().min(0).max(100_000),
    }),
    z.strictObject({ places: texts.min(1), unitsAsked: texts, words: texts.min(1), result: text(2_000) }),
  ),
  'reply.submitted@1': shape(z.strictObject({ draftNo, decision }), replyContent),
  'reply.returned@1': shape(z.strictObject({ draftNo }), z.strictObject({ remarks: text(2_000) })),
  'reply.issued@1': shape(
    z.strictObject({
      draftNo,
      letterNo: text(40),
      issuedOn: civilDate,
      approval: z.enum(['onTheSpot', 'onPaper']).optional(),
      approvedOn: civilDate.optional(),
      approvalScan: digest.optional(),
    }),
    z.strictObject({ approverName: text(100) }).optional(),
  ),
  'document.produced@1': shape(
    z.strictObject({
      document,
      how: z.enum(['printed', 'saved']),
      digest,
      pages: z.number().int().min(1).max(999),
      gaps: gapCodes.optional(),
    }),
    nothing,
  ),
  'reply.served@1': shape(
    z.strictObject({
      servedOn: civilDate,
      way: z.enum(['inPerson', 'post', 'email', 'online', 'throughAgency']),
      receivedAs: z
        .enum(['applicant', 'agent', 'legalRepresentative', 'adultRelative', 'mailRoom', 'guard'])
        .optional(),
      mailClass: z.enum(['ems', 'registered']).optional(),
    }),
    z.strictObject({
      place: text(300),
      receivedBy: text(100),
      postalAddress: text(400).optional(),
      trackingNo: text(60).optional(),
      refused: z.strictObject({ reason: text(500), witness: text(100) }).optional(),
    }),
  ),
  'post.delivered@1': shape(z.strictObject({ deliveredOn: civilDate }), nothing),
  'scan.added@1': shape(
    z.strictObject({
      kind: z.enum([
        ...(['signedForm', 'identityExtract', 'powerOfAttorney', 'envelope'] as const),
        ...(['releasedFile', 'signedReceipt', 'paperApproval', 'other'] as const),
      ]),
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
  'scan.withdrawn@1': shape(z.strictObject({ digest }), z.strictObject({ reason: text(500) })),
  'conflict.settled@1': shape(settledConflict, z.strictObject({ reason: text(300) })),
  'personalData.revealed@1': shape(z.strictObject({ what: z.literal('applicant') }), nothing),
} as const
