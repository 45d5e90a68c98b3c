import type { ReactNode } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Session } from '#shared/contracts/desk-channels'
import type { JournalHealth } from '../../features/today'
import { useMessages } from '../../i18n/messages-provider'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { AppShell } from '../../ui/shell/app-shell'
import { ShellStatus } from '../../ui/shell/shell-status'
import { HelpButton } from '../../ui/help/help-button'
import { ClockMark } from './clock-mark'
import { ExchangeMark } from './exchange-mark'
import { useDeskFind } from './find/desk-find'
import { hrefOf } from './routes'
import { useRoute } from './use-route'

interface DeskFrameProps {
  readonly desk: Desk
  readonly session: Session
  readonly isRehearsal: boolean
  readonly health: JournalHealth | undefined
  readonly onLock: () => void
  /** Opens the list with these words in its filter. */
  readonly onList: (words: string) => void
  /** Opens the search desk with these words in its box. */
  readonly onSearch: (words: string) => void
  readonly children: ReactNode
}

/** Rail, top bar and the page of the moment. Only desks that work are on the rail. */
export function DeskFrame(props: DeskFrameProps) {
  const { desk, session, isRehearsal, health, onLock, onList, onSearch, children } = props
  const { t } = useMessages()
  const [route, go] = useRoute()
  const find = useDeskFind({ desk, onLock, onList, onSearch })
  useShortcuts([
    { keys: 'F2', run: () => go({ page: 'reception' }) },
    { keys: 'F4', run: () => go({ page: 'visitor' }) },
    { keys: 'Alt+H', run: () => go({ page: 'hands' }) },
  ])
  const desks = [
    { id: 'today', label: t('desk.today'), icon: 'today', href: hrefOf({ page: 'today' }), keys: 'Alt+1' },
    {
      id: 'reception',
      label: t('desk.reception'),
      icon: 'register',
      href: hrefOf({ page: 'reception' }),
      keys: 'Alt+2',
    },
    { id: 'requests', label: t('desk.requests'), icon: 'cases', href: hrefOf({ page: 'requests' }), keys: 'Alt+3' },
    {
      id: 'catalogue',
      label: t('catalogue.title'),
      icon: 'catalogue',
      href: hrefOf({ page: 'catalogue' }),
      keys: 'Alt+4',
    },
    { id: 'search', label: t('lookup.title'), icon: 'search', href: hrefOf({ page: 'search' }), keys: 'F6' },
    { id: 'readingRoom', label: t('room.page'), icon: 'room', href: hrefOf({ page: 'readingRoom' }), keys: 'Alt+5' },
  ] as const
  const footDesks = [
    {
      id: 'booklets',
      label: t('booklets.title'),
      icon: 'file',
      href: hrefOf({ page: 'booklets' }),
      keys: 'Alt+8',
    },
    {
      id: 'exchange',
      label: t('exchange.title'),
      icon: 'exchange',
      href: hrefOf({ page: 'exchange' }),
      keys: 'Alt+6',
    },
    { id: 'media', label: t('media.title'), icon: 'usb', href: hrefOf({ page: 'media' }), keys: 'Alt+7' },
    { id: 'people', label: t('desk.people'), icon: 'person', href: hrefOf({ page: 'people' }), keys: 'Alt+9' },
    ...(session.posts.some(post => post !== 'clerk')
      ? [
          {
            id: 'settings',
            label: t('settings.title'),
            icon: 'settings',
            href: hrefOf({ page: 'settings' }),
            keys: 'Alt+0',
          } as const,
        ]
      : []),
  ] as const
  return (
    <AppShell
      desks={desks}
      footDesks={footDesks}
      currentDesk={deskOf[route.page]}
      office={session.officeName}
      windowName={session.windowName}
      person={{ name: session.name, role: session.posts.map(post => t(`desk.post.${post}`)).join(t('post.join')) }}
      onLock={onLock}
      onFind={find.open}
      fills={route.page === 'today' || route.page === 'search'}
      status={<TopStatus desk={desk} session={session} isRehearsal={isRehearsal} health={health} />}
    >
      {children}
      {find.palette}
    </AppShell>
  )
}

const deskOf = {
  today: 'today',
  reception: 'reception',
  requests: 'requests',
  request: 'requests',
  reply: 'requests',
  review: 'requests',
  hands: 'today',
  search: 'search',
  demand: 'search',
  people: 'people',
  settings: 'settings',
  import: 'requests',
  readingRoom: 'readingRoom',
  visit: 'readingRoom',
  visitor: 'readingRoom',
  'document-import': 'catalogue',
  catalogue: 'catalogue',
  standardLists: 'catalogue',
  document: 'catalogue',
  documentForm: 'catalogue',
  booklets: 'booklets',
  media: 'media',
  exchange: 'exchange',
} as const

const toExchange = (): void => void (location.hash = hrefOf({ page: 'exchange' }))

type TopStatusProps = Pick<DeskFrameProps, 'desk' | 'session' | 'isRehearsal' | 'health'>

function TopStatus({ desk, session, isRehearsal, health }: TopStatusProps) {
  const { t } = useMessages()
  return (
    <>
      {session.posts.includes('clerk') ? (
        <a className="top-button top-hands" href={hrefOf({ page: 'hands' })} title={`${t('hands.page')} Alt+H`}>
          {t('hands.page')}
        </a>
      ) : null}
      {isRehearsal ? (
        <ShellStatus flag="provisional" keepsWord>
          {t('desk.status.rehearsal')}
        </ShellStatus>
      ) : null}
      {session.readOnly ? <ShellStatus flag="late">{t('desk.status.readOnly')}</ShellStatus> : null}
      {health && !health.mayStartNewWork ? <ShellStatus flag="late">{t('desk.status.disk')}</ShellStatus> : null}
      {isRehearsal ? null : <ClockMark desk={desk} onOpen={toExchange} />}
      <ExchangeMark desk={desk} onOpen={toExchange} />
      <HelpButton />
    </>
  )
}
