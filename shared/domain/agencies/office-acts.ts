import { err, ok, type Result } from '../../kernel/result'
import type { Post } from '../people/person-facts'
import type { PersonId } from '../requests/request-facts'
import { parseLetterNo, formatLetterNo } from '../requests/letter-number'
import { parseCertificateNo } from '../visits/certificate-number'
import { formatRequestNo, parseRequestNo } from '../requests/request-number'
import { sharesNumbers } from './agency-versions'
import { wordingProblem, type WordingProblem } from '../wording/wording-rules'
import { applyOfficeFact, type Office } from './office'
import { officeProblem, type OfficeProblem } from './office-problem'
import type { Agency, OfficeFact, VoidNumber } from './office-facts'

export type OfficeActProblem =
  | OfficeProblem
  | { readonly kind: 'actWithoutFacts' }
  | { readonly kind: 'postNotHeld'; readonly role: Post }
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }
  /** Four eyes: an old register is prepared by one person and signed by another. */
  | { readonly kind: 'preparedByThemselves'; readonly preparedBy: PersonId }
  /** The code could not stand in a request or letter number. */
  | { readonly kind: 'codeUnusable'; readonly code: string }
  /** Letters carry the code; under another one their series would break off and their agency be in doubt. */
  | { readonly kind: 'agencyCodeHasLetters'; readonly code: string }
  | WordingProblem
  /** The program opens a chain itself, where an office is founded or a chain was found forked; no person does. */
  | { readonly kind: 'chainIsOpenedByProgram' }
  /** Not a number of this office: its shape, its place, its workstation or its agency is another. */
  | { readonly kind: 'numberNotOfOffice'; readonly number: string }

export interface ActingOnOffice {
  readonly actor: PersonId
  readonly role: Post
  /** Posts the actor holds today; empty while the office is being established. */
  readonly posts: readonly Post[]
  /** Nobody has been added to this office yet: whoever sets it up acts as its administrator. */
  readonly isFirstPerson: boolean
  /** Whether letters were numbered (or voided) under this agency code. */
  readonly hasLetters?: (code: string) => boolean
}

/** Whether the facts may be appended as one act to the office (undefined: not established yet). */
export function mayDoToOffice(
  office: Office | undefined,
  facts: readonly OfficeFact[],
  by: ActingOnOffice,
): Result<void, OfficeActProblem> {
  if (facts.length === 0) return err({ kind: 'actWithoutFacts' })
  const held: readonly Post[] = by.isFirstPerson ? ['administrator'] : by.posts
  if (!held.includes(by.role)) return err({ kind: 'postNotHeld', role: by.role })
  let current = office
  for (const fact of facts) {
    const problem =
      officeProblem(current, fact) ??
      postProblem(fact, by.role) ??
      fourEyesProblem(fact, by) ??
      detailProblem(current, fact, by)
    if (problem) return err(problem)
    current = applyOfficeFact(current, fact, unstamped)
  }
  return ok(undefined)
}

/** The state after an act that is only being judged; who and when do not matter to the next fact of it. */
const unstamped = { actor: '' as PersonId, at: 0, hlc: '' }

/** Everyone who can work may say what day it is; who decides may void a number, say where a series begins or sign an import; the rest is the administrator's. */
const postsFor: Readonly<Partial<Record<OfficeFact['type'], readonly Post[]>>> = {
  'clock.confirmed@1': ['clerk', 'reviewer', 'head', 'administrator'],
  'kiosk.answered@1': ['clerk', 'reviewer', 'head', 'administrator'],
  'number.voided@1': ['reviewer', 'head', 'administrator'],
  'series.started@1': ['reviewer', 'head', 'administrator'],
  'register.imported@1': ['reviewer', 'head', 'administrator'],
  'register.carriedOver@1': ['reviewer', 'head', 'administrator'],
  'wording.changed@1': ['head', 'administrator'],
  'documents.imported@1': ['clerk', 'reviewer', 'head'],
  'documents.importUndone@1': ['clerk', 'reviewer', 'head'],
  'indexNumbering.set@1': ['reviewer', 'head', 'administrator'],
  'topicClass.renamed@1': ['reviewer', 'head', 'administrator'],
  'guide.detailsSet@1': ['head', 'administrator'],
  'media.unmaskedApproved@1': ['head'],
  'media.exported@1': ['clerk', 'reviewer', 'head'],
  'media.exportUndone@1': ['clerk', 'reviewer', 'head'],
  'media.acknowledged@1': ['clerk', 'reviewer', 'head'],
  'media.missing@1': ['clerk', 'reviewer', 'head'],
  'media.received@1': ['clerk', 'reviewer', 'head', 'administrator'],
  'booklet.produced@1': ['clerk', 'reviewer', 'head', 'administrator'],
}
const administratorOnly: readonly Post[] = ['administrator']

