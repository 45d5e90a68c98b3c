import type { fieldProblemMessages as zhProblems, paperElementMessages as zhElements } from '../zh-cn/field-problems'

export const fieldProblemMessages: Readonly<Record<keyof typeof zhProblems, string>> = {
  'fieldProblem.empty': '{what}: please fill in.',
  'fieldProblem.tooLong': '{what}: at most {allowed} characters; there are {characters} now. Please shorten it.',
  'fieldProblem.characterNotAllowed':
    'Character {at}, "{character}" ({codePoint}), cannot be used in "{what}": a letter cannot print it. Please change it.',
  'fieldProblem.phoneNotRecognised':
    'This is not a telephone number we know. Mobile: 11 digits; landline with area code, as 010-62345678; abroad: starts with +.',
  'fieldProblem.emailNotRecognised': 'This is not an e-mail address such as name@example.cn. Check with the applicant.',
  'fieldProblem.length':
    'A resident identity number has {expected} characters; this one has {found}. Check the original.',
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
  'fieldProblem.receivedInFuture': 'The date of receipt cannot be later than today ({today}).',
  'fieldProblem.dateMissing': 'Fill in the date of receipt.',

  'paperProblem.elementMissing':
    'The paper must state "{element}", which is missing; it was not made. Complete it and try again.',
  'paperProblem.characterMissing':
    'No font has the character "{character}" ({codePoint}); the paper was not made. Check for a typing error; if the name is right, have the administrator add a font.',
  'paperProblem.lawPackMissing':
    'The program has no rules on remedies for {on}; the reply was not made. Everything recorded is safe in the ledger. Check the date of the letter; if it is right, have the administrator update the program.',
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
  'paperElement.publishedTitle': 'title of what is published',
  'paperElement.publishedWhere': 'way and route to obtain it',
  'paperElement.withheldWhat': 'part withheld',
  'paperElement.withheldGround': 'ground of the part withheld',
  'paperElement.withheldReason': 'reason for the part withheld',
  'paperElement.withheldLaw': 'law that forbids disclosure',
  'paperElement.lawTitle': 'title of the law',
  'paperElement.lawArticle': 'article of the law',
  'paperElement.secrecyReference': 'number of the classification document',
  'paperElement.elsewhereName': 'agency or channel to turn to',
  'paperElement.elsewhereContact': 'its contact',
  'paperElement.earlierLetterNo': 'number of the earlier reply',
  'paperElement.earlierOn': 'date of the earlier reply',
  'paperElement.obtainable': 'how the publication can be had',
}
