import type { MarkedText } from '#shared/application/kiosk/ports'

/** A text with what was looked for pointed at. */
export function Marked({ of: { text, marks, isCutBefore, isCutAfter } }: { readonly of: MarkedText }) {
  const pieces = marks.flatMap(({ from, to }, at) => {
    const before = at === 0 ? 0 : marks[at - 1]!.to
    return [
      { key: `${before}`, text: text.slice(before, from), isMark: false },
      { key: `${from}m`, text: text.slice(from, to), isMark: true },
    ]
  })
  const last = marks.at(-1)?.to ?? 0
  return (
    <>
      {isCutBefore ? '…' : ''}
      {pieces.map(piece => (piece.isMark ? <mark key={piece.key}>{piece.text}</mark> : piece.text))}
      {text.slice(last)}
      {isCutAfter ? '…' : ''}
    </>
  )
}
