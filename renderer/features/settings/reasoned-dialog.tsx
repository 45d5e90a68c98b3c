import { useState, type ReactNode } from 'react'
import { reasonProblem } from '#shared/application/settings/agency-form'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextArea } from '../../ui/fields/text-area'
import { ProblemNote } from '../../ui/states/problem-note'

export interface ReasonedDialogProps {
  readonly title: string
  readonly about: string
  readonly doIt: string
  readonly reasonHint: string
  /** The fields above the reason; told whether somebody has tried to record, so that gaps show only then. */
  readonly children: (wasTried: boolean) => ReactNode
  /** Null while the fields are not whole. */
  readonly record: ((reason: string) => Promise<Result<void, Problem>>) | null
  readonly onDone: () => void
  readonly onClose: () => void
}

/** A few fields about the office and a reason, recorded together: the act is refused without either. */
export function ReasonedDialog(props: ReasonedDialogProps) {
  const { t } = useMessages()
  const [reason, setReason] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const noReason = reasonProblem(reason)

  const record = async (): Promise<void> => {
    setWasTried(true)
    if (busy || !props.record || noReason) return
    setBusy(true)
    const answer = await props.record(reason.trim())
    setBusy(false)
    if (answer.ok) props.onDone()
    else setRefusal(answer.problem)
  }
  return (
    <Dialog
      open
      title={props.title}
      onClose={props.onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={props.onClose}>
            {t('settings.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={busy} onAct={() => void record()}>
            {busy ? t('settings.saving') : props.doIt}
          </Act>
        </>
      }
    >
      <p className="settings-quiet">{props.about}</p>
      <div className="settings-form">
        {props.children(wasTried)}
        <TextArea
          label={t('settings.reason')}
          hint={props.reasonHint}
          error={wasTried && noReason ? t(`settings.${noReason}`) : null}
          value={reason}
          onChange={setReason}
        />
      </div>
      {refusal ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
    </Dialog>
  )
}
