import type { ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Rail, type Desk } from './rail'
import { TopBar, type TopBarProps } from './top-bar'
import './shell.css'

export interface AppShellProps extends TopBarProps {
  /** Only desks that exist are passed; nothing is shown greyed out. */
  readonly desks: readonly Desk[]
  /** At the foot of the rail, as settings. */
  readonly footDesks?: readonly Desk[]
  readonly currentDesk: string
  /** The page fills the height and scrolls inside itself. */
  readonly fills?: boolean
  readonly children: ReactNode
}

/** The frame of the desk window: rail, top bar, one page. */
export function AppShell(props: AppShellProps) {
  const { desks, footDesks = [], currentDesk, fills = false, children, ...topBar } = props
  const { t } = useMessages()
  return (
    <div className="shell">
      <a
        className="shell-skip"
        href="#main"
        onClick={event => {
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        {t('shell.skip')}
      </a>
      <Rail desks={desks} footDesks={footDesks} current={currentDesk} />
      <TopBar {...topBar} />
      <main id="main" className={fills ? 'shell-main fills' : 'shell-main'} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
