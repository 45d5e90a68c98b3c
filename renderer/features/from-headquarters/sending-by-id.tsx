import type { Desk } from '#shared/application/desk'
import { sendingsNow } from '#shared/domain/sendings/sendings-now'
import { useWatch } from '../../ui/states/use-watch'
import { SendingDialog, type SendingDialogProps } from './sending-dialog'

export interface SendingByIdProps extends Pick<SendingDialogProps, 'onClose' | 'onImport'> {
  readonly desk: Desk
  readonly sendingId: string
}

/** One sending over whatever page asks for it. */
export function SendingById({ desk, sendingId, ...rest }: SendingByIdProps) {
  const book = useWatch(desk.offices.watchOffice)?.office.sendings
  const sending = book && sendingsNow(book).find(one => one.sendingId === sendingId)
  return sending ? <SendingDialog desk={desk} sending={sending} {...rest} /> : null
}
