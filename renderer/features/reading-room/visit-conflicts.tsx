import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { settleVisitConflict } from '#shared/application/visits/visit-acts'
import { visitNoOf } from '#shared/application/visits/visit-words'
import type { VisitRecord } from '#shared/application/visits/visits'
import { postsForVisits } from '#shared/domain/visits/visit-rules'
import type { VisitConflict } from '#shared/domain/visits/visit-state'
import { SettleConflictDialog } from '../../case-parts/settle-conflict-dialog'
import type { NameOf } from '../../case-parts/use-staff-names'
import { visitConflictWords } from '../../case-parts/visit-conflict-words'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'

export interface VisitConflictsProps {
  readonly desk: Desk
  readonly record: VisitRecord
  readonly nameOf: NameOf
  /** A dialog is open: the letters of the page rest. */
  readonly onSettling: (isOpen: boolean) => void
}

/** What two windows did to one visit without knowing of each other: what was wanted, what stands, and the way to settle it. */
export function VisitConflicts({ desk, record, nameOf, onSettling }: VisitConflictsProps) {
  const translator = useMessages()
  const { t } = translator
  const [settling, setSettling] = useState<VisitConflict | null>(null)
  const { visit, visitId } = record
  if (visit.conflicts.length === 0) return null
  const maySettle = postsForVisits['visit.conflictSettled@1'].some(post => desk.me.posts.includes(post))
  const open = (conflict: VisitConflict | null): void => {
    setSettling(conflict)
    onSettling(conflict !== null)
  }
  const linesOf = (conflict: VisitConflict) => visitConflictWords(conflict, visit, { nameOf, translator })
  return (
    <section className="room-conflicts" aria-label={t('room.conflicts', { n: visit.conflicts.length })}>
      <Status flag="conflict">{t('room.conflicts', { n: visit.conflicts.length })}</Status>
      <ul>
        {visit.conflicts.map(conflict => (
          <li key={`${conflict.by.chain}/${conflict.by.seq}`}>
            {linesOf(conflict).map(line => (
              <div key={line}>{line}</div>
            ))}
            {maySettle ? (
              <Act size="small" onAct={() => open(conflict)}>
                {t('hands.settle')}
              </Act>
            ) : null}
          </li>
        ))}
      </ul>
      {settling ? (
        <SettleConflictDialog
          note={t('room.visit.no', { no: visitNoOf(record) })}
          lines={linesOf(settling)}
          means={t('room.conflict.means')}
          hint={t('room.conflict.hint')}
          settle={reason => settleVisitConflict(desk, visitId, { by: settling.by, reason })}
          onClose={() => open(null)}
        />
      ) : null}
    </section>
  )
}
