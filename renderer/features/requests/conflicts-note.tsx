import type { RequestRecord } from '#shared/application/ports'
import { openConflicts } from '#shared/domain/requests/open-conflicts'
import { useMessages } from '../../i18n/messages-provider'
import { Status } from '../../ui/marks/status'
import type { NameOf } from '../../case-parts/use-staff-names'
import { conflictWords } from '../../case-parts/conflict-words'

export interface ConflictsNoteProps {
  readonly record: RequestRecord
  readonly nameOf: NameOf
}

/** What the ledger holds and the request could not take in, or took over something unseen: never settled silently. */
export function ConflictsNote({ record, nameOf }: ConflictsNoteProps) {
  const translator = useMessages()
  const { t } = translator
  const { request, needsNewerVersion, actsLeftOut } = record
  const open = openConflicts(request)
  if (open.length === 0 && !needsNewerVersion && actsLeftOut === 0) return null
  return (
    <section className="case-conflicts" aria-label={t('requests.conflicts')}>
      <Status flag="conflict" />
      <ul>
        {open.map(conflict => {
          const [what, ...values] = conflictWords(conflict, nameOf, translator)
          return (
            <li key={`${conflict.by.chain}-${conflict.by.seq}`}>
              {what}
              {values.map((value, nth) => (
                <div key={`${nth} ${value}`}>{value}</div>
              ))}
            </li>
          )
        })}
        {needsNewerVersion ? <li>{t('requests.needsNewer')}</li> : null}
        {actsLeftOut > 0 ? <li>{t('requests.actsLeftOut', { n: actsLeftOut })}</li> : null}
      </ul>
      {open.length > 0 ? <p>{t('requests.conflict.next')}</p> : null}
    </section>
  )
}
