import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import { useMessages } from '../../i18n/messages-provider'
import type { DeskBridge } from '../../shell/bridge'
import { Act } from '../../ui/acts/act'
import { Mark } from '../../ui/marks/mark'
import { mayBeLeft } from './may-be-left'
import { useRoute } from './use-route'

interface OfferedBundleProps {
  readonly bundles: Pick<Desk['media']['bundles'], 'offered'>
  readonly hear: DeskBridge['on']
}

/**
 * The program was opened with a bundle: the window goes to the page where it is looked at, after sign-in or at once. Where
 * something may be half typed, it stays, and says where the bundle waits.
 */
export function OfferedBundle({ bundles, hear }: OfferedBundleProps) {
  const { t } = useMessages()
  const [route, go] = useRoute()
  const [waiting, setWaiting] = useState<string | null>(null)
  useEffect(() => {
    const look = async (): Promise<void> => {
      const offered = await bundles.offered()
      if (!offered.ok || offered.value === null) return
      if (mayBeLeft(location.hash, document)) go({ page: 'media', offered: offered.value })
      else setWaiting(offered.value)
    }
    void look()
    return hear(deskEvents.bundleOffered, () => void look())
  }, [bundles, hear, go])
  useEffect(() => {
    if (route.page === 'media') setWaiting(null) // it is seen there, whichever way the clerk came
  }, [route.page])
  if (waiting === null) return null
  const look = (): void => go({ page: 'media', offered: waiting })
  return (
    <section className="notices" aria-label={t('media.offered.name')}>
      <div className="notice" role="status">
        <Mark flag="soon" />
        <p>{t('media.offered', { name: waiting })}</p>
        <Act size="small" onAct={look}>
          {t('media.offered.look')}
        </Act>
      </div>
    </section>
  )
}
