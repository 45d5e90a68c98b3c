import { useMessages } from '../i18n/messages-provider'
import type { CardReading } from './use-card-reader'
import './card-note.css'

/** How the last card went; the form goes on by hand whatever happened. */
export function CardNote({ card: { state } }: { readonly card: CardReading }) {
  const { t } = useMessages()
  const words =
    state.kind === 'reading'
      ? t('intake.card.reading')
      : state.kind === 'read'
        ? t('intake.card.done', { name: state.name })
        : state.kind === 'notRead'
          ? t(`cardProblem.${state.why}`)
          : ''
  return (
    <p role="status" className={state.kind === 'notRead' ? 'card-note wrong' : 'card-note'}>
      {words}
    </p>
  )
}
