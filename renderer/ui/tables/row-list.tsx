import type { ReactNode } from 'react'
import './row-list.css'

export interface ListedRow {
  readonly id: string
  readonly words: ReactNode
  /** Its state, and what can be done with it. */
  readonly acts: ReactNode
}

/** Lines that each say what they are and offer their acts: files that came in, batches that wait. */
export function RowList({ rows }: { readonly rows: readonly ListedRow[] }) {
  return (
    <ul className="rows-list">
      {rows.map(({ id, words, acts }) => (
        <li key={id}>
          <span className="rows-words">{words}</span>
          {acts}
        </li>
      ))}
    </ul>
  )
}
