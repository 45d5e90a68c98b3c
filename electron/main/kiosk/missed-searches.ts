/** The same words, looked for in vain on one day. */
export interface MissedSearch {
  readonly on: string
  readonly words: string
  /** In how many visits. */
  readonly times: number
}

/**
 * What visitors looked for in vain, a number a day: no moment, no order and nothing of the visitor. It lies in memory and
 * nowhere else, because somebody may have looked for a name: where nobody signs in before the program ends, it is lost.
 */
export interface MissedSearches {
  /** The same words count once a visit. */
  add(typed: string): void
  endVisit(): void
  readonly isEmpty: boolean
  /** Those of whole days, and all of them an hour after the first: the act that keeps them tells no moment either. */
  due(): readonly MissedSearch[]
  all(): readonly MissedSearch[]
  forget(): void
}

export interface MissedSearchesParts {
  /** As it may be kept; null where it may not. */
  readonly wordsOf: (typed: string) => string | null
  readonly today: () => string
  /** Milliseconds, never turned back. */
  readonly now: () => number
}

const togetherMs = 60 * 60_000
/** Whoever leans on the keys fills no journal. */
const mostDifferent = 100
const mostTimes = 1_000

export function missedSearches({ wordsOf, today, now }: MissedSearchesParts): MissedSearches {
  let missed = new Map<string, MissedSearch>()
  let thisVisit = new Set<string>()
  let since = 0
  const all = () => [...missed.values()]
  return {
    add: typed => {
      const words = wordsOf(typed)
      if (words === null || thisVisit.has(words)) return
      const on = today()
      const key = `${on} ${words}`
      const times = (missed.get(key)?.times ?? 0) + 1
      if (times > mostTimes || (times === 1 && missed.size >= mostDifferent)) return
      thisVisit.add(words)
      if (missed.size === 0) since = now()
      missed.set(key, { on, words, times })
    },
    endVisit: () => void (thisVisit = new Set()),
    get isEmpty() {
      return missed.size === 0
    },
    due: () => (now() - since >= togetherMs || all().some(({ on }) => on < today()) ? all() : []),
    all,
    forget: () => void (missed = new Map()),
  }
}
