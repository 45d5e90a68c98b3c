import { useRef } from 'react'
import { emptyAttachment, type TypedAttachment } from '#shared/application/requests/reply-draft'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { TextField } from '../../ui/fields/text-field'
import { FieldNote } from '../../ui/fields/field'

export interface AttachmentsFieldProps {
  readonly attachments: readonly TypedAttachment[]
  readonly onChange: (attachments: readonly TypedAttachment[]) => void
  readonly error: string | null
}

/** What goes with the reply. Enter in a line starts the next one; Alt+N adds one from anywhere. */
export function AttachmentsField({ attachments, onChange, error }: AttachmentsFieldProps) {
  const { t } = useMessages()
  const list = useRef<HTMLFieldSetElement>(null)
  const change = (index: number, part: Partial<TypedAttachment>): void =>
    onChange(attachments.map((attachment, at) => (at === index ? { ...attachment, ...part } : attachment)))
  const focusTitle = (index: number): void =>
    void setTimeout(() => list.current?.querySelectorAll<HTMLInputElement>('.attachment input')[index * 2]?.focus())
  const add = (): void => {
    onChange([...attachments, emptyAttachment])
    focusTitle(attachments.length)
  }
  const next = (index: number): void => (index === attachments.length - 1 ? add() : focusTitle(index + 1))
  const remove = (index: number): void => {
    onChange(attachments.filter((_, at) => at !== index))
    focusTitle(Math.max(0, index - 1))
  }
  return (
    <fieldset ref={list} className="attachments">
      <legend className="field-label">{t('replies.attachments')}</legend>
      {attachments.map((attachment, index) => (
        <div key={index} className="attachment">
          <TextField
            label={t('replies.attachment.title', { n: index + 1 })}
            value={attachment.title}
            onChange={title => change(index, { title })}
            onEnter={() => next(index)}
          />
          <TextField
            label={t('replies.attachment.pages', { n: index + 1 })}
            value={attachment.pages}
            onChange={pages => change(index, { pages })}
            onEnter={() => next(index)}
            inputMode="numeric"
          />
          <Act look="quiet" onAct={() => remove(index)}>
            {t('replies.attachment.remove', { n: index + 1 })}
          </Act>
        </div>
      ))}
      <Act icon="add" size="small" keys="Alt+N" onAct={add}>
        {t('replies.attachment.add')}
      </Act>
      <FieldNote id="attachments-note" error={error} hint={undefined} />
    </fieldset>
  )
}
