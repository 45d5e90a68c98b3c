import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { transferProblem } from '#shared/domain/decisions/transfer-term'
import { refusalSentence } from '../../i18n/refusals'
import { useMessages } from '../../i18n/messages-provider'
import { DateField } from '../../ui/date-field/date-field'
import { sentenceWhere, type TypedFieldsProps } from './typed-fields'

/** 档案法 art. 15(2): when the file was formed and moved. A term that still runs is said at once: the agency answers itself. */
export function ArchivesField({ today, typed, onChange, ...wrong }: TypedFieldsProps & { readonly today: CivilDate }) {
  const translator = useMessages()
  const { t } = translator
  const { archives } = typed
  const { formedOn, movedOn } = archives
  const problem = formedOn && movedOn ? transferProblem({ formedOn, movedOn }, today) : undefined
  const runs = problem ? refusalSentence(problem, t) : null
  return (
    <>
      <div className="reply-pair">
        <div data-field="formedOn">
          <DateField
            label={t('decide.formedOn')}
            error={
              sentenceWhere(gap => gap.field === 'formedOn', wrong, translator) ??
              (problem?.kind === 'transferTermRuns' ? runs : null)
            }
            value={formedOn}
            onChange={day => onChange({ archives: { ...archives, formedOn: day } })}
            today={today}
            latestOn={today}
          />
        </div>
        <div data-field="movedOn">
          <DateField
            label={t('decide.movedOn')}
            error={
              sentenceWhere(gap => gap.field === 'movedOn', wrong, translator) ??
              (problem?.kind === 'movedOutside' ? runs : null)
            }
            value={movedOn}
            onChange={day => onChange({ archives: { ...archives, movedOn: day } })}
            today={today}
            latestOn={today}
          />
        </div>
      </div>
      <p className="field-hint">{t('decide.archivesHint')}</p>
    </>
  )
}
