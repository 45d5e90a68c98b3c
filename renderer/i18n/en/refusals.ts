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
  'refusal.grantWithoutSearch':
    'There is no search record yet, so the reply cannot be "Granted". The reply must describe the search: record it first.',
  'refusal.searchFoundNothing':
    'The latest search record found nothing, so the reply cannot be "Granted". If the count is wrong, record the search again.',
  'refusal.documentNotOfThisDecision': 'The reply is "{decision}"; this paper ({document}) does not belong to it.',

  'refusal.postNeeded': 'This step is for: {posts}.',
  'refusal.postNotHeld': 'You do not hold the post "{post}".',
  'refusal.fourEyes': 'Nobody may review or issue their own draft; another reviewer or the head must do it.',

  'refusal.requestNoInvalid': 'The request number {requestNo} is not in the right form.',
  'refusal.requestNoOutOfTurn': '{requestNo} is not the next number; number {expected} is due. Draw again.',
  'refusal.letterNoOutOfTurn': '{letterNo} is not the next number; number {expected} is due. Draw again.',
  'refusal.agencyUnknown': 'That agency is not on the list of this reading centre.',
  'refusal.idNumberInvalid': 'The identity number fails its check; compare it with the original.',
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
  'refusal.onlyThePersonThemselves': 'Only the person themselves may do this.',

  'refusal.officeNotEstablished': 'The reading centre is not set up yet.',
  'refusal.officeAlreadyEstablished': 'The reading centre is set up already.',
  'refusal.agencyAlreadyAdded': 'The agency "{name}" was added already.',
  'refusal.agencyCodeTaken': 'The agency code "{code}" is in use.',
  'refusal.workstationCodeTaken': 'The workstation code "{code}" is in use.',
  'refusal.codeUnusable': 'The code "{code}" cannot stand in a request or letter number.',

  'refusal.status.registered': 'to examine',
  'refusal.status.examined': 'in progress',
  'refusal.status.submitted': 'to review',
  'refusal.status.returned': 'returned',
  'refusal.status.issued': 'to serve',
  'refusal.status.served': 'served',
  'refusal.decision.GRANT_PROVIDE': 'Granted',
  'refusal.decision.NOT_EXIST': 'Does not exist',
}
