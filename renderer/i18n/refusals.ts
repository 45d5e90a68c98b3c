import type { OfficeActProblem } from '#shared/domain/agencies/office-acts'
import type { DocumentActProblem } from '#shared/domain/catalogue/document-acts'
import type { EnquiryActProblem } from '#shared/domain/enquiries/enquiry-acts'
import type { StandardListProblem } from '#shared/domain/catalogue/standard-list'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { PersonActProblem } from '#shared/domain/people/person-acts'
import type { RequestStatus } from '#shared/domain/requests/request-state'
import type { RequestActProblem } from '#shared/domain/requests/request-transitions'
import type { VisitActProblem } from '#shared/domain/visits/visit-acts'
import { documentFieldWord } from './document-field-word'
import { formattersIn } from './formatters'
import type { MessageKey, Translate } from './message'
import { postNames } from './posts'
import { wordingFaultSentence } from './wording-fault'

/** Everything that main's authority may say no with (electron/main/authority). */
export type Refusal =
  | RequestActProblem
  | PersonActProblem
  | OfficeActProblem
  | DocumentActProblem
  | EnquiryActProblem
  | StandardListProblem
  | { readonly kind: 'relatedToNothing' }
  | VisitActProblem
  | { readonly kind: 'certificateNoTaken'; readonly certificateNo: string }
  | { readonly kind: 'certificateNoOutOfTurn'; readonly certificateNo: string; readonly expected: number }
  | { readonly kind: 'factMalformed'; readonly type: string; readonly at: string }
  | { readonly kind: 'subjectUnknown' }
  | { readonly kind: 'requestNoTaken'; readonly requestNo: string }
  | { readonly kind: 'requestNoOutOfTurn'; readonly requestNo: string; readonly expected: number }
  | { readonly kind: 'letterNoOutOfTurn'; readonly letterNo: string; readonly expected: number }
  | { readonly kind: 'agencyUnknown' }
  | { readonly kind: 'numberUsed'; readonly number: string }
  | { readonly kind: 'seriesBegun'; readonly number: string }
  | { readonly kind: 'seriesStartedHigher'; readonly number: string; readonly last: number }
  | { readonly kind: 'numberNotDrawn'; readonly number: string; readonly expected: number }
  | { readonly kind: 'assigneeNotClerk' }
  | { readonly kind: 'idNumberInvalid' }
  | { readonly kind: 'scanNotKept' }
  | { readonly kind: 'originalNotSeen' }
  | { readonly kind: 'importNotSigned' }
  | { readonly kind: 'importNotFound' }
  | { readonly kind: 'importChanged' }

export type RefusalKind = Refusal['kind']

/** As a refusal crosses from main: its kind, and whatever else it says. */
type RefusalLike = { readonly kind: string; readonly [detail: string]: unknown }

/** One sentence that says why; a kind of a newer version is named as it stands. */
export function refusalSentence(why: RefusalLike, t: Translate): string {
  if (!isRefusal(why)) return t('refusal.unknown', { kind: why.kind })
  // Each sentence takes the problem of its own kind.
  const sentence = sentences[why.kind] as (why: Refusal, t: Translate) => string
  return sentence(why, t)
}

/** By its kind: main and this window are one build, and what a kind says with it was typed there. */
const isRefusal = (why: { readonly kind: string }): why is Refusal => Object.hasOwn(sentences, why.kind)

type Sentences = {
  readonly [K in RefusalKind]: (why: Extract<Refusal, { readonly kind: K }>, t: Translate) => string
}

type PlainKey = { readonly [K in RefusalKind]: `refusal.${K}` }[RefusalKind] & MessageKey

const plain =
  <Key extends PlainKey>(key: Key) =>
  (_why: unknown, t: (key: Key) => string): string =>
    t(key)

const day = (on: CivilDate, t: Translate): string => formattersIn(t, 'zh-CN').fullDay(on)

/** Main's own channels for people and the recovery sheet say `postNeeded` without the posts. */
const administrators = ['administrator'] as const

