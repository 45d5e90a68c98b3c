import { indexAt, textAt } from '../bytes/text-arena'
import type { Snapshot } from '../index/snapshot'
import type { Segment } from '../segment/segment'
import { isDeleted } from '../store/deleted-docs'
import { typedInitials } from '../text/typed-initials'

export interface FoundTitles {
  readonly total: number
  /** The first ones; titles that begin so come first. */
  readonly ids: readonly string[]
}

/** Titles whose initials hold what was typed, in either reading: zfxxgk finds 政府信息公开. */
export function byInitials(typed: string, { segments }: Snapshot, most = 20): FoundTitles {
  const letters = typedInitials(typed)
  if (letters === '') return { total: 0, ids: [] }
  const atStart: string[] = []
  const inside: string[] = []
  let total = 0
  for (const segment of segments) {
    for (const { doc, isAtStart } of placesIn(segment, letters)) {
      total++
      const list = isAtStart ? atStart : inside
      if (list.length < most) list.push(textAt(segment.columns.ids, doc))
    }
  }
  return { total, ids: [...atStart, ...inside].slice(0, most) }
}

function placesIn({ columns, deleted }: Segment, letters: string): { doc: number; isAtStart: boolean }[] {
  const places = new Map<number, boolean>()
  for (const arena of [columns.initials, columns.otherInitials]) {
    for (let at = arena.joined.indexOf(letters); at >= 0; at = arena.joined.indexOf(letters, at + 1)) {
      const doc = indexAt(arena, at)
      places.set(doc, (places.get(doc) ?? false) || arena.starts[doc] === at)
    }
  }
  const living = [...places].filter(([doc]) => !deleted || !isDeleted(deleted, doc))
  return living.map(([doc, isAtStart]) => ({ doc, isAtStart }))
}
