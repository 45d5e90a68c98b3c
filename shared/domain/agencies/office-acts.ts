import { err, ok, type Result } from '../../kernel/result'
import type { Post } from '../people/person-facts'
import type { PersonId } from '../requests/request-facts'
import { parseLetterNo, formatLetterNo } from '../requests/letter-number'
import { formatRequestNo, parseRequestNo } from '../requests/request-number'
import { applyOfficeFact, officeProblem, type Office, type OfficeProblem } from './office'
import type { OfficeFact } from './office-facts'

export type OfficeActProblem =
  | OfficeProblem
  | { readonly kind: 'actWithoutFacts' }
  | { readonly kind: 'postNotHeld'; readonly role: Post }
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }
  /** Four eyes: an old register is prepared by one person and signed by another. */
  | { readonly kind: 'preparedByThemselves'; readonly preparedBy: PersonId }
  /** The code could not stand in a request or letter number. */
  | { readonly kind: 'codeUnusable'; readonly code: string }

export interface ActingOnOffice {
  readonly actor: PersonId
  readonly role: Post
  /** Posts the actor holds today; empty while the office is being established. */
  readonly posts: readonly Post[]
  /** Nobody has been added to this office yet: whoever sets it up acts as its administrator. */
  readonly isFirstPerson: boolean
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
      officeProblem(current, fact) ?? postProblem(fact, by.role) ?? fourEyesProblem(fact, by) ?? codeProblem(fact)
    if (problem) return err(problem)
    current = applyOfficeFact(current, fact, 0)
  }
  return ok(undefined)
}

const signing: readonly Post[] = ['reviewer', 'head', 'administrator']

/** Everyone who can work may say what day it is; who decides may sign an import; the rest is the administrator's. */
function postProblem({ type }: OfficeFact, role: Post): OfficeActProblem | undefined {
  if (type === 'clock.confirmed@1' || role === 'administrator') return undefined
  const posts: readonly Post[] =
    type === 'register.imported@1' || type === 'register.carriedOver@1' ? signing : ['administrator']
  return posts.includes(role) ? undefined : { kind: 'postNeeded', posts }
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
      return fitsLetterNo(fact.open.code) ? undefined : unusable(fact.open.code)
    case 'recovery.renewed@1':
    case 'register.imported@1':
    case 'register.carriedOver@1':
    case 'clock.confirmed@1':
      return undefined
  }
}

const unusable = (code: string): OfficeActProblem => ({ kind: 'codeUnusable', code })

function fitsRequestNo(placeCode: string, workstationCode: string): boolean {
  const parsed = parseRequestNo(formatRequestNo({ placeCode, workstationCode, year: 2026, serial: 1 }))
  return parsed.ok && parsed.value.placeCode === placeCode && parsed.value.workstationCode === workstationCode
}

const fitsLetterNo = (code: string): boolean => parseLetterNo(formatLetterNo({ code, year: 2026, serial: 1 })).ok
