import { useState } from 'react'
import { readSlip, type ApplicationSlip } from '#shared/application/kiosk/application-slip'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextField } from '../../ui/fields/text-field'
import type { Registration } from './use-registration'

/** Takes over what a visitor wrote at the kiosk: a reader of codes types the digits on the sheet, and Enter. */
export function SlipAct({ registration }: { readonly registration: Registration }) {
  const { t } = useMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Act size="small" keys="Alt+K" onAct={() => setOpen(true)}>
        {t('slip.scan')}
      </Act>
      {isOpen ? (
        <SlipDialog
          onClose={() => setOpen(false)}
          onTake={slip => {
            registration.change(filledFrom(slip))
            setOpen(false)
          }}
        />
      ) : null}
    </>
  )
}

interface SlipDialogProps {
  readonly onTake: (slip: ApplicationSlip) => void
  readonly onClose: () => void
}

function SlipDialog({ onTake, onClose }: SlipDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const take = () => {
    const slip = readSlip(typed)
    if (slip.ok) return onTake(slip.value)
    setError(t(`slip.${slip.problem.kind}`))
    setTyped('') // the next scan begins on an empty line
  }
  return (
    <Dialog
      open
      title={t('slip.title')}
      onClose={onClose}
      error={error}
      acts={
        <Act look="primary" onAct={take}>
          {t('slip.take')}
        </Act>
      }
    >
      <TextField
        label={t('slip.field')}
        hint={t('slip.hint')}
        value={typed}
        inputMode="numeric"
        takesFocus
        onChange={setTyped}
        onEnter={take}
      />
    </Dialog>
  )
}

/** What stands on the slip; the identity document is shown and read at the counter. */
const filledFrom = ({ name, phone, postalAddress, email, description, medium, route }: ApplicationSlip) => ({
  ...({ applicantType: 'naturalPerson', name, phone, description, medium, route } as const),
  ...(postalAddress === '' ? {} : { postalAddress }),
  ...(email === '' ? {} : { email }),
})
