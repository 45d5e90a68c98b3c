import { plain } from '#shared/application/requests/request-words'
import type { Shortcut } from '../../ui/acts/shortcut'
import type { IconName } from '../../ui/marks/icon-paths'

export const findGroups = ['requests', 'here', 'desks', 'acts', 'settings', 'people', 'agencies', 'documents'] as const
export type FindGroup = (typeof findGroups)[number]

/** One line of the palette: where it leads is the window's business. */
export interface FindItem {
  readonly id: string
  readonly group: FindGroup
  readonly icon: IconName
  readonly label: string
  /** Other words for it, such as those of the other language. */
  readonly also?: string
  /** At the right, quiet. */
  readonly asides?: readonly string[]
  readonly keys?: Shortcut
  readonly run: () => void
}

export interface FindSection {
  readonly group: FindGroup
  readonly items: readonly FindItem[]
}

/** What was found by its own search, its rows chosen there. */
export type FoundItems = Readonly<Record<'requests' | 'documents', readonly FindItem[]>>

const mostOfAGroup = 6

/**
 * The sections to show, the first hit first: requests, then what can be done, then documents, which are found a moment later
 * and must not push aside what is already chosen. What is called exactly as somebody typed it comes before everything.
 * With nothing typed, the page's own acts, the desks and the acts.
 */
export function sectionsFor(text: string, found: FoundItems, others: readonly FindItem[]): FindSection[] {
  const words = plain(text).split(/\s+/u).filter(Boolean)
  const matching = others.filter(item => words.every(word => plain(`${item.label}\n${item.also ?? ''}`).includes(word)))
  const shown = words.length === 0 ? matching.filter(({ group }) => atRest.has(group)) : matching
  const itemsOf = (group: FindGroup): readonly FindItem[] =>
    group === 'requests' || group === 'documents'
      ? found[group]
      : shown.filter(item => item.group === group).slice(0, mostOfAGroup)
  const sections = findGroups.map(group => ({ group, items: itemsOf(group) })).filter(({ items }) => items.length > 0)
  const isExact = ({ group, items }: FindSection) =>
    group !== 'documents' && items.some(item => plain(item.label) === plain(text.trim()))
  return [...sections.filter(isExact), ...sections.filter(section => !isExact(section))]
}

const atRest: ReadonlySet<FindGroup> = new Set(['here', 'desks', 'acts'])

/** The label in pieces, every other one is what was typed. In one piece where width or case makes it another length. */
export function markedPieces(label: string, text: string): readonly string[] {
  const words = plain(text).split(/\s+/u).filter(Boolean)
  const folded = plain(label)
  if (folded.length !== label.length || words.length === 0) return [label]
  const isMarked = new Array<boolean>(label.length).fill(false)
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      isMarked.fill(true, at, at + word.length)
  const pieces: string[] = []
  for (let at = 0, marked = false; at < label.length; marked = !marked) {
    const end = isMarked.indexOf(!marked, at)
    pieces.push(label.slice(at, end < 0 ? undefined : end))
    at = end < 0 ? label.length : end
  }
  return pieces
}
