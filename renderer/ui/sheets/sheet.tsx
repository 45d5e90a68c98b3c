import { useId, type ReactNode } from 'react'
import './sheets.css'

export interface SheetProps {
  readonly title?: ReactNode
  /** Beside the title, quiet. */
  readonly aside?: ReactNode
  /** At the right end of the title line. */
  readonly acts?: ReactNode
  /** Part of a numbered form. */
  readonly step?: number
  /** Takes the remaining height and scrolls inside. */
  readonly fills?: boolean
  readonly children: ReactNode
}

/** White paper on the grey desk: hairline border, no shadow. */
export function Sheet({ title, aside, acts, step, fills = false, children }: SheetProps) {
  const id = useId()
  return (
    <section className={fills ? 'sheet fills' : 'sheet'} aria-labelledby={title ? id : undefined}>
      {title ? (
        <div className="sheet-head">
          {step === undefined ? null : (
            <span className="sheet-step" aria-hidden="true">
              {step}
            </span>
          )}
          <h2 id={id}>{title}</h2>
          {aside ? <span className="sheet-aside">{aside}</span> : null}
          {acts ? <div className="sheet-acts">{acts}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  )
}
