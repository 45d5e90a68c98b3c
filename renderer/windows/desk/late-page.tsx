import { useEffect, useState, type ComponentType } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'

/** A page whose code stays out of the first one. */
export interface LatePage<Props> {
  readonly Page: ComponentType<Props>
  /** Reads the code before anybody asks. A file that is missing is told when the page is opened, not here. */
  readonly prepare: () => Promise<void>
}

/**
 * A page that is read when it is first asked for. Prepared, it is drawn in the same turn like every other; else nothing is
 * shown for 300 ms and then a line. Not React's `lazy`: it draws its fallback even when the code is there, and React
 * then holds the page back for 300 ms.
 */
export function latePage<Props extends object>(read: () => Promise<ComponentType<Props>>): LatePage<Props> {
  let there: ComponentType<Props> | null = null
  let asked: Promise<void> | null = null
  const load = (): Promise<void> => {
    asked ??= read().then(
      page => void (there = page),
      (fault: unknown) => {
        asked = null // the next one who asks tries again
        throw fault
      },
    )
    return asked
  }
  return {
    Page: props => {
      const Page = useRead(() => there, load)
      return Page ? <Page {...props} /> : <Reading />
    },
    prepare: () => load().catch(() => undefined),
  }
}

/** The page once it is there. A page that cannot be read ends at the window's boundary, which offers to start again. */
function useRead<Page>(there: () => Page | null, load: () => Promise<void>): Page | null {
  const [, setRead] = useState(false)
  const [fault, setFault] = useState<{ readonly error: unknown } | null>(null)
  const isThere = there() !== null
  useEffect(() => {
    if (isThere) return
    let isHere = true
    load().then(
      () => isHere && setRead(true),
      (error: unknown) => isHere && setFault({ error }),
    )
    return () => {
      isHere = false
    }
  }, [isThere, load])
  if (fault) throw fault.error
  return there()
}

function Reading() {
  const { t } = useMessages()
  return useLate(true) ? <ProgressLine>{t('desk.page.opening')}</ProgressLine> : null
}
