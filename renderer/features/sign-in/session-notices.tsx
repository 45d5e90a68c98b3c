import { useState } from 'react'
import type { Session } from '#shared/application/front-door'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import type { Translator } from '../../i18n/translator'
import { Act } from '../../ui/acts/act'
import { Mark } from '../../ui/marks/mark'
import { noticesOf, type Notice } from './notices'
import './notices.css'

/** Above the desk after sign-in. What is read-only stays said; the rest goes once it was seen. */
export function SessionNotices({ session }: { readonly session: Session }) {
  const { t } = useMessages()
  const [seen, setSeen] = useState<readonly Notice['kind'][]>([])
  const notices = noticesOf(session).filter(({ kind }) => !seen.includes(kind))
  if (notices.length === 0) return null
  return (
    <section className="notices" aria-label={t('notices.name')}>
      {notices.map(notice => (
        <div key={notice.kind} className={`notice notice-${notice.kind}`} role={ROLES[notice.kind]}>
          <Mark flag={notice.kind === 'readOnly' ? 'late' : 'soon'} />
          <NoticeWords notice={notice} />
          {notice.kind === 'readOnly' ? null : (
            <Act size="small" onAct={() => setSeen([...seen, notice.kind])}>
              {t('notices.seen')}
            </Act>
          )}
        </div>
      ))}
    </section>
  )
}

const ROLES = { readOnly: 'alert', otherMachine: 'status', tornTail: 'status', failures: 'status' } as const

function NoticeWords({ notice }: { readonly notice: Notice }) {
  const messages = useMessages()
  const { t, format } = messages
  if (notice.kind === 'tornTail') return <p>{t('notices.tornTail', { bytes: format.count(notice.bytes) })}</p>
  if (notice.kind === 'failures') return <p>{t('notices.failures', { n: notice.count })}</p>
  const { what, kept, next } =
    notice.kind === 'otherMachine' ? movedSentence(notice, messages) : problemSentence(notice.why, t)
  return (
    <p>
      <b>{what}</b>
      {kept}
      {next}
    </p>
  )
}

function movedSentence({ on, code }: Extract<Notice, { kind: 'otherMachine' }>, { t, format }: Translator) {
  return {
    what: t('notices.otherMachine', { day: format.fullDay(on) }),
    kept: t('notices.otherMachine.kept', { code }),
    next: t('notices.otherMachine.next'),
  }
}
