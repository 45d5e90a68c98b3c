import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import {
  approvalScans,
  isSheetOutdated,
  type PaperApprovalDraft,
  type PaperApprovalProblems,
} from '#shared/application/requests/paper-approval-check'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import { signedFrom } from '#shared/domain/requests/approval-sheets'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { DateField } from '../../ui/date-field/date-field'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'
import { PrintPaper } from '../../case-parts/print-paper'
import './reply-fields.css'

export interface PaperApprovalFormProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly typed: PaperApprovalDraft
  readonly onChange: (typed: PaperApprovalDraft) => void
  readonly problems: PaperApprovalProblems
}

/** Who signed the approval sheet (S06), when, and its scan. */
export function PaperApprovalForm({ desk, record, typed, onChange, problems }: PaperApprovalFormProps) {
  const translator = useMessages()
  const { t, format } = translator
  const { request } = record
  const scans = approvalScans(request)
  const about = (field: keyof PaperApprovalProblems) => {
    const label = t(`decide.paper.${field}`)
    const problem = problems[field]
    if (!problem) return { label, error: null }
    if (problem.kind === 'isDrafter') return { label, error: t('decide.paper.isDrafter') }
    if (problem.kind === 'notChosen') return { label, error: t('decide.gap.notChosen', { what: label }) }
    return { label, error: fieldProblemSentence(problem, label, translator) }
  }
  return (
    <div className="paper-approval">
      <p className="dialog-hint">{t('decide.paper.steps')}</p>
      <PrintPaper {...{ desk, record }} kind="S06" keys="Alt+P" label={t('decide.paper.print')} />
      {scans.length === 0 ? (
        <p className="paper-approval-none" role="note">
          {t(isSheetOutdated(request) ? 'decide.paper.outdated' : 'decide.paper.noScan')}
        </p>
      ) : (
        <SelectField
          {...about('scan')}
          value={typed.scan}
          onChange={scan => onChange({ ...typed, scan })}
          placeholder={t('decide.withheld.choose')}
          choices={scans.map(({ digest, title, by }) => ({
            value: digest,
            label: t('decide.paper.scanOne', {
              title: title ?? t('decide.paper.scanUntitled'),
              day: format.dayNear(civilDateAt(by.at), desk.today),
            }),
          }))}
        />
      )}
      <div className="reply-pair">
        <TextField
          {...about('approverName')}
          value={typed.approverName}
          onChange={approverName => onChange({ ...typed, approverName })}
          takesFocus
        />
        <DateField
          {...about('approvedOn')}
          value={typed.approvedOn}
          onChange={approvedOn => onChange({ ...typed, approvedOn })}
          today={desk.today}
          earliestOn={signedFrom(request, desk.today)}
          latestOn={desk.today}
        />
      </div>
      <p className="dialog-hint">{t('decide.paper.counted')}</p>
    </div>
  )
}
