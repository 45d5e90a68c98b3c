import { useState } from 'react'
import { reasonProblem } from '#shared/application/settings/agency-form'
import type { OfficeActs } from '#shared/application/settings/ports'
import { typedNumber } from '#shared/application/settings/typed-number'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'

export interface SeriesStartDialogProps {
  readonly acts: Pick<OfficeActs, 'startSeries'>
  readonly examples: { readonly letter: string; readonly request: string }
  readonly onDone: (next: string) => void
  readonly onClose: () => void
}

/** Where the paper register stopped. Shows the number that will be given out next before anything is signed. */
export function SeriesStartDialog({ acts, examples, onDone, onClose }: SeriesStartDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  // Request and letter numbers have different shapes: what was typed says which series is meant.
  const series = typedNumber('request', typed) ? 'request' : 'letter'
  const last = typedNumber(series, typed)
  const noReason = reasonProblem(reason)
  const next = last?.print(last.serial + 1)

  const record = async (): Promise<void> => {
    setWasTried(true)
    if (busy || !last || next === undefined || noReason) return
    setBusy(true)
    const answer = await acts.startSeries({ series, lastUsed: last.print(last.serial), reason: reason.trim() })
    setBusy(false)
    if (answer.ok) onDone(next)
    else setRefusal(answer.problem)
  }
  return (
    <Dialog
      open
      title={t('settings.start.title')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('settings.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={busy} onAct={() => void record()}>
            {t(busy ? 'settings.saving' : 'settings.start.doIt')}
          </Act>
        </>
      }
    >
      <p className="settings-quiet">{t('settings.start.about')}</p>
      <div className="settings-form">
        <TextField
          label={t('settings.start.last')}
          hint={
            next === undefined ? t('settings.start.lastHint', examples) : t('settings.start.next', { number: next })
          }
          error={wasTried && !last ? t('settings.void.numberShape', examples) : null}
          value={typed}
          onChange={setTyped}
        />
        <TextArea
          label={t('settings.reason')}
          hint={t('settings.start.reasonHint')}
          error={wasTried && noReason ? t(`settings.${noReason}`) : null}
          value={reason}
          onChange={setReason}
        />
      </div>
      {refusal ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
    </Dialog>
  )
}
