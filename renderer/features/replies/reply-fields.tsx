import type { Desk } from '#shared/application/desk'
import type { ReplyDraft, ReplyGap } from '#shared/application/requests/reply-draft'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextArea } from '../../ui/fields/text-area'
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
  const { decision, reasons, attachments } = draft
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
        {decision === 'GRANT_PROVIDE' && request.searches.at(-1)?.found === 0 ? (
          <p className="field-hint">{t('replies.decision.grantButNone')}</p>
        ) : null}
      </div>
      {decision ? (
        <TextArea
          label={t('replies.reasons')}
          hint={t('replies.reasonsHint')}
          value={reasons[decision]}
          onChange={text => onChange({ reasons: { ...reasons, [decision]: text } })}
          rows={[3, 9]}
          error={errorOf('reasons')}
        />
      ) : null}
      {decision === 'GRANT_PROVIDE' && request.medium !== 'inspection' ? (
        <AttachmentsField
          attachments={attachments}
          onChange={changed => onChange({ attachments: changed })}
          error={errorOf('attachments')}
        />
      ) : null}
    </>
  )
}
