import { useMemo } from 'react'
import type { Desk } from '#shared/application/desk'
import { earlierReplies } from '#shared/application/requests/earlier-replies'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { DateField } from '../../ui/date-field/date-field'
import { TextField } from '../../ui/fields/text-field'
import { useWatch } from '../../ui/states/use-watch'
import { aboutField, sentenceWhere, type TypedFieldsProps } from './typed-fields'

export interface EarlierFieldProps extends TypedFieldsProps {
  readonly desk: Desk
  readonly requestId: RequestId
}

/** The earlier reply: typed from paper, or taken from those that the same applicant was served with. */
export function EarlierField({ desk, requestId, typed, onChange, ...wrong }: EarlierFieldProps) {
  const translator = useMessages()
  const { t } = translator
  const { earlier } = typed
  return (
    <>
      <OfferedReplies {...{ desk, requestId, typed, onChange }} />
      <div className="reply-pair">
        <div data-field="earlierLetterNo">
          <TextField
            {...aboutField('earlierLetterNo', wrong, translator)}
            value={earlier.letterNo}
            onChange={letterNo => onChange({ earlier: { ...earlier, letterNo } })}
          />
        </div>
        <div data-field="earlierOn">
          <DateField
            label={t('decide.earlierOn')}
            error={sentenceWhere(gap => gap.field === 'earlierOn', wrong, translator)}
            value={earlier.on}
            onChange={on => onChange({ earlier: { ...earlier, on } })}
            today={desk.today}
            latestOn={desk.today}
          />
        </div>
      </div>
    </>
  )
}

function OfferedReplies({
  desk,
  requestId,
  typed,
  onChange,
}: Pick<EarlierFieldProps, 'desk' | 'requestId' | 'typed' | 'onChange'>) {
  const { t, format } = useMessages()
  const records = useWatch(desk.requests.watchAll)
  const offered = useMemo(() => records && earlierReplies(records, requestId), [records, requestId])
  if (!offered || offered.length === 0)
    return <p className="field-hint">{t(offered ? 'decide.earlier.none' : 'decide.earlier.reading')}</p>
  return (
    <fieldset className="earlier-offers">
      <legend className="field-label">{t('decide.earlier.offered')}</legend>
      <ul>
        {offered.map(({ letterNo, on, decision, description }) => (
          <li key={letterNo}>
            <span>
              {t('decide.earlier.one', {
                ...{ letterNo, asked: description },
                day: format.fullDay(on),
                decision: t(`refusal.decision.${decision}`),
              })}
            </span>
            <Act
              size="small"
              disabledBecause={
                typed.earlier.letterNo === letterNo && typed.earlier.on === on ? t('decide.element.met') : undefined
              }
              onAct={() => onChange({ earlier: { letterNo, on } })}
            >
              {t('decide.earlier.take')}
              <span className="unseen">{letterNo}</span>
            </Act>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
