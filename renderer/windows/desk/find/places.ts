import type { Session } from '#shared/contracts/desk-channels'
import type { FindItem } from '../../../features/find'
import type { MessageKey } from '../../../i18n/message'
import type { Translator } from '../../../i18n/translator'
import { chinese } from '../../../i18n/window-language'
import type { LooksInHand } from '../../../ui/theme/looks'
import { arriveAt } from './arrive'
import { hrefOf, type Route } from '../routes'

export interface PlacesParts {
  readonly posts: readonly Session['posts'][number][]
  readonly messages: Translator
  /** Undefined until it is read. */
  readonly english: Translator | undefined
  readonly looks: LooksInHand
  readonly onLock: () => void
}

/** Desks, acts and settings that these posts may use. */
export function placesFor(parts: PlacesParts): readonly FindItem[] {
  return [...desks(parts), ...acts(parts), ...lookActs(parts), ...settings(parts)]
}

/** What is named without a number or a name in it. */
type Simple = Extract<
  MessageKey,
  | 'desk.today'
  | 'desk.requests'
  | 'catalogue.title'
  | 'desk.people'
  | 'room.page'
  | 'room.signIn'
  | 'settings.title'
  | 'booklets.title'
  | 'media.title'
  | 'exchange.title'
  | 'guideSheet.title'
  | 'hands.page'
  | 'lookup.title'
  | 'lookup.unmetList'
  | 'today.register'
  | 'import.title'
  | 'docImport.title'
  | 'lists.export'
  | 'hands.shift'
  | 'hands.day'
  | 'hands.pack'
  | 'people.add'
  | 'people.renew'
  | 'shell.lock'
  | 'settings.agencies'
  | 'settings.office'
  | 'settings.numbers'
  | 'settings.voids'
  | 'wording.title'
  | 'settings.machine'
  | 'settings.fonts'
  | 'find.act.largeType.on'
  | 'find.act.largeType.off'
  | 'find.act.highContrast.on'
  | 'find.act.highContrast.off'
  | 'find.act.singleKeys.on'
  | 'find.act.singleKeys.off'
>

/** Named in the language on screen, found in both. */
const named = (key: Simple, { messages, english }: PlacesParts): Pick<FindItem, 'id' | 'label' | 'also'> => ({
  id: key,
  label: messages.t(key),
  also: `${chinese.t(key)}\n${english?.t(key) ?? ''}`,
})

const go = (to: Route): void => void (location.hash = hrefOf(to))

function desks(parts: PlacesParts): readonly FindItem[] {
  const desk = (key: Simple, { to, icon, keys }: Way & { keys: string }): FindItem => ({
    ...named(key, parts),
    ...{ group: 'desks', icon, keys },
    run: () => go(to),
  })
  return [
    desk('desk.today', { to: { page: 'today' }, icon: 'today', keys: 'Alt+1' }),
    desk('desk.requests', { to: { page: 'requests' }, icon: 'cases', keys: 'Alt+3' }),
    desk('lookup.title', { to: { page: 'search' }, icon: 'search', keys: 'F6' }),
    desk('room.page', { to: { page: 'readingRoom' }, icon: 'room', keys: 'Alt+5' }),
    desk('catalogue.title', { to: { page: 'catalogue' }, icon: 'catalogue', keys: 'Alt+4' }),
    desk('hands.page', { to: { page: 'hands' }, icon: 'exchange', keys: 'Alt+H' }),
    desk('booklets.title', { to: { page: 'booklets' }, icon: 'file', keys: 'Alt+8' }),
    desk('exchange.title', { to: { page: 'exchange' }, icon: 'exchange', keys: 'Alt+6' }),
    desk('media.title', { to: { page: 'media' }, icon: 'usb', keys: 'Alt+7' }),
    desk('desk.people', { to: { page: 'people' }, icon: 'person', keys: 'Alt+9' }),
    ...(seesSettings(parts)
      ? [desk('settings.title', { to: { page: 'settings' }, icon: 'settings', keys: 'Alt+0' })]
      : []),
  ]
}