/** Complete: a refusal without a sentence does not compile. */
const sentences: Sentences = {
  actWithoutFacts: plain('refusal.actWithoutFacts'),
  factNotUnderstood: ({ type }, t) => t('refusal.factNotUnderstood', { type }),
  factMalformed: ({ type, at }, t) => t('refusal.factMalformed', { type, at }),
  subjectUnknown: plain('refusal.subjectUnknown'),

  notRegistered: plain('refusal.notRegistered'),
  alreadyRegistered: plain('refusal.alreadyRegistered'),
  statusForbids: ({ status, allowedIn }, t) =>
    t('refusal.statusForbids', { status: statusWord(status, t), allowed: statusWords(allowedIn, t) }),
  draftNumberDiffers: ({ given, expected }, t) => t('refusal.draftNumberDiffers', { given, expected }),
  searchMissing: plain('refusal.searchMissing'),
  searchFoundRecords: ({ found }, t) => t('refusal.searchFoundRecords', { found }),
  replyWithoutSearch: ({ decision }, t) =>
    t('refusal.replyWithoutSearch', { decision: t(`refusal.decision.${decision}`) }),
  searchFoundNothing: ({ decision }, t) =>
    t('refusal.searchFoundNothing', { decision: t(`refusal.decision.${decision}`) }),
  stepMissing: ({ decision, step }, t) =>
    t('refusal.stepMissing', { decision: t(`refusal.decision.${decision}`), step: t(`awaited.${step}`) }),
  notOnTheSpot: plain('refusal.notOnTheSpot'),
  scanNotThere: plain('refusal.scanNotThere'),
  scanIsApproval: plain('refusal.scanIsApproval'),
  paperApprovalNotScanned: plain('refusal.paperApprovalNotScanned'),
  paperApprovalOutdated: plain('refusal.paperApprovalOutdated'),
  paperApprovalIncomplete: plain('refusal.paperApprovalIncomplete'),
  notPosted: plain('refusal.notPosted'),
  documentNotOfThisDecision: ({ document, decision }, t) =>
    t('refusal.documentNotOfThisDecision', { document, decision: t(`refusal.decision.${decision}`) }),

  changedMeanwhile: ({ field }, t) => t('refusal.changedMeanwhile', { field: documentFieldWord(field, t) }),
  postNeeded: ({ posts }, t) => t('refusal.postNeeded', { posts: postNames(posts ?? administrators, t) }),
  postNotHeld: ({ role }, t) => t('refusal.postNotHeld', { post: postNames([role], t) }),
  fourEyes: plain('refusal.fourEyes'),

  preparedByThemselves: plain('refusal.preparedByThemselves'),
  importNotSigned: plain('refusal.importNotSigned'),
  importNotFound: plain('refusal.importNotFound'),
  importChanged: plain('refusal.importChanged'),
  exportAlreadyRecorded: plain('refusal.exportAlreadyRecorded'),
  exportUnknown: plain('refusal.exportUnknown'),
  exportAlreadyAcknowledged: plain('refusal.exportAlreadyAcknowledged'),
  exportAlreadyMissing: plain('refusal.exportAlreadyMissing'),
  approvalAlreadyGiven: plain('refusal.approvalAlreadyGiven'),
  approvalNeeded: plain('refusal.approvalNeeded'),
  sendingAnsweredOtherwise: plain('refusal.sendingAnsweredOtherwise'),
  sendingAnswered: plain('refusal.sendingAnswered'),
  noticeAlreadyRead: plain('refusal.noticeAlreadyRead'),
  saidByHeadquartersOnly: plain('refusal.saidByHeadquartersOnly'),
  sendingUnknown: plain('refusal.sendingUnknown'),
  noticeNeedsNoAnswer: plain('refusal.noticeNeedsNoAnswer'),
  noticeExpected: plain('refusal.noticeExpected'),
  sendingSuperseded: plain('refusal.sendingSuperseded'),
  sendingUnreadable: plain('refusal.sendingUnreadable'),
  documentsImportedAlready: plain('refusal.documentsImportedAlready'),
  documentsNotImported: plain('refusal.documentsNotImported'),
  importAlreadySigned: plain('refusal.importAlreadySigned'),
  answersAlreadyCounted: plain('refusal.answersAlreadyCounted'),
  carriedOverAlready: ({ year }, t) => t('refusal.carriedOverAlready', { year }),
  oldNumberUnusable: ({ requestNo }, t) => t('refusal.oldNumberUnusable', { requestNo }),
  pauseOutside: ({ from, to }, t) => t('refusal.pauseOutside', { from: day(from, t), to: day(to, t) }),
  pausedTooLong: ({ workingDays, gone }, t) => t('refusal.pausedTooLong', { workingDays, gone }),
  pauseGivenTwice: plain('refusal.pauseGivenTwice'),

  requestNoInvalid: ({ requestNo }, t) => t('refusal.requestNoInvalid', { requestNo }),
  requestNoTaken: ({ requestNo }, t) => t('refusal.requestNoTaken', { requestNo }),
  requestNoOutOfTurn: ({ requestNo, expected }, t) => t('refusal.requestNoOutOfTurn', { requestNo, expected }),
  letterNoOutOfTurn: ({ letterNo, expected }, t) => t('refusal.letterNoOutOfTurn', { letterNo, expected }),
  assigneeNotClerk: plain('refusal.assigneeNotClerk'),
  agencyUnknown: plain('refusal.agencyUnknown'),
  idNumberInvalid: plain('refusal.idNumberInvalid'),
  scanNotKept: plain('refusal.scanNotKept'),
  originalNotSeen: plain('refusal.originalNotSeen'),
  receivedInFuture: ({ receivedOn, today }, t) =>
    t('refusal.receivedInFuture', { receivedOn: day(receivedOn, t), today: day(today, t) }),
  searchedOutside: ({ on, from, to }, t) =>
    t('refusal.searchedOutside', { on: day(on, t), from: day(from, t), to: day(to, t) }),
  issuedOutside: ({ on, from, to }, t) =>
    t('refusal.issuedOutside', { on: day(on, t), from: day(from, t), to: day(to, t) }),
  movedOutside: ({ on, from, to }, t) =>
    t('refusal.movedOutside', { on: day(on, t), from: day(from, t), to: day(to, t) }),
  transferTermRuns: ({ formedOn, endsOn }, t) =>
    t('refusal.transferTermRuns', { formedOn: day(formedOn, t), endsOn: day(endsOn, t) }),
  approvedOutside: ({ on, from, to }, t) =>
    t('refusal.approvedOutside', { on: day(on, t), from: day(from, t), to: day(to, t) }),
  servedOutside: ({ on, from, to }, t) =>
    t('refusal.servedOutside', { on: day(on, t), from: day(from, t), to: day(to, t) }),
  arrivedOutside: ({ on, to }, t) => t('refusal.arrivedOutside', { on: day(on, t), to: day(to, t) }),
  confirmedOutside: ({ on, from, to }, t) =>
    t('refusal.confirmedOutside', { on: day(on, t), from: day(from, t), to: day(to, t) }),
  passedOnOutside: ({ on, from, to }, t) =>
    t('refusal.passedOnOutside', { on: day(on, t), from: day(from, t), to: day(to, t) }),
  withdrawnOutside: ({ on, from, to }, t) =>
    t('refusal.withdrawnOutside', { on: day(on, t), from: day(from, t), to: day(to, t) }),
  deliveredOutside: ({ on, from, to }, t) =>
    t('refusal.deliveredOutside', { on: day(on, t), from: day(from, t), to: day(to, t) }),
  receiptRuleDiffers: ({ rule }, t) => t('refusal.receiptRuleDiffers', { rule: t(`refusal.receiptRule.${rule}`) }),
  contentMissing: ({ need }, t) => t('refusal.contentMissing', { need: t(`refusal.need.${need}`) }),
  automaticOnlyOnWeb: plain('refusal.automaticOnlyOnWeb'),
  sameAgency: plain('refusal.sameAgency'),
  conflictNotThere: plain('refusal.conflictNotThere'),
  correctedMeanwhile: ({ fields }, t) =>
    t('refusal.correctedMeanwhile', {
      what: fields.map(field => t(`correctedField.${field}`)).join(t('requests.join')),
    }),
  correctionEmpty: plain('refusal.correctionEmpty'),
  receiptLeftOpen: plain('refusal.receiptLeftOpen'),
  arrivalEvidenceMissing: ({ what }, t) =>
    t('refusal.arrivalEvidenceMissing', { what: t(`refusal.arrivalEvidence.${what}`) }),
  applicantsDiffer: plain('refusal.applicantsDiffer'),
  serviceDetailMissing: ({ detail }, t) =>
    t('refusal.serviceDetailMissing', { what: t(`refusal.serviceDetail.${detail}`) }),
  letterNoInvalid: ({ letterNo }, t) => t('refusal.letterNoInvalid', { letterNo }),
  letterYearDiffers: ({ letterNo, issuedOn }, t) =>
    t('refusal.letterYearDiffers', { letterNo, issuedOn: day(issuedOn, t) }),
  letterNoOfOtherAgency: ({ letterNo, agencyCode }, t) => t('refusal.letterNoOfOtherAgency', { letterNo, agencyCode }),
  letterNoTaken: ({ letterNo }, t) => t('refusal.letterNoTaken', { letterNo }),

  visitNotSignedIn: plain('refusal.visitNotSignedIn'),
  visitAlreadySignedIn: plain('refusal.visitAlreadySignedIn'),
  visitorHasLeft: plain('refusal.visitorHasLeft'),
  visitorStillHere: plain('refusal.visitorStillHere'),
  visitNumberDiffers: ({ given, expected }, t) => t('refusal.visitNumberDiffers', { given, expected }),
  visitPartUnknown: ({ no }, t) => t('refusal.visitPartUnknown', { no }),
  visitItemsOut: ({ items }, t) => t('refusal.visitItemsOut', { n: items.length, items: items.join(t('post.join')) }),
  visitorUnidentified: plain('refusal.visitorUnidentified'),
  archivesProofMissing: ({ proofs }, t) =>
    t('refusal.archivesProofMissing', { proofs: proofs.map(proof => t(`room.proof.${proof}`)).join(t('post.join')) }),
  archivesPurposeMissing: plain('refusal.archivesPurposeMissing'),
  archivesAlreadyDecided: plain('refusal.archivesAlreadyDecided'),
  archivesSecondPerson: plain('refusal.archivesSecondPerson'),
  archivesNotShown: plain('refusal.archivesNotShown'),
  archivesReasonMissing: plain('refusal.archivesReasonMissing'),
  visitCorrectionEmpty: plain('refusal.visitCorrectionEmpty'),
  visitLeftOutside: plain('refusal.visitLeftOutside'),
  visitNoteMissing: plain('refusal.visitNoteMissing'),
  certificateNoInvalid: plain('refusal.certificateNoInvalid'),
  certificateNoTaken: ({ certificateNo }, t) => t('refusal.certificateNoTaken', { certificateNo }),
  certificateNoOutOfTurn: ({ certificateNo, expected }, t) =>
    t('refusal.certificateNoOutOfTurn', { certificateNo, expected }),

  personNotAdded: plain('refusal.personNotAdded'),
  personAlreadyAdded: plain('refusal.personAlreadyAdded'),
  postsEmpty: plain('refusal.postsEmpty'),
  firstPersonMustBeAdministrator: plain('refusal.firstPersonMustBeAdministrator'),
  lastAdministrator: plain('refusal.lastAdministrator'),
  onlyThePersonThemselves: plain('refusal.onlyThePersonThemselves'),
  ownPasswordIsChanged: plain('refusal.ownPasswordIsChanged'),

  personHasLeft: plain('refusal.personHasLeft'),

  officeNotEstablished: plain('refusal.officeNotEstablished'),
  officeAlreadyEstablished: plain('refusal.officeAlreadyEstablished'),
  agencyAlreadyAdded: ({ name }, t) => t('refusal.agencyAlreadyAdded', { name }),
  agencyCodeTaken: ({ code }, t) => t('refusal.agencyCodeTaken', { code }),
  workstationCodeTaken: ({ code }, t) => t('refusal.workstationCodeTaken', { code }),
  chainAlreadyAdmitted: plain('refusal.chainAlreadyAdmitted'),
  chainAlreadyRetired: plain('refusal.chainAlreadyRetired'),
  chainAlreadyRevoked: ({ fromSeq }, t) => t('refusal.chainAlreadyRevoked', { n: fromSeq }),
  chainIsOpenedByProgram: plain('refusal.chainIsOpenedByProgram'),
  agencyUnchanged: plain('refusal.agencyUnchanged'),
  agencyCodeHasLetters: ({ code }, t) => t('refusal.agencyCodeHasLetters', { code }),
  settingsEmpty: plain('refusal.settingsEmpty'),
  settingOutOfRange: ({ setting, least, most }, t) =>
    t('refusal.settingOutOfRange', { setting: t(`settings.counted.${setting}`), least, most }),
  numberAlreadyVoid: ({ number }, t) => t('refusal.numberAlreadyVoid', { number }),
  numberNotOfOffice: ({ number }, t) => t('refusal.numberNotOfOffice', { number }),
  numberUsed: ({ number }, t) => t('refusal.numberUsed', { number }),
  seriesBegun: ({ number }, t) => t('refusal.seriesBegun', { number }),
  seriesStartedHigher: ({ number, last }, t) => t('refusal.seriesStartedHigher', { number, last }),
  numberNotDrawn: ({ number, expected }, t) => t('refusal.numberNotDrawn', { number, expected }),
  codeUnusable: ({ code }, t) => t('refusal.codeUnusable', { code }),
  wordingUnfit: ({ slot, fault }, t) =>
    t('refusal.wordingUnfit', { slot: t(`wording.slot.${slot}`), why: wordingFaultSentence(fault, t) }),
  wordingOutOfTurn: ({ expected }, t) => t('refusal.wordingOutOfTurn', { expected }),
  wordingUnchanged: plain('refusal.wordingUnchanged'),
  wordingSlotUnknown: ({ slot }, t) => t('refusal.wordingSlotUnknown', { slot }),

  notCatalogued: plain('refusal.notCatalogued'),
  alreadyCatalogued: plain('refusal.alreadyCatalogued'),
  documentWithdrawn: plain('refusal.documentWithdrawn'),
  documentNotWithdrawn: plain('refusal.documentNotWithdrawn'),
  indexNoTaken: ({ indexNo }, t) => t('refusal.indexNoTaken', { indexNo }),
  topicUnknown: ({ code }, t) => t('refusal.topicUnknown', { code }),
  publishedBeforeMade: ({ madeOn, publishedOn }, t) =>
    t('refusal.publishedBeforeMade', { madeOn: day(madeOn, t), publishedOn: day(publishedOn, t) }),
  documentDayAhead: ({ on, today }, t) => t('refusal.documentDayAhead', { on: day(on, t), today: day(today, t) }),
  validityEndsBefore: ({ from, to }, t) => t('refusal.validityEndsBefore', { from: day(from, t), to: day(to, t) }),
  closedWithoutReason: plain('refusal.closedWithoutReason'),
  publishedButClosed: plain('refusal.publishedButClosed'),
  wordsMisplaced: plain('refusal.wordsMisplaced'),
  wordsIncomplete: ({ missing }, t) => t('refusal.wordsIncomplete', { missing }),
  changeEmpty: plain('refusal.changeEmpty'),
  relatedToItself: plain('refusal.relatedToItself'),
  enquiryThere: plain('refusal.enquiryThere'),
  enquiryNotThere: plain('refusal.enquiryNotThere'),
  enquiryWasAnswered: plain('refusal.enquiryWasAnswered'),
  enquiryProposed: plain('refusal.enquiryProposed'),
  enquirySettled: plain('refusal.enquirySettled'),
  publishedWithoutDocument: plain('refusal.publishedWithoutDocument'),
  documentNotPublic: plain('refusal.documentNotPublic'),
  wishMayNameSomebody: plain('refusal.wishMayNameSomebody'),
  wishOfLaterDay: ({ on, today }, t) => t('refusal.wishOfLaterDay', { on, today }),
  relatedToNothing: plain('refusal.relatedToNothing'),
  standardListUnknown: plain('refusal.standardListUnknown'),
  matterMissing: ({ row }, t) => t('refusal.matterMissing', { row }),
  kindOfBodyTaken: ({ kindOfBody }, t) => t('refusal.kindOfBodyTaken', { kindOfBody }),
  attachmentUnknown: plain('refusal.attachmentUnknown'),
  templateWithoutSerial: (_why, t) => t('refusal.templateWithoutSerial', { seq5: '{seq:5}' }),
  templatePartUnknown: ({ part }, t) => t('refusal.templatePartUnknown', { part }),
  templateCodeMissing: ({ code }, t) => t('refusal.templateCodeMissing', { code: t(`refusal.templateCode.${code}`) }),
}

const statusWord = (status: RequestStatus, t: Translate): string => t(`refusal.status.${status}`)

const statusWords = (statuses: readonly RequestStatus[], t: Translate): string =>
  statuses.map(status => statusWord(status, t)).join(t('post.join'))
