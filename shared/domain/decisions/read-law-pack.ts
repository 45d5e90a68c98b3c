import { err, ok, type Result } from '../../kernel/result'
import { parseCivilDate, type CivilDate } from '../calendar/civil-date'
import type { ClauseId, LawPack, RemedyRule, RemedyTerms } from './law-pack'
import { replyTypes, type Article, type ReplyTypeId } from './reply-types'

export type LawPackProblem =
  /** `field` is the path in the file, as `terms.litigationMonths`. */
  | { readonly kind: 'lawPackUnreadable'; readonly field: string }
  | { readonly kind: 'lawPackEndsBeforeItBegins'; readonly effectiveFrom: CivilDate; readonly effectiveTo: CivilDate }
  /** Every type has its rule in every pack: one that is left out would be given the wrong remedy in silence. */
  | {
      readonly kind: 'lawPackRuleWrong'
      readonly replyType: string
      readonly why: 'missing' | 'unknownType' | 'unknownRule'
    }
  /** The clause does not say what the law wants said, or says something it must not. */
  | { readonly kind: 'lawPackClauseWrong'; readonly clause: ClauseId | 'noReply'; readonly why: string }
  | { readonly kind: 'lawPacksOverlap'; readonly ids: readonly [string, string] }

type Raw = Readonly<Record<string, unknown>>
type Read<T> = Result<T, LawPackProblem>

/** Reads the parsed JSON of one file of resources/law-packs. Fields that are not named in `LawPack` are ignored. */
export function readLawPack(json: unknown): Read<LawPack> {
  if (!isRecord(json)) return unreadable('file')
  const heading = readHeading(json)
  if (!heading.ok) return heading
  const terms = readTerms(json['terms'])
  if (!terms.ok) return terms
  const articles = json['reconsiderationFirstArticles']
  if (!isArticles(articles)) return unreadable('reconsiderationFirstArticles')
  const remedies = readRemedies(json['remedies'])
  if (!remedies.ok) return remedies
  const leftOut = json['remedyMayBeLeftOut'] ?? []
  if (!mayBeLeftOut(leftOut, remedies.value)) return unreadable('remedyMayBeLeftOut')
  const words = readWords(json)
  if (!words.ok) return words
  return ok({
    ...heading.value,
    terms: terms.value,
    reconsiderationFirstArticles: articles,
    remedies: remedies.value,
    remedyMayBeLeftOut: leftOut,
    ...words.value,
  })
}

/** All packs of the program, in order of time. Two packs for one day are refused: nobody could say which one holds. */
export function readLawPacks(files: readonly unknown[]): Read<readonly LawPack[]> {
  const packs: LawPack[] = []
  for (const file of files) {
    const pack = readLawPack(file)
    if (!pack.ok) return pack
    packs.push(pack.value)
  }
  packs.sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
  for (const [index, pack] of packs.entries()) {
    const next = packs[index + 1]
    if (next && (pack.effectiveTo === null || pack.effectiveTo >= next.effectiveFrom))
      return err({ kind: 'lawPacksOverlap', ids: [pack.id, next.id] })
  }
  return ok(packs)
}

type Heading = Pick<LawPack, 'id' | 'effectiveFrom' | 'effectiveTo' | 'note' | 'sources'>

function readHeading({ id, note = '', sources, effectiveFrom, effectiveTo }: Raw): Read<Heading> {
  if (!isText(id)) return unreadable('id')
  if (typeof note !== 'string') return unreadable('note')
  if (!isSources(sources)) return unreadable('sources')
  const from = readDay(effectiveFrom)
  if (!from) return unreadable('effectiveFrom')
  const to = effectiveTo === null ? null : readDay(effectiveTo)
  if (to === undefined) return unreadable('effectiveTo')
  if (to !== null && to < from) return err({ kind: 'lawPackEndsBeforeItBegins', effectiveFrom: from, effectiveTo: to })
  const named = sources.map(({ title, articles }) => ({ title, articles }))
  return ok({ id, note, sources: named, effectiveFrom: from, effectiveTo: to })
}

const termNames = ['reconsiderationDays', 'litigationMonths', 'litigationAfterReconsiderationDays'] as const

function readTerms(terms: unknown): Read<RemedyTerms> {
  if (!isRecord(terms)) return unreadable('terms')
  const wrong = termNames.find(name => !isTerm(terms[name]))
  if (wrong) return unreadable(`terms.${wrong}`)
  return ok(Object.fromEntries(termNames.map(name => [name, terms[name]])) as unknown as RemedyTerms) // checked one by one
}

/** Printed in Chinese numerals up to 九十九. */
const isTerm = (value: unknown) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 99

const rules: readonly unknown[] = ['freeChoice', 'reconsiderationFirst', 'byRefusedPart'] satisfies RemedyRule[]

