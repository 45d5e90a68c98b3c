import type { refusalMessages as source } from '../zh-cn/refusals'

export const refusalMessages: Readonly<Record<keyof typeof source, string>> = {
  'refusal.unknown': 'The ledger did not accept this step ({kind}).',
  'refusal.actWithoutFacts': 'This step has no content.',
  'refusal.factNotUnderstood': 'This step needs a newer version of the program ({type}).',
  'refusal.factMalformed': 'One item has the wrong form ({type}, {at}).',
  'refusal.subjectUnknown': 'The ledger has no such request.',

  'refusal.notRegistered': 'This request is not registered yet; later steps cannot be taken.',
  'refusal.alreadyRegistered': 'This request is registered already.',
  'refusal.statusForbids': 'This step is not taken while it is "{status}", but when it is "{allowed}".',
  'refusal.draftNumberDiffers':
    'The draft changed: this is draft {given}, draft {expected} is due. Go back and look again.',
  'refusal.searchMissing': 'There is no search record; "does not exist" cannot be answered (art. 36(4)).',
  'refusal.searchFoundRecords':
    'The latest search record found {found}; "does not exist" cannot be answered. Record the search again if the count is wrong.',
  'refusal.grantWithoutSearch':
    'There is no search record; a grant cannot be answered. The reply must say how it was searched for: record the search first.',
  'refusal.searchFoundNothing':
    'The latest search record found nothing; a grant cannot be answered. Record the search again if the count is wrong.',
  'refusal.documentNotOfThisDecision': 'The reply is "{decision}"; this paper ({document}) does not belong to it.',

  'refusal.postNeeded': 'This step belongs to: {posts}.',
  'refusal.postNotHeld': 'You do not hold the post "{post}" now.',
  'refusal.fourEyes': 'Nobody reviews or issues their own draft; another reviewer or the head must.',

  'refusal.requestNoInvalid': 'The request number {requestNo} is not written correctly.',
  'refusal.requestNoOutOfTurn': '{requestNo} is not the next number; it should be number {expected}. Draw again.',
  'refusal.letterNoOutOfTurn': '{letterNo} is not the next number; it should be number {expected}. Draw again.',
  'refusal.agencyUnknown': 'This office does not serve that agency.',
  'refusal.idNumberInvalid': 'The identity number does not pass its check; compare it with the original.',
  'refusal.requestNoTaken': 'The request number {requestNo} is in use; draw another.',
  'refusal.receivedInFuture': 'The day of receipt {receivedOn} is later than today, {today}.',
  'refusal.searchedOutside': 'The search date {on} must lie between receipt {from} and today {to}.',
  'refusal.issuedOutside': 'The date of issue {on} must lie between receipt {from} and today {to}.',
  'refusal.servedOutside': 'The date of signature {on} must lie between issue {from} and today {to}.',
  'refusal.letterNoInvalid': 'The letter number {letterNo} is not written correctly.',
  'refusal.letterYearDiffers': 'The year of {letterNo} differs from the date of issue {issuedOn}.',
  'refusal.letterNoOfOtherAgency': 'The letter number {letterNo} is not of this agency ({agencyCode}).',
  'refusal.letterNoTaken': 'The letter number {letterNo} is in use; draw another.',

  'refusal.personNotAdded': 'This person is not on the staff list yet.',
  'refusal.personAlreadyAdded': 'This person is on the staff list already.',
  'refusal.postsEmpty': 'Give at least one post.',
  'refusal.firstPersonMustBeAdministrator': 'The first person must be administrator.',
  'refusal.lastAdministrator': 'This is the last administrator; name another first.',
  'refusal.ownPasswordIsChanged':
    'Nobody resets their own password. Use “Change my password” and type the present one first.',
  'refusal.onlyThePersonThemselves': 'Only the person themselves may do this.',

  'refusal.officeNotEstablished': 'The office is not established yet.',
  'refusal.officeAlreadyEstablished': 'The office is established already.',
  'refusal.agencyAlreadyAdded': 'The agency "{name}" was added already.',
  'refusal.agencyCodeTaken': 'The agency code "{code}" is in use.',
  'refusal.workstationCodeTaken': 'The workstation code "{code}" is in use.',
  'refusal.codeUnusable': 'The code "{code}" cannot stand in a request or letter number.',

  'refusal.status.registered': 'to examine',
  'refusal.status.examined': 'in work',
  'refusal.status.submitted': 'to review',
  'refusal.status.returned': 'returned',
  'refusal.status.issued': 'to serve',
  'refusal.status.served': 'served',
  'refusal.decision.GRANT_PROVIDE': 'granted',
  'refusal.decision.NOT_EXIST': 'does not exist',
}
