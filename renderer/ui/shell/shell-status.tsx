import type { ReactNode } from 'react'
import { Mark, type Flag } from '../marks/mark'

export interface ShellStatusProps {
  readonly flag: Flag
  readonly children: ReactNode
  readonly onOpen?: () => void
}

/** One short state in the top bar; `conflict` and `late` are raised, the rest stay quiet. */
export function ShellStatus({ flag, children, onOpen }: ShellStatusProps) {
  const className = flag === 'conflict' || flag === 'late' ? 'top-status raised' : 'top-status'
  const words = (
    <>
      <Mark flag={flag} />
      <span>{children}</span>
    </>
  )
  const title = typeof children === 'string' ? children : undefined
  if (!onOpen)
    return (
      <span className={className} title={title}>
        {words}
      </span>
    )
  return (
    <button type="button" className={className} title={title} onClick={onOpen}>
      {words}
    </button>
  )
}
