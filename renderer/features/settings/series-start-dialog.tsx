import { useState } from 'react'
import type { OfficeActs } from '#shared/application/settings/ports'
import { typedNumber } from '#shared/application/settings/typed-number'
import { useMessages } from '../../i18n/messages-provider'
import { TextField } from '../../ui/fields/text-field'
import { ReasonedDialog } from './reasoned-dialog'

export interface SeriesStartDialogProps {
  readonly acts: Pick<OfficeActs, 'startSeries'>
  readonly examples: { readonly letter: string; readonly request: string; readonly certificate: string }
  readonly onDone: (next: string) => void
  readonly onClose: () => void
}

/** Where the paper register stopped. Shows the number that will be given out next before anything is signed. */
export function SeriesStartDialog({ acts, examples, onDone, onClose }: SeriesStartDialogProps) {
  const { t } = useMessages()
  const [typed, setTyped] = useState('')
  // Each kind of number has its own shape: what was typed says which series is meant. 档 marks a certificate.
  const series = (['request', 'certificate'] as const).find(each => typedNumber(each, typed)) ?? 'letter'
  const last = typedNumber(series, typed)
  const next = last?.print(last.serial + 1) ?? ''
  return (
    <ReasonedDialog
      title={t('settings.start.title')}
      about={t('settings.start.about')}
      doIt={t('settings.start.doIt')}
      reasonHint={t('settings.start.reasonHint')}
      record={last && (reason => acts.startSeries({ series, lastUsed: last.print(last.serial), reason }))}
      onDone={() => onDone(next)}
      onClose={onClose}
    >
      {wasTried => (
        <TextField
          label={t('settings.start.last')}
          hint={last ? t('settings.start.next', { number: next }) : t('settings.start.lastHint', examples)}
          error={wasTried && !last ? t('settings.void.numberShape', examples) : null}
          value={typed}
          onChange={setTyped}
        />
      )}
    </ReasonedDialog>
  )
}
