import { useState, type ReactNode } from 'react'
import { reasonProblem } from '#shared/application/settings/agency-form'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { useMessages } from '../../i18n/messages-provider'
import { OneActDialog } from '../../ui/dialogs/one-act-dialog'
import { TextArea } from '../../ui/fields/text-area'

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
  const noReason = reasonProblem(reason)

  const record = () => {
    setWasTried(true)
    return props.record && !noReason ? props.record(reason.trim()) : null
  }
  return (
    <OneActDialog
      title={props.title}
      does={props.doIt}
      doing={t('settings.saving')}
      cancels={t('settings.cancel')}
      act={record}
      onDone={props.onDone}
      onClose={props.onClose}
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
    </OneActDialog>
  )
}
