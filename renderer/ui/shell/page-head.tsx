import type { ReactNode } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Icon } from '../marks/icon'
import './shell.css'

export interface PageHeadProps {
  readonly title: ReactNode
  /** Beside the title, or under it in a `case` head. Several pieces are spaced apart. */
  readonly notes?: ReactNode
  /** Acts at the right; the primary one last. */
  readonly acts?: ReactNode
  readonly onBack?: () => void
  /** `case`: a long title on its own line with the notes under it. */
  readonly shape?: 'page' | 'case'
}

export function PageHead({ title, notes, acts, onBack, shape = 'page' }: PageHeadProps) {
  const { t } = useMessages()
  return (
    <div className={`page-head page-head-${shape}`}>
      {onBack ? (
        <button type="button" className="page-back" aria-label={t('shell.back')} onClick={onBack}>
          <Icon name="back" />
        </button>
      ) : null}
      <div className="page-title">
        <h1>{title}</h1>
        {notes ? <div className="page-notes">{notes}</div> : null}
      </div>
      {acts ? <div className="page-acts">{acts}</div> : null}
    </div>
  )
}
