import type { refusalMessages as source } from '../zh-cn/refusals'

export const refusalMessages: Readonly<Record<keyof typeof source, string>> = {
  'refusal.unknown': 'The ledger did not accept this step ({kind}).',
  'refusal.actWithoutFacts': 'This step has no content.',
  'refusal.factNotUnderstood': 'This step needs a newer version of the program ({type}).',
  'refusal.factMalformed': 'One item is in the wrong format ({type}, {at}).',
  'refusal.subjectUnknown': 'The ledger has no such request.',

  'refusal.notRegistered': 'This request is not registered yet; later steps cannot be taken.',
  'refusal.alreadyRegistered': 'This request is registered already.',
  'refusal.statusForbids': 'This step belongs to "{allowed}"; the request is now "{status}".',
  'refusal.draftNumberDiffers':
    'The draft has changed: this is draft {given}, but draft {expected} is current. Go back and look again.',
  'refusal.searchMissing':
    'There is no search record yet, so the reply cannot be "Does not exist" (Regulation art. 36(4)).',
  'refusal.searchFoundRecords':
    'The latest search record found {found}, so the reply cannot be "Does not exist". If the count is wrong, record the search again.',
  'refusal.searchFoundNothing':
    'The latest search record found nothing, so "{decision}" cannot be the reply. Record the search again if the count is wrong.',
  'refusal.replyWithoutSearch':
    'There is no search record yet, so "{decision}" cannot be the reply. The letter says how it was searched for: record the search first.',
  'refusal.stepMissing': '"{decision}" rests on a {step} first; this version does not have that step.',
  'refusal.notOnTheSpot':
    'Only what is already public, asked for at the counter and answered the same day, may be answered on the spot (art. 33(1)).',
  'refusal.scanNotThere': 'The case has no such scan; it may have been taken away already.',
  'refusal.scanIsApproval': 'The letter was issued on the strength of this signed sheet, which stays.',
  'refusal.paperApprovalNotScanned':
    'The scan of the signed approval sheet is not with this request. Scan it in first.',
  'refusal.paperApprovalOutdated':
    'This sheet was scanned before the draft was sent back, so it does not approve this draft. Have a new one signed and scan it.',
  'refusal.paperApprovalIncomplete': 'An approval on paper needs the approver and the day of approval.',
  'refusal.movedOutside':
    'The day of transfer {on} should lie between the formation of the file on {from} and today, {to}.',
  'refusal.transferTermRuns':
    'A file formed on {formedOn} is due for transfer on {endsOn} only; deposited early, the agency still answers for it (Archives Law art. 15(2)).',
  'refusal.arrivedOutside':
    'The day of arrival {on} cannot be after {to}: by then the case was in hand, or its receipt confirmed.',
  'refusal.approvedOutside':
    'The day of approval {on} should lie between {from} (the receipt, or the return of the draft before) and the issue {to}.',
  'refusal.contentMissing': 'The draft lacks: {need}.',
  'refusal.confirmedOutside': 'The day of confirmation {on} must lie between arrival {from} and today {to}.',
  'refusal.passedOnOutside':
    'The date of receipt {on} must lie between {from}, when the agency that passes it on had it, and today {to}.',
  'refusal.withdrawnOutside': 'The day of withdrawal {on} must lie between arrival {from} and today {to}.',
  'refusal.deliveredOutside': 'The day of delivery {on} must lie between posting {from} and today {to}.',
  'refusal.receiptRuleDiffers': 'For this channel the date of receipt is {rule}.',
  'refusal.automaticOnlyOnWeb':
    'Only a web form acknowledges by itself; by any other channel both sides confirm the receipt (art. 31(3)).',
  'refusal.originalNotSeen':
    'A request handed in at the counter is registered only once the original document was seen.',
  'refusal.sameAgency': 'The request belongs to this agency already.',
  'refusal.conflictNotThere':
    'That has been looked at already, or is no conflict any more. Please open the case again.',
  'refusal.correctedMeanwhile':
    'Corrected elsewhere meanwhile: {what}. This correction was not taken and nothing was changed. Please look at what stands now, then decide.',
  'refusal.receiptLeftOpen':
    'Work on it has begun: with a channel whose receipt is confirmed, give the day of the confirmation (article 31).',
  'refusal.arrivalEvidenceMissing': 'Another channel needs the {what}: the date of receipt rests on it (article 31).',
  'refusal.arrivalEvidence.trackingNo': 'tracking number',
  'refusal.arrivalEvidence.signedBy': 'name of who signed',
  'refusal.arrivalEvidence.from': 'address it came from',
  'refusal.applicantsDiffer': 'The number of applicants is not that of the list; nothing was written.',
  'refusal.correctionEmpty': 'Nothing is corrected.',
  'refusal.serviceDetailMissing': 'The service lacks: {what}.',
  'refusal.need.attachmentsOrInspection': 'attachments, or where and when to read',
  'refusal.need.published': 'the address, gazette issue or reading place',
  'refusal.need.withheld': 'the parts withheld with a reason each',
  'refusal.need.law': 'the law and its article',
  'refusal.need.secrecyReference': 'the reference number of level and term of secrecy',
  'refusal.need.elsewhere': 'the responsible agency or the proper channel',
  'refusal.need.responsibleAgency': 'the responsible agency, or why it cannot be determined',
  'refusal.need.earlier': 'the number of the earlier reply',
  'refusal.need.obtainable': 'how to get the publication',
  'refusal.need.archives': 'when the file was formed and moved',
  'refusal.receiptRule.submission': 'the day it is handed in (art. 31(1))',
  'refusal.receiptRule.signature': 'the day the agency signs for it (art. 31(2))',
  'refusal.receiptRule.confirmation': 'the day both sides confirm it (art. 31(2), (3))',
  'refusal.serviceDetail.receivedAs': 'in which capacity it was received',
  'refusal.serviceDetail.trackingNo': 'the tracking number',
  'refusal.notPosted': 'This case was not served by post, so there is no day of delivery to record.',
  'refusal.documentNotOfThisDecision': 'The reply is "{decision}"; this paper ({document}) does not belong to it.',

  'refusal.postNeeded': 'This step is for: {posts}.',
  'refusal.postNotHeld': 'You do not hold the post "{post}".',
  'refusal.fourEyes': 'Nobody may review or issue their own draft; another reviewer or the head must do it.',

  'refusal.preparedByThemselves':
    'An import is prepared by one person and signed by another. Whoever prepared it cannot sign it.',
  'refusal.importNotSigned': 'This import has not been signed by a second person yet.',
  'refusal.importNotFound': 'This import was not found. It may have been discarded or written already.',
  'refusal.importChanged':
    'This import differs from what was shown for signature, and nothing was written. Discard it and prepare it again.',
  'refusal.importAlreadySigned': 'This import has been signed already.',
  'refusal.answersAlreadyCounted': 'The satisfaction figures of this day are recorded already.',
  'refusal.carriedOverAlready': 'The number carried over into {year} is recorded already.',
  'refusal.oldNumberUnusable':
    'The old number {requestNo} cannot be used: it should be one line of visible text of at most 40 characters.',
  'refusal.pauseOutside': 'The pause from {from} to {to} should lie between the day of receipt and today.',
  'refusal.pausedTooLong': '{workingDays} working days paused are more than the {gone} days since receipt.',
  'refusal.pauseGivenTwice': 'Give either the dates of the pauses or the number of days paused, not both.',

  'refusal.requestNoInvalid': 'The request number {requestNo} is not in the right form.',
  'refusal.requestNoOutOfTurn': '{requestNo} is not the next number; number {expected} is due. Draw again.',
  'refusal.letterNoOutOfTurn': '{letterNo} is not the next number; number {expected} is due. Draw again.',
  'refusal.assigneeNotClerk': 'Whoever takes it over must be a clerk who is still there. Choose somebody else.',
  'refusal.agencyUnknown': 'That agency is not on the list of this reading centre.',
  'refusal.idNumberInvalid': 'The identity number fails its check; compare it with the original.',
  'refusal.scanNotKept': 'The scan itself was not kept, so it cannot be recorded alone. Use "Add scans".',
  'refusal.requestNoTaken': 'The request number {requestNo} is in use; draw another.',
  'refusal.receivedInFuture': 'The day of receipt {receivedOn} is later than today, {today}.',
  'refusal.searchedOutside': 'The search date {on} must lie between receipt {from} and today {to}.',
  'refusal.issuedOutside': 'The date of issue {on} must lie between receipt {from} and today {to}.',
  'refusal.servedOutside': 'The date of signature {on} must lie between issue {from} and today {to}.',
  'refusal.letterNoInvalid': 'The letter number {letterNo} is not in the right form.',
  'refusal.letterYearDiffers': 'The year of {letterNo} differs from the date of issue {issuedOn}.',
  'refusal.letterNoOfOtherAgency': 'The letter number {letterNo} is not of this agency ({agencyCode}).',
  'refusal.letterNoTaken': 'The letter number {letterNo} is in use; draw another.',

  'refusal.personNotAdded': 'This person is not on the list of people yet.',
  'refusal.personAlreadyAdded': 'This person is on the list of people already.',
  'refusal.postsEmpty': 'Give at least one post.',
  'refusal.firstPersonMustBeAdministrator': 'The first person must be an administrator.',
  'refusal.lastAdministrator': 'This is the last administrator; name another first.',
  'refusal.ownPasswordIsChanged':
    'Nobody resets their own password. Use "Change my password" and type the present one first.',
  'refusal.onlyThePersonThemselves': 'Only the person themselves may do this.',

  'refusal.personHasLeft': 'This person has left and their key was taken back. If they return, add them anew.',
  'refusal.agencyUnchanged': 'There is nothing to correct.',
  'refusal.agencyCodeHasLetters': 'Letters were numbered under the code "{code}", so it cannot change.',
  'refusal.settingsEmpty': 'There is no setting to change.',
  'refusal.settingOutOfRange': '{setting}: a whole number from {least} to {most} is needed.',
  'refusal.numberAlreadyVoid': 'The number {number} is void already.',
  'refusal.numberNotOfOffice': '{number} is not a request or letter number of this office.',
  'refusal.numberUsed': 'The number {number} was used and cannot be voided.',
  'refusal.seriesBegun':
    'This series is already in use here, up to {number}, so its start cannot change. Numbers used on paper in between are recorded under "Void numbers" with the reason.',
  'refusal.seriesStartedHigher':
    '{number} cannot be the start: number {last} is known to be used, and a start only moves forward.',
  'refusal.numberNotDrawn':
    'The number {number} has not been drawn yet. Serial {expected} is next in this series; void from there.',

  'refusal.officeNotEstablished': 'The reading centre is not set up yet.',
  'refusal.officeAlreadyEstablished': 'The reading centre is set up already.',
  'refusal.agencyAlreadyAdded': 'The agency "{name}" was added already.',
  'refusal.agencyCodeTaken': 'The agency code "{code}" is in use.',
  'refusal.workstationCodeTaken': 'The workstation code "{code}" is in use.',
  'refusal.chainAlreadyAdmitted':
    'The records of that machine are taken in already; nothing needs to be entered again.',
  'refusal.chainAlreadyRetired': 'That chain of records has ended already; nothing needs to be entered again.',
  'refusal.chainAlreadyRevoked':
    'That chain of records is void from entry {n} on already; to void it from an earlier one, give a smaller number.',
  'refusal.chainIsOpenedByProgram': 'The program itself begins a new chain of records; nobody enters one.',
  'refusal.codeUnusable': 'The code "{code}" cannot stand in a request or letter number.',

  'refusal.status.registered': 'to examine',
  'refusal.status.examined': 'in progress',
  'refusal.status.submitted': 'to review',
  'refusal.status.returned': 'returned',
  'refusal.status.issued': 'to serve',
  'refusal.status.served': 'served',
  'refusal.status.unconfirmed': 'receipt unconfirmed',
  'refusal.status.closed': 'closed',
  'refusal.decision.GRANT_PROVIDE': 'Granted',
  'refusal.decision.NOT_EXIST': 'Does not exist',
  'refusal.decision.GRANT_PUBLISHED': 'Already public',
  'refusal.decision.GRANT_PUBLIC_INTEREST': 'Granted in the public interest',
  'refusal.decision.PARTIAL': 'Partly granted',
  'refusal.decision.REFUSE_STATE_SECRET': 'Refused (state secret)',
  'refusal.decision.REFUSE_LAW': 'Refused (other law forbids)',
  'refusal.decision.REFUSE_SECURITY': 'Refused (security and stability)',
  'refusal.decision.REFUSE_THIRD_PARTY': 'Refused (third party)',
  'refusal.decision.REFUSE_INTERNAL': 'Refused (internal affairs)',
  'refusal.decision.REFUSE_PROCESS': 'Refused (process information)',
  'refusal.decision.REFUSE_CASE_FILE': 'Refused (enforcement file)',
  'refusal.decision.REFER_SPECIAL_QUERY': 'Governed by its own access law',
  'refusal.decision.NOT_OURS': 'Not ours',
  'refusal.decision.NEEDS_PRODUCTION': 'Would have to be produced',
  'refusal.decision.STILL_UNCLEAR': 'Still unclear',
  'refusal.decision.PETITION_LIKE': 'Petition or complaint',
  'refusal.decision.REPEAT': 'Repeat request',
  'refusal.decision.PUBLICATION': 'Published work',
  'refusal.decision.EXCESSIVE': 'Excessive requests',
  'refusal.decision.RECONFIRM': 'Wants confirmation or re-issue',
  'refusal.decision.CLOSED_NO_SUPPLEMENT': 'Supplement not made',
  'refusal.decision.CLOSED_UNPAID': 'Fee not paid',
  'refusal.decision.OTHER': 'File moved to the state archives',
}
