import { useState } from 'react'
import { appendVisit } from '#shared/application/visits/visit-acts'
import { helpKinds, type HelpKind } from '#shared/domain/visits/visit-facts'
import { useMessages } from '../../../i18n/messages-provider'
import { CheckBox } from '../../../ui/fields/check-box'
import { TextField } from '../../../ui/fields/text-field'
import { RoomDialog } from '../room-dialog'
import type { VisitDialogProps } from '../visit-dialogs'

/** 必要的帮助 (art. 43): what was done, not what the visitor suffers from. */
export function HelpDialog({ desk, record: { visitId }, onClose }: VisitDialogProps) {
  const { t } = useMessages()
  const [helps, setHelps] = useState<readonly HelpKind[]>([])
  const [note, setNote] = useState('')
  const act = () =>
    helps.length === 0
      ? null
      : appendVisit(desk, visitId, {
          type: 'visit.helpGiven@1',
          open: { helps },
          ...(note.trim() ? { personal: { note: note.trim() } } : {}),
        })
  return (
    <RoomDialog title={t('room.help.title')} does={t('room.help.does')} act={act} onClose={onClose}>
      {isTried => (
        <>
          <p className="room-quiet">{t('room.help.about')}</p>
          <fieldset className="room-ticks" aria-invalid={isTried && helps.length === 0 ? true : undefined}>
            <legend className="field-label">{t('room.help.what')}</legend>
            {helpKinds.map(kind => (
              <CheckBox
                key={kind}
                checked={helps.includes(kind)}
                onChange={on => setHelps(helpKinds.filter(each => (each === kind ? on : helps.includes(each))))}
              >
                {t(`room.helpKind.${kind}`)}
              </CheckBox>
            ))}
            {isTried && helps.length === 0 ? (
              <p className="field-error" role="alert">
                {t('room.help.missing')}
              </p>
            ) : null}
          </fieldset>
          <TextField label={t('room.help.note')} optional maxLength={500} value={note} onChange={setNote} />
        </>
      )}
    </RoomDialog>
  )
}
