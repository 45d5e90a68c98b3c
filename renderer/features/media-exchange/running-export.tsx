import { digestGroups } from '#shared/domain/media/acknowledgement'
import { useMessages } from '../../i18n/messages-provider'
import { longestLockWaitHours } from '#shared/contracts/lock-wait'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { ProgressLine } from '../../ui/states/progress-line'
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
  const left = progress?.remainingSeconds ?? null
  return (
    <Sheet title={t('media.running')}>
      <ProgressLine
        {...(progress && total !== undefined ? { done: progress.doneBytes, total } : {})}
        act={
          <Act showsKeys="Esc" busy={isCancelling} onAct={onCancel}>
            {t('media.cancel')}
          </Act>
        }
      >
        {t(`media.phase.${progress?.phase ?? 'writing'}`, { n: progress?.files ?? 0 })}
        {left === null ? null : ` ${t('media.remaining', { seconds: left })}`}
      </ProgressLine>
      <p className="media-quiet">{t('media.dontPull')}</p>
      <p className="media-quiet">{t('media.lockWaits', { hours: longestLockWaitHours })}</p>
    </Sheet>
  )
}
