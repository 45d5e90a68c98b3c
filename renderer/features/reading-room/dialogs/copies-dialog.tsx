import { useState } from 'react'
import { countOf } from '#shared/application/visits/certify'
import { appendVisit } from '#shared/application/visits/visit-acts'
import { copyWays, itemKinds, type CopyWay, type ItemKind } from '#shared/domain/visits/visit-facts'
import { useMessages } from '../../../i18n/messages-provider'
import { ChoiceGroup } from '../../../ui/fields/choice-group'
import { SelectField } from '../../../ui/fields/select-field'
import { TextField } from '../../../ui/fields/text-field'
import { RoomDialog } from '../room-dialog'
import type { VisitDialogProps } from '../visit-dialogs'

/** Pages of copies and prints; of a named item, or of its kind. */
export function CopiesDialog({ desk, record: { visitId, visit }, onClose }: VisitDialogProps) {
  const { t } = useMessages()
  const [way, setWay] = useState<CopyWay>('copied')
  const [kind, setKind] = useState<ItemKind>(visit.aim === 'archives' ? 'archives' : 'public')
  const [itemNo, setItemNo] = useState('')
  const [typed, setTyped] = useState('')
  const items = visit.items.filter(({ isCancelled }) => !isCancelled)
  const item = items.find(each => String(each.itemNo) === itemNo)
  const pages = countOf(typed)
  const of = item?.kind ?? kind
  const act = () => {
    if (pages === null) return null
    const open = { copyNo: visit.copies.length + 1, way, of, pages, ...(item ? { itemNo: item.itemNo } : {}) }
    return appendVisit(desk, visitId, { type: 'visit.copiesMade@1', open })
  }
  return (
    <RoomDialog title={t('room.copies.title')} does={t('room.copies.does')} act={act} onClose={onClose}>
      {isTried => (
        <>
          <TextField
            label={t('room.copies.pages')}
            hint={t('room.copies.pagesHint')}
            inputMode="numeric"
            takesFocus
            value={typed}
            error={isTried && pages === null ? t('room.notACount') : null}
            onChange={setTyped}
          />
          <ChoiceGroup
            label={t('room.copies.way')}
            look="inline"
            choices={copyWays.map(value => ({ value, label: t(`room.way.${value}`) }))}
            value={way}
            onChange={setWay}
          />
          <SelectField
            label={t('room.copies.item')}
            optional
            choices={[
              { value: '', label: t('room.copies.anyItem') },
              ...items.map(each => ({ value: String(each.itemNo), label: `${each.itemNo}　${each.title ?? ''}` })),
            ]}
            value={itemNo}
            onChange={setItemNo}
          />
          {item ? null : (
            <ChoiceGroup
              label={t('room.copies.of')}
              look="inline"
              choices={itemKinds.map(value => ({ value, label: t(`room.itemKind.${value}`) }))}
              value={kind}
              onChange={setKind}
            />
          )}
        </>
      )}
    </RoomDialog>
  )
}
