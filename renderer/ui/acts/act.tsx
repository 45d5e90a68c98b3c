import { useId, useRef, type ReactNode } from 'react'
import { Button, Tooltip } from 'antd'
import { Icon } from '../marks/icon'
import type { IconName } from '../marks/icon-paths'
import { Key } from './key'
import { ariaShortcut, type Shortcut } from './shortcut'
import { useShortcuts } from './use-shortcuts'
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
  const {
    children,
    onAct,
    look = 'default',
    size = 'normal',
    keys,
    showsKeys,
    icon,
    disabledBecause,
    busy = false,
  } = props
  const reasonId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const off = disabledBecause !== undefined || busy
  const act = (): void => (off ? undefined : onAct?.())
  useShortcuts(keys ? [{ keys, run: () => button.current?.click() }] : NO_KEYS, {
    enabled: keys !== undefined && !off,
    owner: button,
  })
  const printed = keys ?? showsKeys
  const control = (
    <Button
      ref={button}
      className={disabledBecause === undefined ? 'act' : 'act act-off'}
      type={look === 'primary' ? 'primary' : look === 'quiet' ? 'text' : 'default'}
      danger={look === 'danger'}
      size={SIZES[size]}
      htmlType={props.submits && !off ? 'submit' : 'button'}
      loading={busy}
      block={props.wide ?? false}
      autoFocus={props.takesFocus ?? false}
      onClick={act}
      aria-disabled={off || undefined}
      aria-describedby={disabledBecause === undefined ? undefined : reasonId}
      aria-keyshortcuts={printed ? ariaShortcut(printed) : undefined}
    >
      {icon ? <Icon name={icon} size={16} /> : null}
      <span>{children}</span>
      {printed ? <Key keys={printed} /> : null}
    </Button>
  )
  if (disabledBecause === undefined) return control
  return (
    <>
      <Tooltip title={disabledBecause}>{control}</Tooltip>
      <span id={reasonId} className="unseen">
        {disabledBecause}
      </span>
    </>
  )
}

const NO_KEYS = [] as const
const SIZES = { small: 'small', normal: 'middle', large: 'large' } as const
