import { civilDateAt } from '#shared/domain/calendar/civil-date'
import type { RequestRecord } from '#shared/application/ports'
import { useMessages } from '../../i18n/messages-provider'
import { refusalSentence } from '../../i18n/refusals'
import { Status } from '../../ui/marks/status'
import type { NameOf } from '../../case-parts/use-staff-names'

export interface ConflictsNoteProps {
  readonly record: RequestRecord
  readonly nameOf: NameOf
}

/** What the ledger holds and the request could not take in: said plainly, never settled silently. */
export function ConflictsNote({ record, nameOf }: ConflictsNoteProps) {
  const { t, format } = useMessages()
  const { request, needsNewerVersion, actsLeftOut } = record
  if (request.conflicts.length === 0 && !needsNewerVersion && actsLeftOut === 0) return null
  return (
    <section className="case-conflicts" aria-label={t('requests.conflicts')}>
      <Status flag="conflict" />
      <ul>
        {request.conflicts.map(({ by, problem }) => (
          <li key={`${by.chain}-${by.seq}`}>
            {t('requests.conflict', {
              who: nameOf(by.actor),
              day: format.fullDay(civilDateAt(by.at)),
              why: refusalSentence(problem, t),
            })}
          </li>
        ))}
        {needsNewerVersion ? <li>{t('requests.needsNewer')}</li> : null}
        {actsLeftOut > 0 ? <li>{t('requests.actsLeftOut', { n: actsLeftOut })}</li> : null}
      </ul>
    </section>
  )
}
