import { useMessages } from '../../i18n/messages-provider'
import { OneActDialog } from '../../ui/dialogs/one-act-dialog'
import type { SectionProps } from './exchange-sections'

/** Ends the exchange of this machine; nothing is deleted. */
export function LeaveDialog({ desk: { exchange }, onClose }: Pick<SectionProps, 'desk'> & { onClose: () => void }) {
  const { t } = useMessages()
  return (
    <OneActDialog
      title={t('exchange.headquarters.leave')}
      does={t('exchange.headquarters.leave')}
      isFinal
      startsAtCancel
      act={() => exchange.leave()}
      onClose={onClose}
    >
      <p>{t('exchange.headquarters.leaveMeans')}</p>
      <p>{t('exchange.headquarters.leaveNext')}</p>
    </OneActDialog>
  )
}
