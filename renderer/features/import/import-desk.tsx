import { useCallback, useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ImportSummary, RegisterFile } from '#shared/application/import/import-desk'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useRunning } from '../../ui/states/use-running'
import { BatchPage } from './batch-page'
import { BatchesSheet } from './batches-sheet'
import { FilePages } from './file-pages'
import './import.css'

export interface ImportDeskProps {
  readonly desk: Desk
  /** To the list of cases. */
  readonly onBack: () => void
}

type Place =
  | { readonly at: 'overview' }
  | { readonly at: 'file'; readonly file: RegisterFile }
  | { readonly at: 'batch'; readonly batchId: string }

/** 导入旧登记簿: a file, its columns, its rows, and the signature of a second person before anything is written. */
export function ImportDesk({ desk, onBack }: ImportDeskProps) {
  const [place, setPlace] = useState<Place>({ at: 'overview' })
  const toOverview = useCallback(() => setPlace({ at: 'overview' }), [])
  switch (place.at) {
    case 'overview':
      return (
        <Overview
          desk={desk}
          onBack={onBack}
          onFile={file => setPlace({ at: 'file', file })}
          onBatch={batchId => setPlace({ at: 'batch', batchId })}
        />
      )
    case 'file':
      return (
        <FilePages
          desk={desk}
          file={place.file}
          onBack={toOverview}
          onPrepared={batchId => setPlace({ at: 'batch', batchId })}
        />
      )
    case 'batch':
      return <BatchPage desk={desk} batchId={place.batchId} onBack={toOverview} onList={onBack} />
  }
}

interface OverviewProps extends ImportDeskProps {
  readonly onFile: (file: RegisterFile) => void
  readonly onBatch: (batchId: string) => void
}

function Overview({ desk, onBack, onFile, onBatch }: OverviewProps) {
  const { t } = useMessages()
  const [batches, setBatches] = useState<readonly ImportSummary[] | null>(null)
  const listing = useRunning<Problem>()
  const { isBusy, problem, run } = useRunning<Problem>()
  const { run: runListing } = listing
  useEffect(() => {
    void runListing(() => desk.imports.list()).then(listed => listed && setBatches(listed))
  }, [desk.imports, runListing])
  const choose = async (): Promise<void> => {
    const file = await run(() => desk.imports.read())
    if (file && file !== 'cancelled') onFile(file)
  }
  const act = (
    <Act
      look="primary"
      icon="add"
      keys="Alt+N"
      busy={isBusy}
      disabledBecause={desk.me.posts.includes('clerk') ? undefined : t('import.clerkOnly')}
      onAct={() => void choose()}
    >
      {t('import.choose')}
    </Act>
  )
  const shown = problem ?? listing.problem
  return (
    <div className="import">
      <PageHead title={t('import.title')} notes={t('import.notes')} onBack={onBack} acts={act} />
      {shown ? <ProblemNote sentence={problemSentence(shown, t)} /> : null}
      {isBusy ? <ProgressLine>{t('import.reading')}</ProgressLine> : null}
      {batches?.length === 0 ? (
        <EmptyState title={t('import.empty.title')}>{t('import.empty.note')}</EmptyState>
      ) : batches ? (
        <BatchesSheet desk={desk} batches={batches} onOpen={onBatch} />
      ) : null}
    </div>
  )
}