function postProblem(fact: OfficeFact, role: Post): OfficeActProblem | undefined {
  const posts = postsOf(fact)
  return posts.includes(role) ? undefined : { kind: 'postNeeded', posts }
}

function postsOf(fact: OfficeFact): readonly Post[] {
  if (fact.type === 'register.exported@1') return postsToExport(fact.open.isMasked)
  if (fact.type === 'documents.exported@1') return postsToExport(fact.open.isPublicOnly === true)
  return postsFor[fact.type] ?? administratorOnly
}

/** Names and numbers in full, and documents that are not public, leave the program only with the head of the disclosure office (reference 10; PIPL 51). */
const postsToExport = (isHarmless: boolean): readonly Post[] => (isHarmless ? ['clerk', 'reviewer', 'head'] : ['head'])

function detailProblem(office: Office | undefined, fact: OfficeFact, by: ActingOnOffice): OfficeActProblem | undefined {
  switch (fact.type) {
    case 'chain.opened@1':
      return by.isFirstPerson ? undefined : { kind: 'chainIsOpenedByProgram' }
    case 'number.voided@1':
      return numberProblem(office, fact.open)
    case 'series.started@1':
      return numberProblem(office, { series: fact.open.series, number: fact.open.lastUsed })
    // Judged before it is written and not when it is read again: a rule that came later leaves old letters as they were.
    case 'wording.changed@1':
      return wordingProblem(office?.wordings ?? [], fact.open)
    case 'agency.changed@1': {
      const code = codeBefore(office, fact.open)
      return code !== undefined && by.hasLetters?.(code) ? { kind: 'agencyCodeHasLetters', code } : codeProblem(fact)
    }
    default:
      return codeProblem(fact)
  }
}

/** The code that a correction would replace; undefined where it stays. */
function codeBefore(office: Office | undefined, { agencyId, code }: Agency): string | undefined {
  const before = office?.agencies.find(agency => agency.agencyId === agencyId)?.code
  return before === code ? undefined : before
}

type NumberOfSeries = Pick<VoidNumber, 'series' | 'number'>

const numberProblem = (office: Office | undefined, of: NumberOfSeries): OfficeActProblem | undefined =>
  office && isOfOffice(office, of) ? undefined : { kind: 'numberNotOfOffice', number: of.number }

function isOfOffice({ placeCode, workstations, agencies }: Office, { series, number }: NumberOfSeries): boolean {
  if (series !== 'request') {
    const letter = series === 'letter' ? parseLetterNo(number) : parseCertificateNo(number)
    return letter.ok && agencies.some(({ code }) => sharesNumbers(code, letter.value.code))
  }
  const request = parseRequestNo(number)
  return (
    request.ok &&
    request.value.placeCode === placeCode &&
    workstations.some(({ code }) => code === request.value.workstationCode)
  )
}

const fourEyesProblem = (fact: OfficeFact, { actor }: ActingOnOffice): OfficeActProblem | undefined =>
  fact.type === 'register.imported@1' && fact.open.preparedBy === actor
    ? { kind: 'preparedByThemselves', preparedBy: fact.open.preparedBy }
    : undefined

function codeProblem(fact: OfficeFact): OfficeActProblem | undefined {
  switch (fact.type) {
    case 'office.established@1':
      return fitsRequestNo(fact.open.placeCode, 'A') ? undefined : unusable(fact.open.placeCode)
    case 'workstation.enrolled@1':
      return fitsRequestNo('YX', fact.open.code) ? undefined : unusable(fact.open.code)
    case 'agency.added@1':
    case 'agency.changed@1':
      return fitsLetterNo(fact.open.code) ? undefined : unusable(fact.open.code)
    default:
      return undefined
  }
}

const unusable = (code: string): OfficeActProblem => ({ kind: 'codeUnusable', code })

function fitsRequestNo(placeCode: string, workstationCode: string): boolean {
  const parsed = parseRequestNo(formatRequestNo({ placeCode, workstationCode, year: 2026, serial: 1 }))
  return parsed.ok && parsed.value.placeCode === placeCode && parsed.value.workstationCode === workstationCode
}

const fitsLetterNo = (code: string): boolean => parseLetterNo(formatLetterNo({ code, year: 2026, serial: 1 })).ok
