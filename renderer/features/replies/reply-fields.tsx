import type { Desk } from '#shared/application/desk'
import type { ReplyDraft, ReplyGap } from '#shared/application/requests/reply-draft'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { AttachmentsField } from './attachments-field'
import { decisionChoices } from './decision-words'
import { gapSentence } from './gap-sentence'

export interface ReplyFieldsProps {
  readonly desk: Desk
  readonly request: DisclosureRequest
  readonly draft: ReplyDraft
  readonly onChange: (part: Partial<ReplyDraft>) => void
  readonly gaps: readonly ReplyGap[]
}

/** The decision first; what it needs appears under it. */
export function ReplyFields({ desk, request, draft, onChange, gaps }: ReplyFieldsProps) {
  const translator = useMessages()
  const { t } = translator
  const { decision, reasons, attachments, inspection } = draft
  const errorOf = (field: ReplyGap['field']): string | null => {
    const gap = gaps.find(each => each.field === field)
    return gap ? gapSentence(gap, translator) : null
  }
  return (
    <>
      <div className="reply-decision">
        <ChoiceGroup
          look="list"
          label={t('replies.decision')}
          choices={decisionChoices(request, desk.me, t)}
          value={decision}
          onChange={chosen => onChange({ decision: chosen })}
          error={errorOf('decision')}
        />
      </div>
      {decision ? (
        <TextArea
          label={t('replies.reasons')}
          hint={t('replies.reasonsHint')}
          value={reasons[decision] ?? ''}
          onChange={text => onChange({ reasons: { ...reasons, [decision]: text } })}
          rows={[3, 9]}
          error={errorOf('reasons')}
        />
      ) : null}
      {decision === 'GRANT_PROVIDE' && inspection ? (
        <div className="reply-inspection">
          <TextField
            label={t('replies.inspectionPlace')}
            value={inspection.place}
            onChange={place => onChange({ inspection: { ...inspection, place } })}
            error={errorOf('inspectionPlace')}
          />
          <TextField
            label={t('replies.inspectionTime')}
            hint={t('replies.inspectionHint')}
            value={inspection.time}
            onChange={time => onChange({ inspection: { ...inspection, time } })}
            error={errorOf('inspectionTime')}
          />
        </div>
      ) : null}
      {decision === 'GRANT_PROVIDE' ? (
        <AttachmentsField
          attachments={attachments}
          onChange={changed => onChange({ attachments: changed })}
          error={errorOf('attachments')}
        />
      ) : null}
    </>
  )
}
