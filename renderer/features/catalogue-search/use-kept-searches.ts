import { useEffect, useState } from 'react'
import { nothingTicked, type SideName, type Ticked } from '#shared/application/catalogue-search'
import type { Desk } from '#shared/application/desk'
import type { PersonId } from '#shared/domain/requests/request-facts'

export interface SavedSearch {
  readonly name: string
  readonly line: string
  readonly ticked: Ticked
}

export interface KeptSearches {
  readonly saved: readonly SavedSearch[]
  /** Newest first. */
  readonly recent: readonly string[]
  readonly remember: (line: string) => void
  readonly save: (search: SavedSearch) => void
  readonly forget: (name: string) => void
}

const mostRecent = 8
const mostSaved = 12

/** Sealed like a draft, because the words looked for may be somebody's name. Each person has their own. */
const keptName = (me: PersonId): string => `searches-${me}`

interface Kept {
  readonly saved: readonly SavedSearch[]
  readonly recent: readonly string[]
}

const nothing: Kept = { saved: [], recent: [] }

/** Searches that a person comes back to. What cannot be written is kept for as long as the page stands. */
export function useKeptSearches({ drafts, me: { personId } }: Pick<Desk, 'drafts' | 'me'>): KeptSearches {
  const [kept, setKept] = useState(nothing)
  useEffect(() => {
    void drafts.load(keptName(personId)).then(loaded => {
      if (loaded.ok && loaded.value) setKept(readKept(loaded.value.content))
    })
  }, [drafts, personId])
  const keep = (next: Kept): void => {
    setKept(next)
    void drafts.save(keptName(personId), next)
  }
  return {
    ...kept,
    remember(line) {
      const words = line.trim()
      if (words === '' || kept.recent[0] === words) return
      keep({ ...kept, recent: [words, ...kept.recent.filter(one => one !== words)].slice(0, mostRecent) })
    },
    save: search =>
      keep({
        ...kept,
        saved: [search, ...kept.saved.filter(({ name }) => name !== search.name)].slice(0, mostSaved),
      }),
    forget: name => keep({ ...kept, saved: kept.saved.filter(one => one.name !== name) }),
  }
}

export function readKept(content: unknown): Kept {
  const { saved, recent } = (content ?? {}) as { saved?: unknown; recent?: unknown }
  return {
    recent: Array.isArray(recent) ? recent.filter(isText).slice(0, mostRecent) : [],
    saved: Array.isArray(saved) ? saved.flatMap(readSaved).slice(0, mostSaved) : [],
  }
}

function readSaved(one: unknown): readonly SavedSearch[] {
  const { name, line, ticked } = (one ?? {}) as { name?: unknown; line?: unknown; ticked?: unknown }
  return isText(name) && isText(line) ? [{ name, line, ticked: readTicked(ticked) }] : []
}

function readTicked(ticked: unknown): Ticked {
  const { facets, years } = (ticked ?? nothingTicked) as { facets?: unknown; years?: unknown }
  const values = (facets ?? {}) as Readonly<Record<string, unknown>>
  const sides: readonly SideName[] = ['issuer', 'topic', 'genre', 'validity']
  const read = sides.flatMap(side => {
    const own = values[side]
    return Array.isArray(own) ? [[side, own.filter(isText)] as const] : []
  })
  return {
    facets: Object.fromEntries(read),
    years: Array.isArray(years) ? years.filter(year => Number.isSafeInteger(year)) : [],
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
