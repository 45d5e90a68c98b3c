import type { ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Mark } from '../../ui/marks/mark'
import './training.css'

/** A strip over every screen of the training store, in another colour and in words: nobody takes it for the office. */
export function TrainingFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useMessages()
  return (
    <div className="training">
      <aside className="training-strip" aria-label={t('training.strip.word')}>
        <Mark flag="draft" />
        <b>{t('training.strip.word')}</b>
        <span>{t('training.strip.about')}</span>
      </aside>
      <div className="training-page">{children}</div>
    </div>
  )
}
