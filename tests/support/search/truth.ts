import type { Query } from '../../../renderer/search/query/query'
import type { SearchDocument } from '../../../renderer/search/search-document'
import { fold } from '../../../renderer/search/text/fold'
import { pinyinInitials } from '../../../renderer/search/text/pinyin-initials'

/**
 * Whether a document answers, said as plainly as can be: a pattern over the folded text. It shares the fold and
 * the readings of characters with the product (which have tests of their own) and nothing else.
 */
export function isAnswer(query: Query, document: SearchDocument): boolean {
  switch (query.kind) {
    case 'words': {
      const texts = {
        any: [document.title, document.docNo, document.body],
        title: [document.title],
        docNo: [document.docNo],
      }
      const words = patternOf(query.text, query.isPrefix)
      return texts[query.field].some(text => words.test(fold(text)))
    }
    case 'initials': {
      const { asWords, asCharacters } = pinyinInitials(document.title)
      return `${asWords}\n${asCharacters}`.includes(query.letters)
    }
    case 'all':
      return query.of.every(one => isAnswer(one, document))
    case 'any':
      return query.of.some(one => isAnswer(one, document))
    case 'not':
      return !isAnswer(query.of, document)
    case 'facet':
      return query.isWhole
        ? fold(document.facets[query.name]) === query.text
        : fold(document.facets[query.name]).includes(query.text)
    case 'days':
      return document.day !== null && document.day >= (query.from ?? -1e9) && document.day <= (query.to ?? 1e9)
  }
}

export const truthIds = (query: Query, documents: Iterable<SearchDocument>): string[] =>
  [...documents]
    .filter(document => isAnswer(query, document))
    .map(({ id }) => id)
    .sort()

function patternOf(text: string, isPrefix: boolean): RegExp {
  const left = /^[0-9a-z]/.test(text) ? '(?<![0-9a-z])' : ''
  const right = !isPrefix && /[0-9a-z]$/.test(text) ? '(?![0-9a-z])' : ''
  return new RegExp(left + text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + right, 'u')
}
