import { guidePageNames, type GuidePageName } from '../../i18n/guide-pages'
import { textOfBlock, type GuideBook } from './guide-tree'

export interface GuideHit {
  readonly page: GuidePageName
  /** Which block of the page; -1 is its title. */
  readonly block: number
  /** The words around the hit, the hit itself in the middle. */
  readonly before: string
  readonly match: string
  readonly after: string
}

const around = 22

/** Every block that has all words of the query, titles first, then in the order of the contents. */
export function findInGuide(book: GuideBook, query: string): readonly GuideHit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const hits = guidePageNames.flatMap(page => {
    const { title, blocks } = book[page]
    const places = [{ text: title, block: -1 }, ...blocks.map((block, at) => ({ text: textOfBlock(block), block: at }))]
    return places.flatMap(({ text, block }) => {
      const hit = hitIn(text, words)
      return hit ? [{ page, block, ...hit }] : []
    })
  })
  return [...hits.filter(({ block }) => block < 0), ...hits.filter(({ block }) => block >= 0)]
}

function hitIn(text: string, words: readonly string[]): Pick<GuideHit, 'before' | 'match' | 'after'> | null {
  const lower = text.toLowerCase()
  const [first = ''] = words
  if (!words.every(word => lower.includes(word))) return null
  const at = lower.indexOf(first)
  const from = Math.max(0, at - around)
  const end = at + first.length
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, at),
    match: text.slice(at, end),
    after: text.slice(end, end + 2 * around) + (end + 2 * around < text.length ? '…' : ''),
  }
}
