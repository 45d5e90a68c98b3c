import { useState } from 'react'
import { assignRequest, type Colleague } from '#shared/application/requests/hand-acts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../../i18n/messages-provider'
import { SelectField } from '../../../ui/fields/select-field'
import { ActDialog } from './act-dialog'
import type { RareDialogProps } from './more-acts'

/** 交给同事: from now on they look after it. */
export function AssignDialog({
  desk,
  record,
  nameOf,
  colleagues,
  onClose,
}: RareDialogProps & { readonly colleagues: readonly Colleague[] }) {
  const { t } = useMessages()
  const [to, setTo] = useState<PersonId | null>(null)
  const { request, requestId } = record
  return (
    <ActDialog
      title={t('hands.assign')}
      note={request.requestNo}
      does={t('hands.assign.do')}
      act={() => (to ? assignRequest(desk, requestId, { to }) : null)}
      onClose={onClose}
    >
      {isTried => (
        <>
          <p className="dialog-hint">{t('hands.assign.now', { who: nameOf(request.handler) })}</p>
          <SelectField
            label={t('hands.assign.to')}
            value={to}
            onChange={setTo}
            placeholder={t('hands.choose')}
            error={isTried && !to ? t('hands.chooseColleague') : null}
            choices={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
            takesFocus
          />
        </>
      )}
    </ActDialog>
  )
}
