import { useEffect, useState } from 'react'
import type { CountedTopic } from '#shared/application/kiosk/ports'
import { useMessages } from '../../i18n/messages-provider'
import type { KioskScreenProps } from './kiosk-context'

export function TopicsPage({ desk, go }: KioskScreenProps) {
  const { t } = useMessages()
  const [found, setFound] = useState<readonly CountedTopic[] | 'failed' | null>(null)
  const { catalogue } = desk
  useEffect(() => {
    let isShown = true
    const show = (topics: readonly CountedTopic[] | 'failed') => (isShown ? setFound(topics) : undefined)
    void catalogue.topics().then(show, () => show('failed'))
    return () => void (isShown = false)
  }, [catalogue])
  const topics = found === 'failed' ? null : found
  return (
    <div>
      <h1>{t('kiosk.topics')}</h1>
      {found === 'failed' ? <p role="status">{t('kiosk.failed')}</p> : null}
      {topics?.length === 0 ? <p>{t('kiosk.topics.none')}</p> : null}
      <div className="kiosk-topics">
        {topics?.map(({ topic, documents }) => (
          <button
            key={topic}
            type="button"
            className="kiosk-topic"
            onClick={() => go({ page: 'results', question: { kind: 'topic', topic }, from: 0 })}
          >
            <b>{topic}</b>
            <span>{t('kiosk.topics.count', { documents })}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
