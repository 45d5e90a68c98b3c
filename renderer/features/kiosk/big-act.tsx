import type { ReactNode } from 'react'
import { Icon, type IconProps } from '../../ui/marks/icon'

export interface BigActProps {
  readonly onAct: () => void
  readonly children: ReactNode
  readonly kind?: 'plain' | 'main' | undefined
  readonly icon?: IconProps['name'] | undefined
  readonly isPressed?: boolean | undefined
  readonly isOff?: boolean | undefined
  readonly label?: string | undefined
  readonly type?: 'button' | 'submit'
}

/** A button that a finger finds: 48 px at the least, a word on it, its state told by more than colour. */
export function BigAct({
  onAct,
  children,
  kind = 'plain',
  icon,
  isPressed,
  isOff,
  label,
  type = 'button',
}: BigActProps) {
  return (
    <button
      type={type}
      className={`kiosk-act ${kind}`}
      aria-label={label}
      aria-pressed={isPressed}
      disabled={isOff}
      onClick={type === 'submit' ? undefined : onAct}
    >
      {icon ? <Icon name={icon} size={24} /> : null}
      <span>{children}</span>
    </button>
  )
}
