import { useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ScanFile } from '#shared/application/scans/scans'
import type { Problem } from '#shared/contracts/problems'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { drawNow } from '../../ui/fields/draw-now'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { ScansDrop } from './scans-drop'
import { ScanEntryFields } from './scans-entry'
import { ScansOutcome, ScansProgress } from './scans-progress'
import { WatchedFolder } from './scans-watched'
import { isReady, useScansAdding } from './use-scans-adding'

export interface ScansAddDialogProps {
  readonly desk: Desk
  readonly requestId: RequestId
  /** Files that were dropped before the dialog opened. */
  readonly first: readonly ScanFile[]
  readonly onClose: () => void
}

/** 存入扫描件: choose, say what each is, and keep them. Closes by itself where all went well. */
export function ScansAddDialog({ desk, requestId, first, onClose }: ScansAddDialogProps) {
  const { t } = useMessages()
  const adding = useScansAdding(desk, requestId, first)
  const { entries, running, added } = adding
  const [isTried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const fields = useRef<HTMLDivElement>(null)
  const choose = async (): Promise<void> => {
    const files = await run(() => desk.scans.pick())
    if (files) adding.take(files)
  }
  const add = async (): Promise<void> => {
    drawNow(() => setTried(true))
    if (focusInvalid(fields.current) || !entries.every(isReady)) return
    if (await adding.addAll()) onClose()
    else setTried(false)
  }
  return (
    <Dialog
      open
      width={820}
      title={t('scans.add.title')}
      help="scans"
      {...(running ? {} : { onClose })}
      note={entries.length === 0 && !running ? t('scans.add.nothing') : null}
      acts={
        running ? null : (
          <>
            <Act showsKeys="Esc" onAct={onClose}>
              {t('scans.add.close')}
            </Act>
            <Act
              look="primary"
              keys="Ctrl+Enter"
              {...(entries.length === 0 ? { disabledBecause: t('scans.add.nothing') } : {})}
              onAct={() => void add()}
            >
              {t('scans.add.do')}
            </Act>
          </>
        )
      }
    >
      {running ? <ScansProgress running={running} onCancel={adding.cancel} /> : null}
      <ScansOutcome added={added} />
      <ScansDrop onFiles={running ? undefined : adding.take}>
        <div ref={fields} className="scans-adding" hidden={running !== null}>
          <div className="scans-where">
            <Act icon="file" keys="F" takesFocus busy={isBusy} onAct={() => void choose()}>
              {t('scans.add.choose')}
            </Act>
            <p className="field-hint">{t('scans.add.chooseNote')}</p>
          </div>
          <WatchedFolder desk={desk} taken={entries} onTake={file => adding.take([file])} />
          {entries.length > 0 ? (
            <ul className="scans-entries" aria-label={t('scans.add.files')}>
              {entries.map(entry => (
                <ScanEntryFields
                  key={entry.id}
                  entry={entry}
                  isTried={isTried}
                  onChange={change => adding.change(entry.id, change)}
                  onLeaveOut={() => adding.leaveOut(entry.id)}
                />
              ))}
            </ul>
          ) : null}
        </div>
      </ScansDrop>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
