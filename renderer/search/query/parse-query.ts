import type { FacetName } from '../search-document'
import { fold } from '../text/fold'
import { readDayRange } from './days'
import { type Lexeme, lexemesOf } from './lexemes'
import { everything, type Query } from './query'
import { type SynonymRows, synonymsOf } from './synonyms'

export interface ParseOptions {
  /** The last word may still be growing: its last token is found by its beginning. */
  readonly isTyping?: boolean
  readonly synonyms?: SynonymRows
}

/**
 * Reads a query line. Everything is a query: an operator without its words, a field without a value and a date that is
 * none are left out or taken as text, because a clerk types while the visitor talks.
 */
export function parseQuery(line: string, { isTyping = false, synonyms = [] }: ParseOptions = {}): Query {
  const lexemes = lexemesOf(line, fieldNames)
  if (lexemes.length > 0 && lexemes.every(isOperator)) return plainWords(line) // somebody looks for 或
  return alternatives(lexemes, { growing: isTyping ? growingOne(line, lexemes) : null, synonyms })
}

const isOperator = ({ kind }: Lexeme): boolean => kind !== 'text' && kind !== 'group'

const plainWords = (line: string): Query => ({ kind: 'words', text: fold(line), isPrefix: false, field: 'any' })

function growingOne(line: string, lexemes: readonly Lexeme[]): Lexeme | null {
  const last = lexemes.at(-1)
  return last?.kind === 'text' && !last.isQuoted && !/\s$/.test(line) ? last : null
}

interface Reading {
  readonly growing: Lexeme | null
  readonly synonyms: SynonymRows
}

type Field = 'title' | 'docNo' | 'day' | FacetName

const fields: Readonly<Record<string, Field>> = {
  ...{ 标题: 'title', 题名: 'title', title: 'title', 文号: 'docNo', 发文字号: 'docNo', no: 'docNo' },
  ...{ 日期: 'day', 成文日期: 'day', date: 'day', 发布机构: 'issuer', 机构: 'issuer', issuer: 'issuer' },
  ...{ 主题: 'topic', 主题分类: 'topic', topic: 'topic', 体裁: 'genre', genre: 'genre' },
  ...{ 有效性: 'validity', 时效: 'validity', validity: 'validity' },
}
const fieldNames: ReadonlySet<string> = new Set(Object.keys(fields))

/** OR binds weakest. */
function alternatives(lexemes: readonly Lexeme[], reading: Reading): Query {
  const runs: Lexeme[][] = [[]]
  for (const lexeme of lexemes) {
    if (lexeme.kind === 'or') runs.push([])
    else runs.at(-1)?.push(lexeme)
  }
  const read = runs.map(run => conjunction(run, reading)).flatMap(query => query ?? [])
  return read.length === 1 ? (read[0] as Query) : read.length === 0 ? everything : { kind: 'any', of: read }
}

function conjunction(lexemes: readonly Lexeme[], reading: Reading): Query | null {
  const read: Query[] = []
  let isNegated = false
  for (const lexeme of lexemes) {
    if (lexeme.kind === 'not') isNegated = !isNegated
    if (lexeme.kind !== 'group' && lexeme.kind !== 'text') continue
    const query = lexeme.kind === 'group' ? alternatives(lexeme.inner, reading) : textQuery(lexeme, reading)
    if (query) read.push(isNegated ? { kind: 'not', of: query } : query)
    isNegated = false
  }
  return read.length > 1 ? { kind: 'all', of: read } : (read[0] ?? null)
}

type TextLexeme = Extract<Lexeme, { kind: 'text' }>

function textQuery(lexeme: TextLexeme, reading: Reading): Query | null {
  const field = lexeme.field === null ? 'any' : (fields[lexeme.field] ?? 'any')
  const text = fold(lexeme.text)
  switch (field) {
    case 'day': {
      const range = readDayRange(lexeme.text)
      return range && { kind: 'days', ...range }
    }
    case 'any':
    case 'title':
    case 'docNo':
      return text === '' ? null : wordsQuery({ text, isPrefix: lexeme === reading.growing, field }, lexeme, reading)
    case 'issuer':
    case 'topic':
    case 'genre':
    case 'validity':
      return text === '' ? null : { kind: 'facet', name: field, text, isWhole: false }
  }
}

/** Who puts words into quotes means these and no others. */
function wordsQuery(
  words: Omit<Extract<Query, { kind: 'words' }>, 'kind'>,
  lexeme: TextLexeme,
  { synonyms }: Reading,
): Query {
  const own: Query = { kind: 'words', ...words }
  if (isInitials(words.text) && !lexeme.isQuoted && words.field !== 'docNo')
    return { kind: 'any', of: [own, { kind: 'initials', letters: words.text }] }
  const others = lexeme.isQuoted || words.field === 'docNo' ? [] : synonymsOf(words.text, synonyms)
  return others.length === 0 ? own : { kind: 'any', of: [own, ...others.map(text => ({ ...own, text }))] }
}

/** Letters alone may be a word of the text, PM, or the initials of a title, zfxxgk: both are meant. */
const isInitials = (folded: string): boolean => /^[a-z]{2,}$/.test(folded)
