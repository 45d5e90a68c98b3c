import { useId, useRef, type ReactNode } from 'react'
import { Button, Tooltip } from 'antd'
import { Icon } from '../marks/icon'
import type { IconName } from '../marks/icon-paths'
import { Key } from './key'
import type { Shortcut } from './shortcut'
import { useShortcuts, useSpokenKeys } from './use-shortcuts'
import './acts.css'

export interface ActProps {
  /** A verb. */
  readonly children: ReactNode
  readonly onAct?: () => void
  /** One per page. `quiet` is text without a border. */
  readonly look?: 'primary' | 'default' | 'quiet' | 'danger'
  readonly size?: 'small' | 'normal' | 'large'
  /** Printed on the button and bound to it while it is on screen and not disabled. */
  readonly keys?: Shortcut
  /** Printed only, where a form or dialog handles the key itself, as Enter and Esc. */
  readonly showsKeys?: Shortcut
  readonly icon?: IconName
  /** Stays readable and focusable; says why it cannot be done now. */
  readonly disabledBecause?: string | undefined
  readonly busy?: boolean
  readonly submits?: boolean
  readonly takesFocus?: boolean
  readonly wide?: boolean
}

export function Act(props: ActProps) {
  const { children, onAct, look = 'default', size = 'normal', keys, icon, disabledBecause, busy = false } = props
  const reasonId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const off = disabledBecause !== undefined || busy
  const act = (): void => (off ? undefined : onAct?.())
  useShortcuts(keys ? [{ keys, run: () => button.current?.click() }] : NO_KEYS, {
    enabled: keys !== undefined && !off,
    owner: button,
  })
  const printed = keys ?? props.showsKeys
  const spoken = useSpokenKeys(printed)
  const control = (
    <Button
      ref={button}
      className={disabledBecause === undefined ? 'act' : 'act act-off'}
      {...LOOKS[look]}
      size={SIZES[size]}
      htmlType={props.submits && !off ? 'submit' : 'button'}
      loading={busy}
      block={props.wide === true}
      autoFocus={props.takesFocus === true}
      onClick={act}
      aria-disabled={off || undefined}
      aria-describedby={disabledBecause === undefined ? undefined : reasonId}
      aria-keyshortcuts={spoken}
    >
      <Face icon={icon} printed={printed}>
        {children}
      </Face>
    </Button>
  )
  if (disabledBecause === undefined) return control
  return (
    <WithReason id={reasonId} reason={disabledBecause}>
      {control}
    </WithReason>
  )
}

function Face({
  icon,
  printed,
  children,
}: {
  icon: IconName | undefined
  printed: Shortcut | undefined
  children: ReactNode
}) {
  return (
    <>
      {icon ? <Icon name={icon} size={16} /> : null}
      <span>{children}</span>
      {printed ? <Key keys={printed} /> : null}
    </>
  )
}

function WithReason({
  id,
  reason,
  children,
}: {
  readonly id: string
  readonly reason: string
  readonly children: ReactNode
}) {
  return (
    <>
      <Tooltip title={reason}>{children}</Tooltip>
      <span id={id} className="unseen">
        {reason}
      </span>
    </>
  )
}

const NO_KEYS = [] as const
const LOOKS = {
  primary: { type: 'primary' },
  default: { type: 'default' },
  quiet: { type: 'text' },
  danger: { type: 'default', danger: true },
} as const
const SIZES = { small: 'small', normal: 'middle', large: 'large' } as const