function readRemedies(remedies: unknown): Read<LawPack['remedies']> {
  if (!isRecord(remedies)) return unreadable('remedies')
  const unknownType = Object.keys(remedies).find(type => !Object.hasOwn(replyTypes, type))
  if (unknownType !== undefined) return err({ kind: 'lawPackRuleWrong', replyType: unknownType, why: 'unknownType' })
  for (const type of Object.keys(replyTypes)) {
    const rule = remedies[type]
    if (!rules.includes(rule))
      return err({ kind: 'lawPackRuleWrong', replyType: type, why: rule === undefined ? 'missing' : 'unknownRule' })
  }
  return ok(remedies as Readonly<Record<ReplyTypeId, RemedyRule>>)
}

/** Only replies that grant: whoever is refused anything is told what can be done about it (行政复议法 art. 23(2)). */
const mayBeLeftOut = (types: unknown, remedies: LawPack['remedies']): types is readonly ReplyTypeId[] =>
  Array.isArray(types) &&
  types.every(
    (type: ReplyTypeId) =>
      Object.hasOwn(replyTypes, type) && replyTypes[type].outcome === 'granted' && remedies[type] === 'freeChoice',
  )

const reconsideration = ['letter', 'reconsiderationTerm', 'reconsiderationBody', 'reconsiderationAddress']

/** What each clause must have room for. Body, court and their addresses are data of the agency. */
const placeholders: Readonly<Record<ClauseId, readonly string[]>> = {
  freeChoice: [...reconsideration, 'litigationTerm', 'court', 'courtAddress'],
  reconsiderationFirst: [...reconsideration, 'afterReconsiderationTerm', 'court', 'courtAddress'],
  refusedPartFirst: [...reconsideration, 'afterReconsiderationTerm', 'litigationTerm', 'court', 'courtAddress'],
}

/** 行政复议法 art. 23(2): the letter has to tell the applicant to ask for reconsideration first. */
const EXPRESSLY_FIRST = '应当先申请行政复议'

function readClauses(clauses: unknown): Read<LawPack['clauses']> {
  if (!isRecord(clauses)) return unreadable('clauses')
  for (const clause of Object.keys(placeholders) as ClauseId[]) {
    const paragraphs = clauses[clause]
    if (!isTexts(paragraphs)) return unreadable(`clauses.${clause}`)
    const why = clauseFault(clause, paragraphs.join(''))
    if (why) return err({ kind: 'lawPackClauseWrong', clause, why })
  }
  return ok(clauses as unknown as LawPack['clauses']) // each clause was checked above
}

function clauseFault(clause: ClauseId, text: string): string | undefined {
  const misplaced = misplacedIn(text, placeholders[clause])
  if (misplaced !== undefined) return misplaced
  return text.includes(EXPRESSLY_FIRST) === (clause !== 'freeChoice') ? undefined : EXPRESSLY_FIRST
}

/** A placeholder that is missing, or that nobody fills. */
function misplacedIn(text: string, wanted: readonly string[]): string | undefined {
  const found = new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name as string))
  const wrong = wanted.find(name => !found.has(name)) ?? [...found].find(name => !wanted.includes(name))
  return wrong === undefined ? undefined : `{${wrong}}`
}

function readWords(json: Raw): Read<Pick<LawPack, 'clauses' | 'noReply'>> {
  const clauses = readClauses(json['clauses'])
  if (!clauses.ok) return clauses
  const noReply = readNoReply(json['noReply'])
  if (!noReply.ok) return noReply
  return ok({ clauses: clauses.value, ...(noReply.value ? { noReply: noReply.value } : {}) })
}

const ofNoReply = [...reconsideration.slice(1), 'afterReconsiderationTerm', 'court', 'courtAddress']

function readNoReply(paragraphs: unknown): Read<readonly string[] | undefined> {
  if (paragraphs === undefined) return ok(undefined)
  if (!isTexts(paragraphs)) return unreadable('noReply')
  const why = misplacedIn(paragraphs.join(''), ofNoReply)
  return why === undefined ? ok(paragraphs) : err({ kind: 'lawPackClauseWrong', clause: 'noReply', why })
}

const unreadable = (field: string) => err({ kind: 'lawPackUnreadable', field } as const)

function readDay(value: unknown): CivilDate | undefined {
  const day = typeof value === 'string' ? parseCivilDate(value) : undefined
  return day?.ok ? day.value : undefined
}

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isText)
const isSources = (value: unknown): value is LawPack['sources'] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(source => isRecord(source) && isText(source['title']) && isText(source['articles']))
const isArticles = (value: unknown): value is readonly Article[] =>
  isTexts(value) && value.every(article => /^\d{1,2}(?:\(\d\))?$/.test(article))
