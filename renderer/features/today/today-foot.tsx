import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DayCounts } from '#shared/application/ports'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'
import { Mark } from '../../ui/marks/mark'
import { Sheet } from '../../ui/sheets/sheet'
import { JournalLine, type JournalHealth } from './journal-line'
import { watchWaitingDrafts, type WaitingDraft, type WaitingDrafts } from './waiting-drafts'

export interface TodayFootProps {
  readonly desk: Desk
  readonly counts: DayCounts | undefined
  readonly health: JournalHealth | undefined
  readonly onResumeDraft: (name: string) => void
}

/** Done today, put aside, and whether all of it is safe. */
export function TodayFoot({ desk, counts, health, onResumeDraft }: TodayFootProps) {
  const { t } = useMessages()
  return (
    <div className="today-foot">
      <Sheet title={t('today.counts')}>
        <dl className="today-counts">
          <Count label={t('today.counts.registered')} n={counts?.registered} />
          <Count label={t('today.counts.served')} n={counts?.served} />
        </dl>
      </Sheet>
      <Sheet title={t('today.drafts')}>
        <DraftLines desk={desk} onResume={onResumeDraft} />
      </Sheet>
      {health ? (
        <Sheet title={t('today.journal')}>
          <JournalLine health={health} />
        </Sheet>
      ) : null}
    </div>
  )
}

function Count({ label, n }: { readonly label: string; readonly n: number | undefined }) {
  const { format } = useMessages()
  return (
    <div>
      <dt>{label}</dt>
      <dd>{n === undefined ? '' : format.count(n)}</dd>
    </div>
  )
}

interface DraftLinesProps {
  readonly desk: Desk
  readonly onResume: (name: string) => void
}

function DraftLines({ desk: { drafts, today }, onResume }: DraftLinesProps) {
  const { t } = useMessages()
  const [found, setFound] = useState<WaitingDrafts>()
  useEffect(() => watchWaitingDrafts(drafts, today)(setFound), [drafts, today])
  if (!found) return null
  if (found.kind === 'failed') return <p className="today-quiet">{t('today.drafts.failed')}</p>
  if (found.newest.length === 0) return <p className="today-quiet">{t('today.drafts.none')}</p>
  return (
    <ul>
      {found.newest.map(draft => (
        <DraftLine key={draft.name} draft={draft} onResume={onResume} />
      ))}
      {found.more > 0 ? <li className="today-quiet">{t('today.drafts.more', { n: found.more })}</li> : null}
    </ul>
  )
}

interface DraftLineProps {
  readonly draft: WaitingDraft
  readonly onResume: (name: string) => void
}

function DraftLine({ draft, onResume }: DraftLineProps) {
  const { t, format } = useMessages()
  const who = draft.applicant || t('today.drafts.nameless')
  return (
    <li className="today-line">
      <Mark flag="draft" />
      <span>{t('today.drafts.one', { who, time: format.time(draft.savedAt) })}</span>
      <TextLink onAct={() => onResume(draft.name)}>{t('today.drafts.resume')}</TextLink>
    </li>
  )
}
