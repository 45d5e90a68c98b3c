import type { ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Mark, type Flag } from './mark'

export interface StatusProps {
  readonly flag: Flag
  /** The word; the flag's own word where it is left out. */
  readonly children?: ReactNode
  /** Without the tinted ground, for running text. */
  readonly quiet?: boolean
}

/** Shape, then word, then colour. */
export function Status({ flag, children, quiet = false }: StatusProps) {
  const { t } = useMessages()
  return (
    <span className={`status status-${flag}${quiet ? ' quiet' : ''}`}>
      <Mark flag={flag} />
      <span>{children ?? t(`status.${flag}`)}</span>
    </span>
  )
}
