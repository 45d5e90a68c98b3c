import { useMemo, useState } from 'react'
import { nothingTicked, type SearchAmong, type SearchQuestion, type Ticked } from '#shared/application/catalogue-search'

const atFirst = 30
const step = 50
const most = 500

export interface Asked {
  readonly question: SearchQuestion
  readonly type: (line: string) => void
  /** The words are whole now. */
  readonly settle: () => void
  readonly askAgain: (line: string, ticked?: Ticked) => void
  readonly tick: (ticked: Ticked) => void
  readonly lookAmong: (among: SearchAmong) => void
  /** Undefined where no more are listed. */
  readonly more: (() => void) | undefined
}

/** What is asked for, from the box and from what is ticked beside the list. */
export function useAsked(startLine: string): Asked {
  const [asked, setAsked] = useState({
    ...{ line: startLine, isTyping: false, ticked: nothingTicked, limit: atFirst },
    among: 'public' as SearchAmong,
  })
  const question = useMemo(
    () => ({
      ...{ lane: 'desk', ...asked },
      order: asked.line.trim() === '' ? ('newest' as const) : ('relevance' as const),
    }),
    [asked],
  )
  const change = (part: Partial<typeof asked>): void => setAsked({ ...asked, limit: atFirst, ...part })
  return {
    question,
    type: line => change({ line, isTyping: true }),
    settle: () => change({ isTyping: false, limit: asked.limit }),
    askAgain: (line, ticked = nothingTicked) => change({ line, ticked, isTyping: false }),
    tick: ticked => change({ ticked }),
    lookAmong: among => change({ among, ticked: nothingTicked }),
    more: asked.limit < most ? () => change({ limit: Math.min(most, asked.limit + step) }) : undefined,
  }
}
