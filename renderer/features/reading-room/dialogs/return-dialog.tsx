import { useState } from 'react'
import { appendVisit } from '#shared/application/visits/visit-acts'
import { itemStates, type ItemState } from '#shared/domain/visits/visit-facts'
import { useMessages } from '../../../i18n/messages-provider'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { TextField } from '../../../ui/fields/text-field'
import { RoomDialog } from '../room-dialog'
import type { VisitDialogProps } from '../visit-dialogs'

export function ReturnDialog({ desk, record, onClose, itemNo }: VisitDialogProps & { readonly itemNo: number }) {
  const { t } = useMessages()
  const [state, setState] = useState<ItemState>('whole')
  const [note, setNote] = useState('')
  const item = record.visit.items.find(each => each.itemNo === itemNo)
  const isNoteMissing = state !== 'whole' && note.trim() === ''
  const act = () =>
    isNoteMissing
      ? null
      : appendVisit(desk, record.visitId, {
          type: 'visit.itemReturned@1',
          open: { itemNo, state },
          ...(note.trim() ? { personal: { note: note.trim() } } : {}),
        })
  return (
    <RoomDialog
      title={t('room.return.title', { n: itemNo, title: item?.title ?? '' })}
      does={t('room.return.does')}
      act={act}
      onClose={onClose}
    >
      {isTried => (
        <>
          <ChoiceGroup
            label={t('room.item.state')}
            look="inline"
            choices={itemStates.map(value => ({ value, label: t(`room.itemState.${value}`) }))}
            value={state}
            onChange={setState}
          />
          <TextField
            label={t('room.item.note')}
            optional={state === 'whole'}
            maxLength={500}
            value={note}
            error={isTried && isNoteMissing ? t('fieldProblem.empty', { what: t('room.item.note') }) : null}
            onChange={setNote}
          />
        </>
      )}
    </RoomDialog>
  )
}
