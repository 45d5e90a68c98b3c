import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { emptyPublication } from '#shared/application/requests/typed-reply'
import { useMessages } from '../../i18n/messages-provider'
import { DateField } from '../../ui/date-field/date-field'
import { TextField } from '../../ui/fields/text-field'
import { RowPart, RowsField } from './rows-field'
import { aboutRow, listError, type TypedFieldsProps } from './typed-fields'

/** Where the information is public already (art. 36(1)): exact address, issue of the gazette or reading place. */
export function PublishedField({ typed, onChange, today, ...wrong }: TypedFieldsProps & { readonly today: CivilDate }) {
  const translator = useMessages()
  const { t } = translator
  const field = 'published'
  return (
    <RowsField
      field={field}
      legend={t('decide.published')}
      hint={t('decide.published.whereHint')}
      error={listError(field, wrong, translator)}
      rows={typed.published}
      empty={emptyPublication}
      onChange={published => onChange({ published })}
      add={t('decide.published.add')}
      addKeys="Alt+N"
      remove={n => t('decide.published.remove', { n })}
      row={({ title, where, publishedOn }, { at, change, next }) => (
        <>
          <RowPart {...{ field, at }} part="title">
            <TextField
              {...aboutRow({ field, at, part: 'title' }, wrong, translator)}
              value={title}
              onChange={value => change({ title: value })}
            />
          </RowPart>
          <DateField
            label={t('decide.published.publishedOn', { n: at })}
            optional
            value={publishedOn}
            onChange={on => change({ publishedOn: on })}
            today={today}
            latestOn={today}
          />
          <RowPart {...{ field, at }} part="where">
            <TextField
              {...aboutRow({ field, at, part: 'where' }, wrong, translator)}
              value={where}
              onChange={value => change({ where: value })}
              onEnter={next}
            />
          </RowPart>
        </>
      )}
    />
  )
}
