import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { FindPalette, type FindItem } from '../../../features/find'
import { useMessages } from '../../../i18n/messages-provider'
import { languageRead, readLanguage } from '../../../i18n/window-language'
import { useWatch } from '../../../ui/states/use-watch'
import { useLooks } from '../../../ui/theme/looks'
import { hrefOf, type Route } from '../routes'
import { arriveAt } from './arrive'
import { pageActs } from './page-acts'
import { placesFor } from './places'

interface DeskFind {
  readonly open: () => void
  readonly palette: ReactNode
}

interface DeskFindParts {
  readonly desk: Desk
  readonly onLock: () => void
  readonly onList: (words: string) => void
  readonly onSearch: (words: string) => void
}

/** Ctrl+K of the signed-in window. Nothing of it is kept: the lock reloads the page. */
export function useDeskFind(parts: DeskFindParts): DeskFind {
  const [here, setHere] = useState<readonly FindItem[] | null>(null)
  const last = useRef<readonly RequestRecord[] | null>(null)
  const palette = here ? <Opened {...parts} here={here} last={last} onClose={() => setHere(null)} /> : null
  return { open: () => setHere(pageActs()), palette }
}

interface OpenedProps extends DeskFindParts {
  readonly here: readonly FindItem[]
  readonly last: React.RefObject<readonly RequestRecord[] | null>
  readonly onClose: () => void
}

function Opened({ desk, here, last, onLock, onList, onSearch, onClose }: OpenedProps) {
  const messages = useMessages()
  const looks = useLooks()
  const { posts } = desk.me
  const places = placesFor({ posts, messages, english: useEnglish(), looks, onLock })
  const isPlace = new Set(places.map(({ label }) => label))
  const others = [
    ...here.filter(({ label }) => !isPlace.has(label)),
    ...places,
    ...usePeople(desk),
    ...useAgencies(
      desk,
      posts.some(post => post !== 'clerk'),
    ),
  ]
  const focusPage = (item: FindItem): FindItem => ({ ...item, run: () => (item.run(), stayOnPage()) })
  return (
    <FindPalette
      desk={desk}
      others={others.map(focusPage)}
      last={last}
      onOpen={requestId => (go({ page: 'request', requestId }), stayOnPage())}
      onList={onList}
      onDocument={documentId => (go({ page: 'document', documentId }), stayOnPage())}
      onSearch={onSearch}
      onClose={onClose}
    />
  )
}

/** Mostly there already: it is read when the window idles. */
function useEnglish() {
  const [english, setEnglish] = useState(() => languageRead('en'))
  useEffect(() => {
    if (!english) readLanguage('en').then(setEnglish, () => undefined) // then places are found by their Chinese names
  }, [english])
  return english
}

const go = (to: Route): void => void (location.hash = hrefOf(to))

/** Where the page has changed and what had the focus is gone, the page has it: Tab goes on from its beginning. */
function stayOnPage(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('main')?.focus()
    }),
  )
}

function usePeople(desk: Desk): readonly FindItem[] {
  const { t } = useMessages()
  const people = useWatch(desk.staff.watchAll) ?? []
  return people.flatMap(({ personId, person }): FindItem[] =>
    !person.name
      ? []
      : [
          {
            ...{ id: personId, group: 'people', icon: 'person', label: person.name },
            asides: [person.posts.map(post => t(`desk.post.${post}`)).join(t('post.join'))],
            run: () => go({ page: 'people' }),
          },
        ],
  )
}

/** Whoever sees the settings finds an agency there. */
function useAgencies(desk: Desk, seesSettings: boolean): readonly FindItem[] {
  const { t } = useMessages()
  const office = useWatch(desk.offices.watchOffice)?.office
  if (!office || !seesSettings) return []
  return office.agencies.map(({ agencyId, name, code }) => ({
    ...{ id: agencyId, group: 'agencies', icon: 'file', label: name, asides: [code] },
    run: () => {
      go({ page: 'settings' })
      arriveAt('heading', t('settings.agencies'))
    },
  }))
}
