import { emptyAttachment } from '#shared/application/requests/typed-reply'
import { useMessages } from '../../i18n/messages-provider'
import { TextField } from '../../ui/fields/text-field'
import { RowPart, RowsField } from './rows-field'
import { aboutRow, listError, type TypedFieldsProps } from './typed-fields'

/** What goes with the reply. Enter in a line starts the next one; Alt+N adds one from anywhere. */
export function AttachmentsField({ typed, onChange, ...wrong }: TypedFieldsProps) {
  const translator = useMessages()
  const { t } = translator
  const field = 'attachments'
  return (
    <RowsField
      field={field}
      legend={t('replies.attachments')}
      error={listError(field, wrong, translator)}
      rows={typed.attachments}
      empty={emptyAttachment}
      onChange={attachments => onChange({ attachments })}
      add={t('replies.attachment.add')}
      addKeys="Alt+N"
      remove={n => t('replies.attachment.remove', { n })}
      row={({ title, pages }, { at, change, next }) => (
        <>
          <RowPart {...{ field, at }} part="title">
            <TextField
              {...aboutRow({ field, at, part: 'title' }, wrong, translator)}
              value={title}
              onChange={value => change({ title: value })}
              onEnter={next}
            />
          </RowPart>
          <RowPart {...{ field, at }} part="pages">
            <TextField
              {...aboutRow({ field, at, part: 'pages' }, wrong, translator)}
              value={pages}
              onChange={value => change({ pages: value })}
              onEnter={next}
              inputMode="numeric"
            />
          </RowPart>
        </>
      )}
    />
  )
}
