import { useRef, useState } from 'react'
import { appendVisit } from '#shared/application/visits/visit-acts'
import { checkVisitor, emptyVisitor, type VisitorForm } from '#shared/application/visits/visit-form'
import { useCardReader } from '../../../case-parts/use-card-reader'
import { useMessages } from '../../../i18n/messages-provider'
import { RoomDialog } from '../room-dialog'
import type { VisitDialogProps } from '../visit-dialogs'
import { VisitorFields, visitorFromCard } from '../visitor-fields'

/** Who came unnamed, or without a document, shows one. */
export function IdentifyDialog({ desk, record: { visitId }, onClose }: VisitDialogProps) {
  const { t } = useMessages()
  const [form, setForm] = useState<VisitorForm>(emptyVisitor)
  const page = useRef<HTMLDivElement>(null)
  const card = useCardReader(desk, {
    ...{ page, form },
    take: (read, before) => setForm({ ...before, ...visitorFromCard(read) }),
  })
  const { problems, visitor } = checkVisitor(form, desk.today, true)
  const act = () =>
    Object.keys(problems).length > 0 || !visitor
      ? null
      : appendVisit(desk, visitId, { type: 'visit.identified@1', open: { originalSeen: true }, personal: { visitor } })
  return (
    <RoomDialog page={page} title={t('room.identify.title')} does={t('room.identify.does')} act={act} onClose={onClose}>
      {isTried => (
        <VisitorFields
          {...{ card, form, problems, isTried }}
          optional={false}
          takesFocus
          onChange={part => setForm(before => ({ ...before, ...part }))}
        />
      )}
    </RoomDialog>
  )
}
