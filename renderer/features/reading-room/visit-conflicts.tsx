import type { Desk } from '#shared/application/desk'
import { settleVisitConflict } from '#shared/application/visits/visit-acts'
import { visitNoOf } from '#shared/application/visits/visit-words'
import type { VisitRecord } from '#shared/application/visits/visits'
import { postsForVisits } from '#shared/domain/visits/visit-rules'
import { OpenConflicts } from '../../case-parts/open-conflicts'
import type { NameOf } from '../../case-parts/use-staff-names'
import { visitConflictWords } from '../../case-parts/visit-conflict-words'
import { useMessages } from '../../i18n/messages-provider'

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
  const { visit, visitId } = record
  if (visit.conflicts.length === 0) return null
  const heading = t('room.conflicts', { n: visit.conflicts.length })
  return (
    <OpenConflicts
      label={heading}
      heading={heading}
      conflicts={visit.conflicts.map(conflict => ({
        by: conflict.by,
        lines: visitConflictWords(conflict, visit, { nameOf, translator }),
      }))}
      note={t('room.visit.no', { no: visitNoOf(record) })}
      means={t('room.conflict.means')}
      hint={t('room.conflict.hint')}
      maySettle={postsForVisits['visit.conflictSettled@1'].some(post => desk.me.posts.includes(post))}
      settle={settled => settleVisitConflict(desk, visitId, settled)}
      onSettling={onSettling}
    />
  )
}
