import { useState } from 'react'
import type { OfficeActs } from '#shared/application/settings/ports'
import { numbersToVoid, type VoidForm, type VoidFormProblem } from '#shared/application/settings/void-form'
import { useMessages } from '../../i18n/messages-provider'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextField } from '../../ui/fields/text-field'
import { ReasonedDialog } from './reasoned-dialog'

export interface VoidDialogProps {
  readonly acts: Pick<OfficeActs, 'voidNumbers'>
  readonly examples: { readonly letter: string; readonly request: string; readonly certificate: string }
  readonly onDone: (count: number) => void
  readonly onClose: () => void
}

export function VoidDialog({ acts, examples, onDone, onClose }: VoidDialogProps) {
  const { t } = useMessages()
  const [form, setForm] = useState<VoidForm>({ series: 'letter', first: '', last: '' })
  const numbers = numbersToVoid(form)
  const found = numbers.ok ? numbers.value : null
  const errorOf = (field: 'first' | 'last'): string | null =>
    !numbers.ok && fieldOf(numbers.problem) === field
      ? t(`settings.void.${numbers.problem.kind}`, { ...examples, atMost: '', ...numbers.problem })
      : null
  return (
    <ReasonedDialog
      title={t('settings.void.title')}
      about={t('settings.void.about')}
      doIt={t('settings.void.doIt')}
      reasonHint={t('settings.void.reasonHint')}
      record={found && (reason => acts.voidNumbers({ series: form.series, numbers: found, reason }))}
      onDone={() => onDone(found?.length ?? 0)}
      onClose={onClose}
    >
      {wasTried => (
        <>
          <ChoiceGroup
            label={t('settings.void.series')}
            choices={[
              { value: 'letter', label: t('settings.void.letter') },
              { value: 'request', label: t('settings.void.request') },
              { value: 'certificate', label: t('settings.void.certificate') },
            ]}
            value={form.series}
            onChange={series => setForm({ ...form, series })}
          />
          <TextField
            label={t('settings.void.first')}
            hint={t('settings.void.firstHint', examples)}
            error={wasTried ? errorOf('first') : null}
            value={form.first}
            onChange={first => setForm({ ...form, first })}
          />
          <TextField
            label={t('settings.void.last')}
            hint={t('settings.void.lastHint')}
            error={wasTried ? errorOf('last') : null}
            optional
            value={form.last}
            onChange={last => setForm({ ...form, last })}
          />
        </>
      )}
    </ReasonedDialog>
  )
}

const fieldOf = (problem: VoidFormProblem): 'first' | 'last' =>
  problem.kind === 'numberShape' ? problem.field : 'last'
