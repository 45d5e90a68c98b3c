import { digestGroups } from '#shared/domain/media/acknowledgement'
import { useMessages } from '../../i18n/messages-provider'
import type { ExportProgressNews } from '#shared/application/media/ports'
import { longestLockWaitHours } from '#shared/contracts/lock-wait'
import { durationWords } from '../../i18n/duration-words'
import type { Translate } from '../../i18n/message'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { ProgressLine } from '../../ui/states/progress-line'
import { megabytesOf } from './megabytes-of'
import type { ExportState } from './use-export'

export interface RunningExportProps {
  readonly state: Extract<ExportState, { kind: 'running' | 'done' }>
  readonly onCancel: () => void
  readonly onSlip: (exportId: string) => void
  readonly onAgain: () => void
}

/** How far it is, and at the end what lies there and whether the medium may be pulled. */
export function RunningExport({ state, onCancel, onSlip, onAgain }: RunningExportProps) {
  const { t } = useMessages()
  if (state.kind === 'running') return <Running state={state} onCancel={onCancel} />
  const { folder, files, digest, mayBePulled } = state.done
  return (
    <Sheet
      title={t('media.done')}
      acts={
        <>
          <Act icon="file" look="primary" keys="Alt+J" onAct={() => onSlip(state.exportId)}>
            {t('media.slip')}
          </Act>
          <Act onAct={onAgain}>{t('media.again')}</Act>
        </>
      }
    >
      <div className="media-form" role="status">
        <Status flag={mayBePulled ? 'done' : 'soon'}>
          {t(mayBePulled ? 'media.mayBePulled' : 'media.ejectFirst')}
        </Status>
        <KeyValueList
          items={[
            { label: t('media.folder'), value: folder },
            { label: t('media.files'), value: t('media.filesCount', { n: files }) },
            { label: t('media.digest'), value: digestGroups(digest).join(' ') },
          ]}
        />
        <p className="media-quiet">{t('media.verifyLater')}</p>
      </div>
    </Sheet>
  )
}

function Running({
  state,
  onCancel,
}: {
  readonly state: Extract<ExportState, { kind: 'running' }>
  readonly onCancel: () => void
}) {
  const { t } = useMessages()
  const { progress, isCancelling } = state
  const total = progress?.totalBytes ?? undefined
  return (
    <Sheet title={t('media.running')}>
      <div className="media-running">
        <ProgressLine
          {...(progress && total !== undefined ? { done: progress.doneBytes, total } : {})}
          act={
            <Act keys="Esc" busy={isCancelling} onAct={onCancel}>
              {t('media.cancel')}
            </Act>
          }
        >
          {progress ? progressWords(progress, t) : t('media.phase.writing', { n: 0 })}
        </ProgressLine>
        <p className="media-quiet">{t('media.dontPull')}</p>
        <p className="media-quiet">{t('media.lockWaits', { hours: longestLockWaitHours })}</p>
      </div>
    </Sheet>
  )
}

/** What is done now, how much it may be, and for how long. */
function progressWords(progress: ExportProgressNews, t: Translate): string {
  const { phase, files, totalBytes, remainingSeconds: left, isAtMost } = progress
  const words = [t(`media.phase.${phase}`, { n: files })]
  if (isAtMost && totalBytes !== null) {
    const bytes = phase === 'packing' ? totalBytes : totalBytes / 2 // written once and read back once
    words.push(t('media.atMost', { megabytes: megabytesOf(bytes) }))
  }
  if (left !== null)
    words.push(t(isAtMost ? 'media.remainingMost' : 'media.remaining', { time: durationWords(left, t) }))
  return words.join(t('media.in.space'))
}
