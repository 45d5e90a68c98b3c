import { err, ok, type Result } from '../../kernel/result'
import type { Post } from '../people/person-facts'
import { parseLetterNo, formatLetterNo } from '../requests/letter-number'
import { formatRequestNo, parseRequestNo } from '../requests/request-number'
import { applyOfficeFact, officeProblem, type Office, type OfficeProblem } from './office'
import type { OfficeFact } from './office-facts'

export type OfficeActProblem =
  | OfficeProblem
  | { readonly kind: 'actWithoutFacts' }
  | { readonly kind: 'postNotHeld'; readonly role: Post }
  | { readonly kind: 'postNeeded'; readonly posts: readonly Post[] }
  /** The code could not stand in a request or letter number. */
  | { readonly kind: 'codeUnusable'; readonly code: string }

export interface ActingOnOffice {
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
    const problem = officeProblem(current, fact) ?? postProblem(fact, by.role) ?? codeProblem(fact)
    if (problem) return err(problem)
    current = applyOfficeFact(current, fact, 0)
  }
  return ok(undefined)
}

/** Everyone who can work may say what day it is; the rest is the administrator's. */
function postProblem(fact: OfficeFact, role: Post): OfficeActProblem | undefined {
  if (fact.type === 'clock.confirmed@1') return undefined
  const posts = fact.type === 'register.exported@1' ? postsToExport(fact.open.isMasked) : administrators
  return posts.includes(role) ? undefined : { kind: 'postNeeded', posts }
}

const administrators: readonly Post[] = ['administrator']

/** Names and numbers in full leave the program only with the head of the disclosure office (reference 10; PIPL 51). */
const postsToExport = (isMasked: boolean): readonly Post[] => (isMasked ? ['clerk', 'reviewer', 'head'] : ['head'])

function codeProblem(fact: OfficeFact): OfficeActProblem | undefined {
  switch (fact.type) {
    case 'office.established@1':
      return fitsRequestNo(fact.open.placeCode, 'A') ? undefined : unusable(fact.open.placeCode)
    case 'workstation.enrolled@1':
      return fitsRequestNo('YX', fact.open.code) ? undefined : unusable(fact.open.code)
    case 'agency.added@1':
      return fitsLetterNo(fact.open.code) ? undefined : unusable(fact.open.code)
    case 'recovery.renewed@1':
    case 'register.exported@1':
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
