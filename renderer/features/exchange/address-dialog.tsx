import { useState } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { OneActDialog } from '../../ui/dialogs/one-act-dialog'
import { TextField } from '../../ui/fields/text-field'
import type { SectionProps } from './exchange-sections'

export interface AddressDialogProps extends Pick<SectionProps, 'desk'> {
  readonly address: string | null
  readonly onClose: () => void
}

/** Headquarters has moved; its key has not. */
export function AddressDialog({ desk: { exchange }, address, onClose }: AddressDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState(address ?? '')
  return (
    <OneActDialog
      title={t('exchange.headquarters.setAddress')}
      does={t('exchange.headquarters.setAddress')}
      act={() => exchange.setAddress(typed.trim() === '' ? null : typed.trim())}
      onClose={onClose}
    >
      <TextField
        label={t('exchange.headquarters.newAddress')}
        hint={t('exchange.headquarters.addressHint')}
        takesFocus
        maxLength={200}
        value={typed}
        onChange={setTyped}
      />
    </OneActDialog>
  )
}
