import { useRef } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { ariaShortcut, type Shortcut } from '../acts/shortcut'
import { useShortcuts } from '../acts/use-shortcuts'
import { Icon } from '../marks/icon'
import type { IconName } from '../marks/icon-paths'

export interface Desk {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly href: string
  readonly keys?: Shortcut
}

interface RailProps {
  readonly desks: readonly Desk[]
  readonly footDesks: readonly Desk[]
  readonly current: string
}

export function Rail({ desks, footDesks, current }: RailProps) {
  const { t } = useMessages()
  return (
    <nav className="rail" aria-label={t('shell.desks')}>
      {desks.map(desk => (
        <RailLink key={desk.id} desk={desk} isCurrent={desk.id === current} />
      ))}
      <span className="rail-space" />
      {footDesks.map(desk => (
        <RailLink key={desk.id} desk={desk} isCurrent={desk.id === current} />
      ))}
    </nav>
  )
}

function RailLink({ desk, isCurrent }: { readonly desk: Desk; readonly isCurrent: boolean }) {
  const link = useRef<HTMLAnchorElement>(null)
  useShortcuts(desk.keys ? [{ keys: desk.keys, run: () => link.current?.click() }] : [])
  return (
    <a
      ref={link}
      className="rail-link"
      href={desk.href}
      aria-current={isCurrent ? 'page' : undefined}
      aria-keyshortcuts={desk.keys ? ariaShortcut(desk.keys) : undefined}
    >
      <Icon name={desk.icon} size={22} />
      <span>{desk.label}</span>
    </a>
  )
}
