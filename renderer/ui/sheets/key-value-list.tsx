import type { ReactNode } from 'react'
import './sheets.css'

export interface KeyValue {
  readonly label: string
  readonly value: ReactNode
}

export interface KeyValueListProps {
  readonly items: readonly KeyValue[]
  /** Pairs side by side; always one at narrow widths. */
  readonly columns?: 1 | 2
}

export function KeyValueList({ items, columns = 1 }: KeyValueListProps) {
  return (
    <dl className={`pairs pairs-${columns}`}>
      {items.map(item => (
        <div key={item.label} className="pair">
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
