import type { fieldProblemMessages as zhProblems, paperElementMessages as zhElements } from '../zh-cn/field-problems'

export const fieldProblemMessages: Readonly<Record<keyof typeof zhProblems, string>> = {
  'fieldProblem.empty': '{what}: please fill in.',
  'fieldProblem.tooLong': '{what}: at most {allowed} characters; there are {characters} now. Please shorten it.',
  'fieldProblem.characterNotAllowed':
    'Character {at}, "{character}" ({codePoint}), cannot be used in "{what}": a letter cannot print it. Please change it.',
  'fieldProblem.phoneNotRecognised':
    'This is not a telephone number we know. Mobile: 11 digits; landline with area code, as 010-62345678; abroad: starts with +.',
  'fieldProblem.emailNotRecognised': 'This is not an e-mail address such as name@example.cn. Check with the applicant.',
  'fieldProblem.length': 'The number has {expected} characters; this one has {found}. Check the original.',
  'fieldProblem.characters':
    'Character {at}, "{character}", is not a digit (only the last may be X). Check the original.',
  'fieldProblem.region': 'The first two digits, {region}, are not a province code. Check the original.',
  'fieldProblem.birthDate': 'Digits 7 to 14, {digits}, are not a date. Check the original.',
  'fieldProblem.birthRange':
    'The number gives {bornOn} as date of birth; it must lie between {earliest} and {latest}. Check the original.',
  'fieldProblem.checkDigit':
    'The last character does not fit: the first 17 digits call for {expected}, not {found}. Check the original and type it again.',
  'fieldProblem.originalNotSeen': 'Look at the original of the identity card, compare it with the person, then tick.',
  'fieldProblem.agencyNotChosen': 'Choose the agency the request is addressed to.',
  'fieldProblem.receivedInFuture': '{what}: no day later than today ({today}).',
  'fieldProblem.dateMissing': 'Fill in: {what}.',
  'fieldProblem.creditCode': 'The unified social credit code is wrong. Check the certificate.',
  'fieldProblem.documentNumber':
    'A number of this document is {pattern}. Check the original, or choose another document.',
  'fieldProblem.permitRegion':
    'A residence permit (HK, Macao, Taiwan) begins with 810000, 820000 or 830000; this one with {region}. Check the original, or choose another document.',
  'fieldProblem.countryMissing': 'Fill in the country that issued the passport.',
  'fieldProblem.countryUnknown': '“{country}” is not recognised. Write the name (Japan) or the two letters (JP).',
  'fieldProblem.confirmedBeforeArrival': 'It cannot be confirmed before the day it came ({arrivedOn}).',
  'fieldProblem.notReadBack': 'Read it back to the applicant, have it signed or fingerprinted, then choose.',

  'paperProblem.elementMissing':
    'The paper must state "{element}", which is missing; it was not made. Complete it and try again.',
  'paperProblem.characterMissing':
    'No font has the character "{character}" ({codePoint}); the paper was not made. Check for a typing error; if the name is right, have the administrator add a font.',
  'paperProblem.paperFailed':
    'The paper was not made. Everything recorded is safe in the ledger. Try again. Reason: {why}',
}

export const paperElementMessages: Readonly<Record<keyof typeof zhElements, string>> = {
  'paperElement.other': '{id}',
  'paperElement.agencyName': 'agency name',
  'paperElement.letterNo': 'letter number',
  'paperElement.addressee': 'applicant',
  'paperElement.requestNo': 'request number',
  'paperElement.channel': 'channel',
  'paperElement.receivedOn': 'date of receipt',
  'paperElement.dueOn': 'due date',
  'paperElement.description': 'what is asked',
  'paperElement.form': 'form of supply',
  'paperElement.itemsHandedOver': 'items handed over',
  'paperElement.contactName': 'contact',
  'paperElement.contactPhone': 'contact telephone',
  'paperElement.agencyAddress': 'agency address',
  'paperElement.clerk': 'clerk',
  'paperElement.queryCode': 'query code',
  'paperElement.madeOn': 'made on',
  'paperElement.startedOn': 'start of the count',
  'paperElement.proof': 'day-by-day proof',
  'paperElement.tally': 'sum',
  'paperElement.notices': 'holiday notices',
  'paperElement.searchedOn': 'searched on',
  'paperElement.searcher': 'searcher',
  'paperElement.searchPlaces': 'places searched',
  'paperElement.searchWords': 'search words',
  'paperElement.searchPeriod': 'search period',
  'paperElement.unitsAsked': 'units asked',
  'paperElement.searchResult': 'search result',
  'paperElement.reasons': 'reasons',
  'paperElement.attachments': 'attachments',
  'paperElement.reconsiderationBody': 'reconsideration body',
  'paperElement.reconsiderationAddress': 'address of the reconsideration body',
  'paperElement.court': 'court',
  'paperElement.courtAddress': 'address of the court',
  'paperElement.issuedOn': 'date of issue',
  'paperElement.documentTitle': 'title of the document',
  'paperElement.documentNo': 'number of the document',
  'paperElement.place': 'place of service',
  'paperElement.way': 'way of service',
  'paperElement.deliveredBy': 'delivered by',
  'paperElement.receivedBy': 'received by',
  'paperElement.receivedAs': 'received as',
  'paperElement.servedOn': 'served on',
}
