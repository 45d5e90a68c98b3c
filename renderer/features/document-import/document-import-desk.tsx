import { useCallback, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { OpenedSource, UnfinishedImport } from '#shared/application/intake/ports'
import { useOffice } from '../../case-parts/use-office'
import { useMessages } from '../../i18n/messages-provider'
import { ProgressLine } from '../../ui/states/progress-line'
import { GoOnStep } from './go-on-step'
import { Overview } from './overview'
import { SourcePages } from './source-pages'
import './document-import.css'

export interface DocumentImportDeskProps {
  readonly desk: Desk
  readonly onBack: () => void
  /** Opened already: documents that headquarters sent. */
  readonly start?: OpenedSource | undefined
}

type Place =
  | { readonly at: 'overview' }
  | { readonly at: 'source'; readonly source: OpenedSource }
  | { readonly at: 'goOn'; readonly left: UnfinishedImport }

/** 导入文件到目录: a source, what its columns are, every document with what becomes of it, and the import that can be undone. */
export function DocumentImportDesk({ desk, onBack, start }: DocumentImportDeskProps) {
  const { t } = useMessages()
  const office = useOffice(desk.offices)
  const [place, setPlace] = useState<Place>(start ? { at: 'source', source: start } : { at: 'overview' })
  const toOverview = useCallback(() => setPlace({ at: 'overview' }), [])
  if (!office) return <ProgressLine>{t('docImport.loading')}</ProgressLine>
  switch (place.at) {
    case 'overview':
      return (
        <Overview
          {...{ desk, office, onBack }}
          onSource={source => setPlace({ at: 'source', source })}
          onGoOn={left => setPlace({ at: 'goOn', left })}
        />
      )
    case 'source':
      return <SourcePages {...{ desk, office }} source={place.source} onLeave={toOverview} />
    case 'goOn':
      return <GoOnStep {...{ desk, office }} left={place.left} onLeave={toOverview} />
  }
}
