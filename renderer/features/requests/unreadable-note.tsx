import type { RequestRecord } from '#shared/application/ports'
import { useMessages } from '../../i18n/messages-provider'
import { ProblemNote } from '../../ui/states/problem-note'

/** Personal parts that are in the journal and do not open: damage, which must never pass for an erasure. */
export function UnreadableNote({ record }: { readonly record: Pick<RequestRecord, 'partsUnreadable'> }) {
  const { t } = useMessages()
  const n = record.partsUnreadable ?? 0
  if (n === 0) return null
  return (
    <section className="case-unreadable" aria-label={t('requests.unreadable.name')}>
      <ProblemNote
        sentence={{
          what: t('requests.unreadable.what', { n }),
          kept: t('requests.unreadable.kept'),
          next: t('requests.unreadable.next'),
        }}
      />
    </section>
  )
}
