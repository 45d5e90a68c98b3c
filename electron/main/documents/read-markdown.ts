import { lexer, type Token, type Tokens } from 'marked'
import { parseDocument, isMap, isScalar, isSeq } from 'yaml'
import type { ReadingNote } from '#shared/contracts/read-document'
import { ownDocumentMark } from './own-marks'

export interface TextWithHead {
  readonly text: string
  readonly columns: Readonly<Record<string, string>>
  readonly notes: readonly ReadingNote[]
}

/** Front matter as columns, and what is below it as plain text: one line a paragraph, marks taken away, words kept. */
export function readMarkdown(source: string): TextWithHead {
  const head = headOf(source)
  const columns = head && frontMatter(head.yaml)
  const body = head && columns ? source.slice(head.length) : source
  const isOwn = head !== null && columns !== null && head.yaml.startsWith(`${ownDocumentMark}\n`)
  const text = isOwn ? body : tidyLines(textOf(lexer(body, { gfm: true })))
  return { text, columns: columns ?? {}, notes: head && !columns ? ['headUnreadable'] : [] }
}

const longestHead = 1024 * 1024

/** Between two lines of three dashes at the very top; null where there is none. */
function headOf(source: string): { readonly yaml: string; readonly length: number } | null {
  const begin = /^---[ \t]*\n/u.exec(source)
  if (!begin) return null
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(source.slice(begin[0].length - 1, longestHead))
  if (!end) return null
  const from = begin[0].length
  const to = from - 1 + end.index
  return to <= from ? null : { yaml: source.slice(from, to), length: to + end[0].length }
}

/** Every scalar as it is written: `2020-01` stays a text and `no` is no truth value. Null where it is no YAML map. */
function frontMatter(yaml: string): Record<string, string> | null {
  const document = parseDocument(yaml, { schema: 'failsafe', strict: true, uniqueKeys: true, logLevel: 'silent' })
  if (document.errors.length > 0 || !isMap(document.contents)) return null
  const columns: Record<string, string> = {}
  for (const { key, value } of document.contents.items) {
    const words = wordsOf(value)
    if (isScalar(key) && words !== null) columns[String(key.value).trim()] = words
  }
  return columns
}

/** A scalar, or a list of scalars; what lies deeper has no place in a column and is left out. */
function wordsOf(value: unknown): string | null {
  if (value === null) return ''
  if (isScalar(value)) return value.value === null ? '' : String(value.value).trim()
  if (!isSeq(value)) return null
  const each = value.items.map(item => (isScalar(item) ? String(item.value).trim() : null))
  return each.every(item => item !== null) ? each.join('；') : null
}

/** Blocks end their line; what is inside a line stays in it. HTML is a mark, and its comments are nobody's text. */
function textOf(tokens: readonly Token[]): string {
  return tokens.map(blockText).join('\n')
}

function blockText(token: Token): string {
  switch (token.type) {
    case 'space':
    case 'hr':
    case 'def':
      return ''
    case 'html':
      return withoutTags(token.raw)
    case 'table':
      return tableText(token as Tokens.Table)
    case 'list':
      return (token as Tokens.List).items.map((item, index) => itemText(token as Tokens.List, item, index)).join('\n')
    case 'blockquote':
      return textOf((token as Tokens.Blockquote).tokens)
    case 'code':
      return (token as Tokens.Code).text
    default:
      return inlineText(token)
  }
}

/** 1. and 一、 are words of a regulation; a bullet is not. */
function itemText({ ordered, start }: Tokens.List, { tokens }: Tokens.ListItem, index: number): string {
  const number = ordered ? `${(start || 1) + index}. ` : ''
  return number + textOf(tokens)
}

const tableText = ({ header, rows }: Tokens.Table): string =>
  [header, ...rows].map(cells => cells.map(({ tokens }) => tokens.map(inlineText).join('')).join('\t')).join('\n')

function inlineText(token: Token): string {
  if (token.type === 'br') return '\n'
  if (token.type === 'html') return withoutTags(token.raw)
  if (token.type === 'image') return token.text as string
  if ('tokens' in token && token.tokens) return token.tokens.map(inlineText).join('')
  return unescaped('text' in token ? String(token.text) : token.raw)
}

const withoutTags = (html: string): string =>
  unescaped(
    html
      .replace(/<!--[\s\S]*?(?:-->|$)/gu, '')
      .replace(/<(?:br|\/p|\/div|\/tr|\/li)\b[^>]*>/giu, '\n')
      .replace(/<\/?[a-z][^>]*>/giu, ''),
  )

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/gu, (_all, name) => entities[name as string]!)

/** No blanks at the ends, no more than one empty line. */
export const tidyLines = (text: string): string =>
  text
    .replace(/[^\S\n\t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
