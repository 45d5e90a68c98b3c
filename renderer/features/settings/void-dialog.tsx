import { useState } from 'react'
import type { OfficeActs } from '#shared/application/settings/ports'
import { reasonProblem } from '#shared/application/settings/agency-form'
import { numbersToVoid, type VoidForm, type VoidFormProblem } from '#shared/application/settings/void-form'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'

export interface VoidDialogProps {
  readonly acts: Pick<OfficeActs, 'voidNumbers'>
  readonly examples: { readonly letter: string; readonly request: string }
  readonly onDone: (count: number) => void
  readonly onClose: () => void
}

export function VoidDialog({ acts, examples, onDone, onClose }: VoidDialogProps) {
  const { t } = useMessages()
  const [form, setForm] = useState<VoidForm>({ series: 'letter', first: '', last: '' })
  const [reason, setReason] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const numbers = numbersToVoid(form)
  const noReason = reasonProblem(reason)
  const shown = wasTried && !numbers.ok ? numbers.problem : null
  const errorOf = (field: 'first' | 'last'): string | null =>
    shown && fieldOf(shown) === field ? t(`settings.void.${shown.kind}`, { ...examples, atMost: '', ...shown }) : null

  const record = async (): Promise<void> => {
    setWasTried(true)
    if (busy || !numbers.ok || noReason) return
    setBusy(true)
    const answer = await acts.voidNumbers({ series: form.series, numbers: numbers.value, reason: reason.trim() })
    setBusy(false)
    if (answer.ok) onDone(numbers.value.length)
    else setRefusal(answer.problem)
  }
  return (
    <Dialog
      open
      title={t('settings.void.title')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('settings.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={busy} onAct={() => void record()}>
            {t(busy ? 'settings.saving' : 'settings.void.doIt')}
          </Act>
        </>
      }
    >
      <p className="settings-quiet">{t('settings.void.about')}</p>
      <div className="settings-form">
        <ChoiceGroup
          label={t('settings.void.series')}
          choices={[
            { value: 'letter', label: t('settings.void.letter') },
            { value: 'request', label: t('settings.void.request') },
          ]}
          value={form.series}
          onChange={series => setForm({ ...form, series })}
        />
        <TextField
          label={t('settings.void.first')}
          hint={t('settings.void.firstHint', examples)}
          error={errorOf('first')}
          value={form.first}
          onChange={first => setForm({ ...form, first })}
        />
        <TextField
          label={t('settings.void.last')}
          hint={t('settings.void.lastHint')}
          error={errorOf('last')}
          optional
          value={form.last}
          onChange={last => setForm({ ...form, last })}
        />
        <TextArea
          label={t('settings.reason')}
          hint={t('settings.void.reasonHint')}
          error={wasTried && noReason ? t(`settings.${noReason}`) : null}
          value={reason}
          onChange={setReason}
        />
      </div>
      {refusal ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
    </Dialog>
  )
}

const fieldOf = (problem: VoidFormProblem): 'first' | 'last' =>
  problem.kind === 'numberShape' ? problem.field : 'last'
