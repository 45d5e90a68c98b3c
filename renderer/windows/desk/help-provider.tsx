import { lazy, Suspense, useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { GuidePageName } from '../../i18n/guide-pages'
import { HelpContext } from '../../ui/help/help-context'
import { helpTopic, type Door } from './help-topics'

interface HelpProviderProps {
  /** Null once somebody is signed in. */
  readonly door: Door | null
  readonly children: ReactNode
}

/** Read when it is first asked for: Today's bundle carries no guide. */
const GuideSheet = lazy(async () => ({ default: (await import('../../features/guide')).GuideSheet }))

/** F1 on every screen, over dialogs too: a clerk in doubt is mostly inside one. */
export function HelpProvider({ door, children }: HelpProviderProps) {
  const [topic, setTopic] = useState<GuidePageName | null>(null)
  const opener = useRef<Element | null>(null)
  const open = useCallback(() => {
    opener.current = document.activeElement
    setTopic(helpTopic(door, location.hash, namedOnScreen()))
  }, [door])
  const close = useCallback(() => {
    setTopic(null)
    const before = opener.current
    // After the sheet has let go of the focus, which its trap would take back.
    requestAnimationFrame(() => (before instanceof HTMLElement && before.isConnected ? before.focus() : undefined))
  }, [])
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'F1' || event.isComposing || event.repeat) return
      event.preventDefault()
      if (topic) close()
      else open()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [topic, open, close])
  return (
    <HelpContext value={open}>
      {children}
      {topic ? (
        <Suspense fallback={null}>
          <GuideSheet topic={topic} onClose={close} />
        </Suspense>
      ) : null}
    </HelpContext>
  )
}

/** Top-most last: what opens later stands later in the page. */
const namedOnScreen = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-help]')]
    .filter(each => each.checkVisibility())
    .map(each => each.dataset['help'])
