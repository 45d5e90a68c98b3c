import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkPlainText, type TextProblem } from '../../domain/identity/applicant-rules'
import { ok, type Result } from '../../kernel/result'
import type { SearchForm } from './case-acts'
import { checkLines, type LinesProblem } from './line-list'

/** 检索记录 as typed; lists hold one item a line. */
export interface SearchDraft {
  readonly searchedOn: CivilDate | null
  readonly places: string
  readonly words: string
  readonly unitsAsked: string
  readonly periodFrom: string
  readonly periodTo: string
  readonly found: string
  readonly result: string
}

export type SearchField = keyof SearchDraft

export type SearchFieldProblem =
  | LinesProblem
  | TextProblem
  | { readonly kind: 'periodMissing' | 'periodBackwards' | 'notACount' }

export type SearchProblems = Partial<Record<SearchField, SearchFieldProblem>>

export const emptySearch = (today: CivilDate): SearchDraft => ({
  searchedOn: today,
  places: '',
  words: '',
  unitsAsked: '',
  periodFrom: '',
  periodTo: '',
  found: '',
  result: '',
})

const longestPeriod = 20
const longestResult = 2_000
const mostFound = 100_000

/**
 * Everything that the reply "does not exist" must say of the search is asked for at once (reference 5.1, 7.2 R12),
 * because nobody knows at the time of searching which reply it will be. The days are main's to judge.
 */
export function checkSearch(draft: SearchDraft): {
  readonly problems: SearchProblems
  readonly form: SearchForm | null
} {
  const problems: Partial<Record<SearchField, SearchFieldProblem>> = {}
  const take = <T>(field: SearchField, result: Result<T, SearchFieldProblem>): T | undefined => {
    if (result.ok) return result.value
    problems[field] = result.problem
    return undefined
  }
  const places = take('places', checkLines(draft.places))
  const words = take('words', checkLines(draft.words))
  const unitsAsked = take('unitsAsked', checkLines(draft.unitsAsked))
  const period = checkPeriod(draft, take)
  const found = take('found', readCount(draft.found))
  const result = take('result', checkPlainText(draft.result, longestResult, true))
  const { searchedOn } = draft
  if (!searchedOn) problems.searchedOn = { kind: 'empty' }
  if (Object.keys(problems).length > 0 || !searchedOn || !places || !words || !unitsAsked) {
    return { problems, form: null }
  }
  return {
    problems,
    form: { searchedOn, places, words, unitsAsked, ...period, found: found ?? 0, result: result ?? '' },
  }
}

type Take = <T>(field: SearchField, result: Result<T, SearchFieldProblem>) => T | undefined

function checkPeriod({ periodFrom, periodTo }: SearchDraft, take: Take): { periodFrom: string; periodTo: string } {
  const [from, to] = [periodFrom.trim(), periodTo.trim()]
  if (from === '' && to === '') take('periodFrom', { ok: false, problem: { kind: 'periodMissing' } })
  else if (isBackwards(from, to)) take('periodTo', { ok: false, problem: { kind: 'periodBackwards' } })
  return {
    periodFrom: take('periodFrom', optionalText(from)) ?? '',
    periodTo: take('periodTo', optionalText(to)) ?? '',
  }
}

const optionalText = (text: string): Result<string, TextProblem> =>
  text === '' ? ok('') : checkPlainText(text, longestPeriod, false)

/** Only where both ends are written as 2018, 2018-03 or 2018-03-05; other words are printed as typed. */
function isBackwards(from: string, to: string): boolean {
  const shape = /^\d{4}(-\d{2}){0,2}$/
  const shared = Math.min(from.length, to.length)
  return shape.test(from) && shape.test(to) && from.slice(0, shared) > to.slice(0, shared)
}

/** Full-width digits are read too. */
export function readCount(typed: string): Result<number, SearchFieldProblem> {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return { ok: false, problem: { kind: 'empty' } }
  const count = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return count <= mostFound ? ok(count) : { ok: false, problem: { kind: 'notACount' } }
}
