import type { ReactNode } from 'react'
import { Mark, type Flag } from '../marks/mark'

export interface ShellStatusProps {
  readonly flag: Flag
  readonly children: ReactNode
  /** Its word stays where the bar is narrow, and the quiet ones beside it give way. */
  readonly keepsWord?: boolean
  readonly onOpen?: () => void
}

/** One short state in the top bar; `conflict` and `late` are raised, the rest stay quiet. */
export function ShellStatus({ flag, children, keepsWord = false, onOpen }: ShellStatusProps) {
  const isRaised = flag === 'conflict' || flag === 'late'
  const className = ['top-status', isRaised && 'raised', keepsWord && 'worded'].filter(Boolean).join(' ')
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
