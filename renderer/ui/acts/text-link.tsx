import type { ReactNode } from 'react'
import './acts.css'

export interface TextLinkProps {
  readonly children: ReactNode
  readonly onAct: () => void
}

/** A small act inside running text; a button, because it goes nowhere. */
export function TextLink({ children, onAct }: TextLinkProps) {
  return (
    <button type="button" className="link" onClick={onAct}>
      {children}
    </button>
  )
}
