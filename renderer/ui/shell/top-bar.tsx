import type { ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Key } from '../acts/key'
import { useShortcuts, type ShortcutBinding } from '../acts/use-shortcuts'
import { Icon } from '../marks/icon'
import { LookSwitches } from './look-switches'

export interface PersonAtDesk {
  readonly name: string
  readonly role: string
}

export interface TopBarProps {
  readonly office: string
  readonly windowName: string
  readonly person: PersonAtDesk
  /** Ctrl+L. */
  readonly onLock: () => void
  /** Ctrl+K. The box is not shown where nothing can be found yet. */
  readonly onFind?: () => void
  readonly onPerson?: () => void
  /** Between the box and the person: sync state, waiting conflicts. */
  readonly status?: ReactNode
}

export function TopBar(props: TopBarProps) {
  const { office, windowName, person, onLock, onFind, onPerson, status } = props
  const { t } = useMessages()
  const keys: ShortcutBinding[] = [{ keys: 'Ctrl+L', run: onLock, overDialogs: true }]
  if (onFind) keys.push({ keys: 'Ctrl+K', run: onFind })
  useShortcuts(keys)
  return (
    <header className="top-bar">
      <div className="top-office">
        <strong title={office}>{office}</strong>
        <span>{windowName}</span>
      </div>
      {onFind ? (
        <button type="button" className="top-find" aria-keyshortcuts="Control+K" onClick={onFind}>
          <Icon name="search" size={16} />
          <span>{t('shell.find')}</span>
          <Key keys="Ctrl+K" />
        </button>
      ) : null}
      <div className="top-end">
        {status}
        <LookSwitches />
        <Person person={person} onPerson={onPerson} />
        <button
          type="button"
          className="top-button"
          aria-keyshortcuts="Control+L"
          aria-label={t('shell.lock')}
          title={`${t('shell.lock')} Ctrl+L`}
          onClick={onLock}
        >
          <Icon name="lock" size={18} />
        </button>
      </div>
    </header>
  )
}

function Person({ person, onPerson }: { readonly person: PersonAtDesk; readonly onPerson: (() => void) | undefined }) {
  const face = (
    <>
      <span className="avatar" aria-hidden="true">
        {[...person.name][0]}
      </span>
      <span className="top-who">
        <b>{person.name}</b>
        <span>{person.role}</span>
      </span>
    </>
  )
  if (!onPerson) return <div className="top-person">{face}</div>
  return (
    <button type="button" className="top-person" onClick={onPerson}>
      {face}
    </button>
  )
}
