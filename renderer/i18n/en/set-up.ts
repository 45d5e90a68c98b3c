import type { setUpMessages as source } from '../zh-cn/set-up'

export const setUpMessages: Readonly<Record<keyof typeof source, string>> = {
  'setUp.field.officeName': 'Name of the reading centre',
  'setUp.field.placeCode': 'Place code',
  'setUp.field.windowName': 'Name of the window',
  'setUp.field.workstation': 'Workstation code',
  'setUp.field.agencyName': 'Full name of the agency',
  'setUp.field.agencyCode': 'Letter code of the agency',
  'setUp.field.agencyAddress': 'Address of the agency',
  'setUp.field.contactName': 'Disclosure office',
  'setUp.field.contactPhone': 'Telephone',
  'setUp.field.reconsiderationName': 'Reconsideration body',
  'setUp.field.reconsiderationAddress': 'Address of the reconsideration body',
  'setUp.field.courtName': 'Court',
  'setUp.field.courtAddress': 'Address of the court',
  'setUp.field.administratorName': 'Name of the administrator',
  'setUp.field.password': 'Password',
  'setUp.field.passwordAgain': 'Password again',

  'setUp.step.office': 'Reading centre',
  'setUp.step.agency': 'Agency',
  'setUp.step.administrator': 'First administrator',
  'setUp.step.check': 'Check',
  'setUp.step.sheet': 'Recovery sheet',

  'setUp.problem.missing': '{field}: please fill in.',
  'setUp.problem.tooLong': '{field}: at most {atMost} characters; please shorten it.',
  'setUp.problem.placeCodeShape': 'The place code takes 2 to 6 letters, such as YX.',
  'setUp.problem.workstationShape': 'The workstation code takes one letter, such as A.',
  'setUp.problem.agencyCodeShape':
    'The letter code takes 1 to 12 Chinese characters or letters, without brackets, digits and spaces.',
  'setUp.problem.characterNotAllowed':
    '{field}: character {at}, "{character}" ({codePoint}), cannot be printed on papers. Please change it.',
  'setUp.problem.passwordTooShort': 'The password is too short: at least {atLeast} characters.',
  'setUp.problem.passwordsDiffer': 'The two passwords differ; type them again.',

  'setUp.title': 'Set up Records Desk',
  'setUp.about':
    'Done once, in about ten minutes. Have the full name, code and address of the agency at hand, and the names and addresses of the reconsideration body and the court.',
  'setUp.steps': 'Steps',
  'setUp.stepDone': 'filled in',
  'setUp.offline': 'No network is used; the data stay on this computer, encrypted.',

  'setUp.office.about':
    'The place with the counter and the computers. Its name stands on the sign-in page and at the top of every page.',
  'setUp.office.nameHint': 'For example 云溪县政府信息公开查阅中心',
  'setUp.office.placeHint': '2 to 6 letters at the start of every request number. Cannot be changed later.',
  'setUp.office.windowHint': 'For example 甲号窗口',
  'setUp.office.workstationHint':
    'One letter. Each computer has its own, so that no number is given twice. Cannot be changed later.',
  'setUp.office.example': 'Request numbers will be {place}-{workstation}-year-0001',

  'setUp.agency.about':
    'The agency that replies to requests. All of this is printed on replies: fill it in as on the official seal and in the disclosure guide.',
  'setUp.agency.letter': 'Agency and contact',
  'setUp.agency.codeHint': 'Starts every letter number, for example 云公开',
  'setUp.agency.example': 'Letter numbers will be {code}〔year〕1号',
  'setUp.agency.contactHint': 'The contact named on replies',
  'setUp.agency.remedy': 'Remedies: printed at the end of every reply',
  'remedyFit.countyGovernment':
    'Please check: for county departments and townships it is the county government, not a superior department or the city (Administrative Reconsideration Law art. 24).',
  'remedyFit.governmentAbove':
    'Please check: where the county government itself replies, it is the government above it (Administrative Reconsideration Law art. 24).',
  'remedyFit.departmentAbove':
    'Please check: for customs, tax, finance, foreign exchange and state security it is the superior department (Administrative Reconsideration Law art. 27).',
  'remedyFit.intermediateCourt':
    'Please check: a government at county level or above, or customs, is sued before the intermediate court (Administrative Litigation Law art. 15).',
  'remedyFit.basicCourt':
    'Please check: usually the basic court at the seat of the agency; where another court is designated, name that one.',

  'setUp.agency.remedyWhy':
    'Applicants rely on this clause. If it is wrong they turn to the wrong body, the time limits for remedies may become longer, and the reply may be quashed.',
  'setUp.agency.reconsiderationWhy':
    'County departments, township governments and county outposts: the county government, no longer the superior department (Administrative Reconsideration Law art. 24). The county government itself: the municipal government. Customs, finance, foreign exchange, tax and state security: the superior department (art. 27).',
  'setUp.agency.courtWhy':
    'Usually the basic court at the seat of the agency; where a government at county level or above, or customs, is the defendant, the intermediate court (Administrative Litigation Law art. 15). Where administrative cases are concentrated, the designated court.',

  'setUp.administrator.about':
    'The administrator adds people, resets passwords and keeps the recovery sheet. Reviewing and issuing replies needs a reviewer or head as well.',
  'setUp.administrator.passwordHint':
    'At least {atLeast} characters; several words together will do. Nobody can look it up for you.',
  'setUp.administrator.clerkToo': 'Also works as clerk',
  'setUp.administrator.clerkTooNote':
    'May register requests, record searches and draft replies. Clerks can be added later.',
  'setUp.administrator.posts': 'Posts',

  'setUp.check.about':
    'Check every line. Codes cannot be changed later; the agency, the reconsideration body and the court are printed on replies.',
  'setUp.check.change': 'Change: {step}',
  'setUp.check.password': 'Set',

  'setUp.next': 'Next',
  'setUp.back': 'Back',
  'setUp.establish': 'Set up',
  'setUp.establishing': 'Making the keys and writing the first entries; this takes a few seconds',
  'setUp.toCheck': '{n} {n|field needs|fields need} a correction, marked in red.',

  'setUp.sheet.title': 'Keep the recovery sheet',
  'setUp.sheet.about':
    '{office} is set up and its first entries are on the disk. Take the recovery sheet before you leave this page.',
  'setUp.sheet.done': 'Finish and open the desk',
}
