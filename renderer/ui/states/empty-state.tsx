import { useId, type ReactNode } from 'react'
import './states.css'

export interface EmptyStateProps {
  /** Which condition excluded what, as an answer: no "no data". */
  readonly title: ReactNode
  /** What would be found without it. */
  readonly children?: ReactNode
  readonly acts?: ReactNode
  /** The nearest hits. */
  readonly nearest?: ReactNode
}

export function EmptyState({ title, children, acts, nearest }: EmptyStateProps) {
  const id = useId()
  return (
    <section className="empty" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children ? <p>{children}</p> : null}
      {acts ? <div className="state-acts">{acts}</div> : null}
      {nearest ? <div className="empty-nearest">{nearest}</div> : null}
    </section>
  )
}