const seesSettings = ({ posts }: PlacesParts): boolean => posts.some(post => post !== 'clerk')

interface Way {
  readonly to: Route
  readonly at?: 'button' | 'heading'
  readonly icon: FindItem['icon']
  readonly keys?: string
}

function acts(parts: PlacesParts): readonly FindItem[] {
  const act = (key: Simple, { to, at, icon, keys }: Way): FindItem => ({
    ...named(key, parts),
    ...{ group: 'acts', icon },
    ...(keys ? { keys } : {}),
    run: () => {
      go(to)
      if (at) arriveAt(at, parts.messages.t(key))
    },
  })
  const isClerk = parts.posts.includes('clerk')
  const isAdministrator = parts.posts.includes('administrator')
  const hands = { page: 'hands' } as const
  return [
    ...(isClerk ? [act('today.register', { to: { page: 'reception' }, icon: 'register', keys: 'F2' })] : []),
    act('room.signIn', { to: { page: 'visitor' }, icon: 'room', keys: 'F4' }),
    { ...named('shell.lock', parts), group: 'acts', icon: 'lock', keys: 'Ctrl+L', run: parts.onLock },
    ...(isClerk ? [act('hands.shift', { to: hands, at: 'heading', icon: 'exchange' })] : []),
    act('hands.day', { to: hands, at: 'heading', icon: 'print' }),
    act('hands.pack', { to: hands, at: 'heading', icon: 'print' }),
    act('lookup.unmetList', { to: { page: 'demand' }, icon: 'search' }),
    act('lists.export', { to: { page: 'requests' }, at: 'button', icon: 'file' }),
    act('import.title', { to: { page: 'import' }, icon: 'usb' }),
    act('docImport.title', { to: { page: 'document-import' }, icon: 'usb' }),
    ...(isAdministrator
      ? [
          act('people.add', { to: { page: 'people' }, at: 'button', icon: 'add' }),
          act('people.renew', { to: { page: 'people' }, at: 'button', icon: 'print' }),
        ]
      : []),
  ]
}

function lookActs({ messages, looks: { looks, change }, ...rest }: PlacesParts): readonly FindItem[] {
  const parts = { ...rest, messages, looks: { looks, change } }
  const turn = (key: Simple, run: () => void): FindItem => ({ ...named(key, parts), group: 'acts', icon: 'eye', run })
  const isLarge = looks.typeSize === 'large'
  const isHigh = looks.contrast === 'high'
  const language = looks.language === 'en' ? 'zh-CN' : 'en'
  return [
    turn(`find.act.largeType.${isLarge ? 'off' : 'on'}`, () => change({ typeSize: isLarge ? 'standard' : 'large' })),
    turn(`find.act.highContrast.${isHigh ? 'off' : 'on'}`, () => change({ contrast: isHigh ? 'standard' : 'high' })),
    turn(`find.act.singleKeys.${looks.singleKeys ? 'off' : 'on'}`, () => change({ singleKeys: !looks.singleKeys })),
    {
      ...{ id: 'language', group: 'acts', icon: 'eye', label: messages.t('find.act.language') },
      also: `${messages.t('shell.language')}\nlanguage 语言`,
      run: () => change({ language }),
    },
  ]
}

function settings(parts: PlacesParts): readonly FindItem[] {
  if (!seesSettings(parts)) return []
  const sections = [
    'settings.agencies',
    'settings.office',
    'guideSheet.title',
    'settings.numbers',
    'settings.voids',
    'wording.title',
    'settings.machine',
    'settings.fonts',
  ] as const
  return sections.map(key => ({
    ...named(key, parts),
    ...{ group: 'settings', icon: 'settings' },
    run: () => {
      go({ page: 'settings' })
      arriveAt('heading', parts.messages.t(key))
    },
  }))
}
