import type { PutBackState, PuttingBack } from '#shared/application/put-back/ports'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../../i18n/messages-provider'
import { Act } from '../../../ui/acts/act'
import type { StateNow } from '../asked-state'
import { CopyFacts } from './open-copy-form'

export interface CheckedCopyProps {
  readonly puttingBack: PuttingBack
  readonly now: StateNow<PutBackState>
  readonly state: Extract<PutBackState, { stage: 'checked' }>
}

/** What would be there afterwards, and what would not, before anything is put back. */
export function CheckedCopy({ puttingBack, now, state: { copy, checked } }: CheckedCopyProps) {
  const { t, format } = useMessages()
  const { acts, machines, lastActAt, scans, lackingScans, damage } = checked
  return (
    <section className="join-said" aria-live="polite">
      <h2>{t('putBack.checked')}</h2>
      <dl className="put-back-facts">
        <CopyFacts copy={copy} />
        <dt>{t('putBack.lastAct')}</dt>
        <dd>
          {lastActAt === null
            ? t('putBack.noAct')
            : `${format.fullDay(civilDateAt(lastActAt))} ${format.time(lastActAt)}`}
        </dd>
        <dt>{t('putBack.acts')}</dt>
        <dd>{t('putBack.actsOf', { acts: format.count(acts), machines: format.count(machines) })}</dd>
        <dt>{t('putBack.scans')}</dt>
        <dd>{t('putBack.scansWhole', { n: format.count(scans) })}</dd>
      </dl>
      {damage ? <p className="set-up-wrong">{t('putBack.damaged')}</p> : null}
      {lackingScans > 0 ? (
        <p className="set-up-wrong">{t('putBack.lacking', { n: format.count(lackingScans) })}</p>
      ) : null}
      <p className="set-up-about">{t('putBack.later')}</p>
      <div className="set-up-acts">
        <Act
          look="primary"
          size="large"
          keys="Ctrl+Enter"
          busy={now.isBusy}
          takesFocus
          onAct={() => now.ask(() => puttingBack.start())}
        >
          {damage ? t('putBack.startToRead') : t('putBack.start')}
        </Act>
      </div>
    </section>
  )
}
