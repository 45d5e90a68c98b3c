import { useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { recordService } from '#shared/application/requests/case-acts'
import { checkService, isSignedFor, type ServiceDraft } from '#shared/application/requests/service-check'
import type { Problem } from '#shared/contracts/problems'
import type { DueDate } from '#shared/domain/clocks/due-date'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { drawNow } from '../../ui/fields/draw-now'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { PrintPaper } from '../../case-parts/print-paper'
import { written } from '../../case-parts/written'
import { ServiceFields } from './service-fields'

export interface ServeDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly due: DueDate | null
  readonly draft: ServiceDraft
  readonly onDraft: (draft: ServiceDraft) => void
  readonly onClose: () => void
}

/** 送达: signature, hand-over to the post or dispatch meets the clock, each in its own way (reference 3.2(4)). */
export function ServeDialog({ desk, record, due, draft, onDraft, onClose }: ServeDialogProps) {
  const { t, format } = useMessages()
  const [isTried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const fields = useRef<HTMLDivElement>(null)
  const { problems, form } = checkService(draft, record.request.personal?.applicant ?? { name: '' })
  const serve = async (): Promise<void> => {
    drawNow(() => setTried(true))
    if (focusInvalid(fields.current) || !form) return
    if (await run(() => written(recordService(desk, record.requestId, form)))) onClose()
  }
  return (
    <Dialog
      open
      width={680}
      title={t('requests.offer.serve')}
      help="serving"
      onClose={onClose}
      note={record.request.letter?.letterNo}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={() => void serve()}>
            {t('requests.serve.do')}
          </Act>
        </>
      }
    >
      <p className="dialog-hint">
        {due ? t('serve.clock', { day: format.dayNear(due.dueOn, desk.today) }) : t('serve.clockUnknown')}
      </p>
      {isSignedFor(draft.way) ? (
        <div className="serve-print">
          <PrintPaper
            {...{ desk, record }}
            kind="S01"
            size="small"
            label={t('requests.print', { paper: t('requests.paper.S01') })}
            hint={t('requests.printFirst')}
          />
        </div>
      ) : null}
      <div ref={fields}>
        <ServiceFields {...{ desk, record, draft, onDraft }} problems={isTried ? problems : {}} />
      </div>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
