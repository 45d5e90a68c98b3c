import type { ReactNode } from 'react'
import './states.css'

export interface ProgressLineProps {
  /** What is being done, with its figures: the bar alone says nothing. */
  readonly children: ReactNode
  readonly done?: number
  /** Without a total the bar only shows that work goes on. */
  readonly total?: number
  /** Cancel, where the work can be stopped. */
  readonly act?: ReactNode
}

export function ProgressLine({ children, done, total, act }: ProgressLineProps) {
  const known = done !== undefined && total !== undefined && total > 0
  return (
    <div className="progress">
      <label className="progress-words">
        <span>{children}</span>
        {known ? <progress value={done} max={total} /> : <progress />}
      </label>
      {act}
    </div>
  )
}
