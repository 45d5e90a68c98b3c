import type { ScanKind } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { scanProblemSentence } from '../../i18n/scan-problem-sentence'
import { Act } from '../../ui/acts/act'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { sizeWords } from '../../case-parts/scan-words'
import type { ScanEntry } from './use-scans-adding'

export interface ScanEntryFieldsProps {
  readonly entry: ScanEntry
  readonly isTried: boolean
  readonly onChange: (change: { readonly kind?: ScanKind; readonly title?: string }) => void
  readonly onLeaveOut: () => void
}

/** In the order in which papers come to the counter. */
const kinds: readonly ScanKind[] = [
  ...(['signedForm', 'identityExtract', 'powerOfAttorney', 'envelope'] as const),
  ...(['releasedFile', 'signedReceipt', 'paperApproval', 'other'] as const),
]

/** One file: what it is, what it is called, and why it was not taken in. */
export function ScanEntryFields({ entry, isTried, onChange, onLeaveOut }: ScanEntryFieldsProps) {
  const translator = useMessages()
  const { t } = translator
  const { file, kind, title, problem } = entry
  return (
    <li className="scans-entry">
      <div className="scans-entry-fields">
        <SelectField
          label={t('scans.add.kind')}
          choices={kinds.map(value => ({ value, label: t(`scanKind.${value}`) }))}
          value={kind}
          placeholder={t('scans.add.choosePlaceholder')}
          error={isTried && kind === null ? t('scans.add.kindMissing') : null}
          onChange={value => onChange({ kind: value })}
        />
        <TextField
          label={t('scans.add.name')}
          hint={`${file.name}\u3000${sizeWords(file.bytes, translator)}`}
          value={title}
          maxLength={200}
          error={isTried && title.trim() === '' ? t('scans.add.nameMissing') : null}
          onChange={value => onChange({ title: value })}
        />
        <Act look="quiet" onAct={onLeaveOut}>
          {t('scans.add.leaveOut')}
        </Act>
      </div>
      {kind === 'identityExtract' ? <p className="field-hint">{t('scans.add.markNote')}</p> : null}
      {problem ? (
        <>
          <p className="scans-not-done">{t('scans.add.notDone', { title })}</p>
          <ProblemNote sentence={scanProblemSentence(problem, t)} />
        </>
      ) : null}
    </li>
  )
}
