import { useMessages } from '../../i18n/messages-provider'
import { BigAct } from './big-act'
import type { PrintState } from './use-printing'

export interface PrintNoteProps {
  readonly state: PrintState
  /** Left out where part of it is of no use to anybody. */
  readonly onFirstPages?: () => void
  /** In place of the usual sentence when it is printed. */
  readonly done?: string
}

/** What became of the print. */
export function PrintNote({ state, onFirstPages, done }: PrintNoteProps) {
  const { t } = useMessages()
  return (
    <div role="status" className="kiosk-print-note">
      {state.kind === 'busy' ? t('kiosk.print.busy') : null}
      {state.kind === 'failed' ? t('kiosk.failed') : null}
      {state.kind === 'done' ? <Done printed={state.printed} done={done} onFirstPages={onFirstPages} /> : null}
    </div>
  )
}

function Done({
  printed,
  done,
  onFirstPages,
}: {
  readonly printed: Extract<PrintState, { kind: 'done' }>['printed']
  readonly done: string | undefined
  readonly onFirstPages: (() => void) | undefined
}) {
  const { t } = useMessages()
  switch (printed.outcome) {
    case 'printed':
      return <p>{done ?? t('kiosk.print.done', { pages: printed.pages })}</p>
    case 'tooLong':
      return (
        <>
          <p>{t('kiosk.print.tooLong', { pages: printed.pages, most: printed.most })}</p>
          {onFirstPages ? <BigAct onAct={onFirstPages}>{t('kiosk.print.first', { most: printed.most })}</BigAct> : null}
        </>
      )
    case 'noPrinter':
    case 'notPrinted':
      return <p>{t(`kiosk.print.${printed.outcome}`)}</p>
  }
}
