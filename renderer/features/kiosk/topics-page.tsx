import { useEffect, useState } from 'react'
import type { CountedTopic } from '#shared/application/kiosk/ports'
import { useMessages } from '../../i18n/messages-provider'
import type { KioskScreenProps } from './kiosk-context'

export function TopicsPage({ desk, go }: KioskScreenProps) {
  const { t } = useMessages()
  const [topics, setTopics] = useState<readonly CountedTopic[] | null>(null)
  const { catalogue } = desk
  useEffect(() => {
    let isShown = true
    void catalogue.topics().then(found => (isShown ? setTopics(found) : undefined))
    return () => void (isShown = false)
  }, [catalogue])
  return (
    <div>
      <h1>{t('kiosk.topics')}</h1>
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
