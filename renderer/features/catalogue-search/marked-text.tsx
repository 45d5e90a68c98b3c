import type { MarkedText } from '#shared/application/catalogue-search'

export interface MarkedProps {
  readonly of: MarkedText
  /** Number of the first mark among all those of the page; with it each mark can be gone to. */
  readonly firstMark?: number
  readonly currentMark?: number
}

/** A text with the words that were looked for marked in it. */
export function Marked({ of, firstMark, currentMark }: MarkedProps) {
  return (
    <>
      {of.isCutBefore ? '…' : ''}
      {piecesOf(of).map(({ text, mark }, at) => {
        if (mark === null) return <span key={at}>{text}</span>
        const number = firstMark === undefined ? undefined : firstMark + mark
        return (
          <mark
            key={at}
            data-mark={number}
            className={number !== undefined && number === currentMark ? 'is-current' : undefined}
          >
            {text}
          </mark>
        )
      })}
      {of.isCutAfter ? '…' : ''}
    </>
  )
}

interface Piece {
  readonly text: string
  readonly mark: number | null
}

export function piecesOf({ text, marks }: MarkedText): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  marks.forEach(({ from, to }, mark) => {
    if (from > at) pieces.push({ text: text.slice(at, from), mark: null })
    pieces.push({ text: text.slice(from, to), mark })
    at = to
  })
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null })
  return pieces
}

/** The paragraphs of a text, each with its own marks. No mark runs over a line end. */
export function paragraphsOf({ text, marks }: MarkedText): readonly MarkedText[] {
  let start = 0
  return text.split('\n').map(line => {
    const [from, to] = [start, start + line.length]
    start = to + 1
    const own = marks.filter(mark => mark.from >= from && mark.from < to)
    return {
      text: line,
      marks: own.map(mark => ({ from: mark.from - from, to: Math.min(mark.to, to) - from })),
      ...{ isCutBefore: false, isCutAfter: false },
    }
  })
}
