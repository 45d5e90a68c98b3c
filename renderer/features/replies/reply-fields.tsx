import type { ReactNode } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { ReplyGap, ReplyTextField } from '#shared/application/requests/reply-check'
import { typedReply, type ReplyDraft } from '#shared/application/requests/reply-draft'
import type { TypedReply } from '#shared/application/requests/typed-reply'
import { ruleOf, type ReplyNeed } from '#shared/domain/decisions/reply-rules'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { CheckBox } from '../../ui/fields/check-box'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { ArchivesField } from './archives-field'
import { AttachmentsField } from './attachments-field'
import { EarlierField } from './earlier-field'
import { PublishedField } from './published-field'
import { aboutField, type TypedFieldsProps } from './typed-fields'
import { WithheldField } from './withheld-field'
import './reply-fields.css'

export interface ReplyFieldsProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly draft: ReplyDraft
  readonly onChange: (part: Partial<TypedReply>) => void
  readonly gaps: readonly ReplyGap[]
}

/** 怎么答: what the chosen type cannot be without, then the reasons. */
export function ReplyFields({ desk, record, draft, onChange, gaps }: ReplyFieldsProps) {
  const { t } = useMessages()
  const { decision } = draft
  if (!decision) return null
  const fields = { typed: typedReply(draft, decision), onChange, gaps, decision }
  return (
    <section className="reply-fields" aria-labelledby="reply-fields-title">
      <h2 id="reply-fields-title">
        {t('decide.path.step', { short: t('decide.path.short.answer'), question: t(`refusal.decision.${decision}`) })}
      </h2>
      {ruleOf(decision).needs.map(need => (
        <NeedFields key={need} {...{ desk, record, need }} {...fields} />
      ))}
      <OneField {...fields} field="reasons" value={fields.typed.reasons} onText={reasons => onChange({ reasons })} />
    </section>
  )
}

interface NeedFieldsProps extends TypedFieldsProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly need: ReplyNeed
}

function NeedFields({ desk, record, need, ...fields }: NeedFieldsProps) {
  const { typed, onChange } = fields
  const { law } = typed
  switch (need) {
    case 'attachmentsOrInspection':
      return (
        <>
          <InspectionFields {...fields} />
          <AttachmentsField {...fields} />
        </>
      )
    case 'published':
      return <PublishedField {...fields} today={desk.today} />
    case 'withheld':
      return <WithheldField {...fields} />
    case 'law':
      return (
        <Pair>
          <OneField
            {...fields}
            field="lawTitle"
            value={law.title}
            onText={title => onChange({ law: { ...law, title } })}
          />
          <OneField
            {...fields}
            field="lawArticle"
            value={law.article}
            onText={article => onChange({ law: { ...law, article } })}
          />
        </Pair>
      )
    case 'elsewhere':
      return <ElsewhereFields {...fields} />
    case 'responsibleAgency':
      return <ResponsibleFields {...fields} />
    case 'earlier':
      return <EarlierField {...fields} desk={desk} requestId={record.requestId} />
    case 'archives':
      return <ArchivesField {...fields} today={desk.today} />
    case 'secrecyReference':
    case 'obtainable':
      return <OneField {...fields} field={need} value={typed[need]} onText={text => onChange({ [need]: text })} />
  }
}

function ElsewhereFields(fields: TypedFieldsProps) {
  const { typed, onChange } = fields
  const { elsewhere } = typed
  return (
    <Pair>
      <OneField
        {...fields}
        field="elsewhereName"
        value={elsewhere.name}
        onText={name => onChange({ elsewhere: { ...elsewhere, name } })}
      />
      <OneField
        {...fields}
        field="elsewhereContact"
        value={elsewhere.contact}
        onText={contact => onChange({ elsewhere: { ...elsewhere, contact } })}
      />
    </Pair>
  )
}

/** Art. 36(5): the agency by name, or the choice that it cannot be determined with the reason; an empty name is neither. */
function ResponsibleFields(fields: TypedFieldsProps) {
  const { t } = useMessages()
  const { typed, onChange } = fields
  return (
    <>
      {typed.isElsewhereUnknown ? (
        <OneField
          {...fields}
          field="elsewhereUnknown"
          value={typed.elsewhereUnknown}
          onText={elsewhereUnknown => onChange({ elsewhereUnknown })}
        />
      ) : (
        <ElsewhereFields {...fields} />
      )}
      <CheckBox
        checked={typed.isElsewhereUnknown}
        onChange={isElsewhereUnknown => onChange({ isElsewhereUnknown })}
        note={t('decide.elsewhereUnknown.note')}
      >
        {t('decide.elsewhereUnknown.choose')}
      </CheckBox>
    </>
  )
}

function InspectionFields({ typed: { inspection }, ...fields }: TypedFieldsProps) {
  if (!inspection) return null
  const typed = { ...fields }
  return (
    <Pair>
      <OneField
        {...typed}
        field="inspectionPlace"
        value={inspection.place}
        onText={place => fields.onChange({ inspection: { ...inspection, place } })}
      />
      <OneField
        {...typed}
        field="inspectionTime"
        value={inspection.time}
        onText={time => fields.onChange({ inspection: { ...inspection, time } })}
      />
    </Pair>
  )
}

const Pair = ({ children }: { readonly children: ReactNode }) => <div className="reply-pair">{children}</div>

interface OneFieldProps {
  readonly field: ReplyTextField
  readonly value: string
  readonly onText: (text: string) => void
  readonly gaps: readonly ReplyGap[]
  readonly decision: DecisionType
}

function OneField({ field, value, onText, gaps, decision }: OneFieldProps) {
  const translator = useMessages()
  const hint = hints[field]
  const about = {
    ...aboutField(field, { gaps, decision }, translator),
    ...{ value, onChange: onText, hint: hint && translator.t(hint) },
  }
  return (
    <div className="reply-field" data-field={field}>
      {field === 'reasons' ? <TextArea {...about} rows={[3, 9]} /> : <TextField {...about} />}
    </div>
  )
}

const hints = {
  reasons: 'replies.reasonsHint',
  inspectionPlace: undefined,
  inspectionTime: 'replies.inspectionHint',
  lawTitle: 'decide.lawTitleHint',
  lawArticle: undefined,
  secrecyReference: 'decide.secrecyReferenceHint',
  elsewhereName: undefined,
  elsewhereContact: 'decide.elsewhereContactHint',
  elsewhereUnknown: 'decide.elsewhereUnknownHint',
  earlierLetterNo: undefined,
  obtainable: 'decide.obtainableHint',
} as const satisfies Readonly<Record<ReplyTextField, string | undefined>>
