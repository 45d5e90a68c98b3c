import type { Desk } from '#shared/application/desk'
import {
  longest,
  postFor,
  readsAsNumber,
  type DocumentForm,
  type TextOfForm,
} from '#shared/application/catalogue/document-form'
import { namedTopics } from '#shared/domain/catalogue/topic-classes'
import { useOffice } from '../../case-parts/use-office'
import { useMessages } from '../../i18n/messages-provider'
import { DateField } from '../../ui/date-field/date-field'
import { SelectField } from '../../ui/fields/select-field'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'
import { attributes, topicChoices, validities } from './choices'

export interface FieldsProps {
  readonly desk: Desk
  readonly form: DocumentForm
  readonly change: (part: Partial<DocumentForm>) => void
  readonly errorOf: (name: keyof DocumentForm) => string | null
  readonly isNew: boolean
  readonly isNumberingMissing: boolean
}

/** What the document says. */
export function WordFields({ form, change, errorOf, ...rest }: FieldsProps) {
  const { t } = useMessages()
  const text = textField({ form, change, errorOf, ...rest }, t)
  const isNumber = readsAsNumber(form.docNo)
  return (
    <Sheet title={t('document.form.words')} step={1}>
      <TextField {...text('title')} takesFocus={rest.isNew} optional={false} />
      <TextField {...text('docNo')} hint={isNumber === false ? t('document.docNoUnread') : t('document.docNoHint')} />
      <TextArea {...text('abstract')} hint={t('document.abstractHint')} rows={[2, 6]} />
      <TextField {...text('keywords')} hint={t('document.keywordsHint')} />
      <TextField {...text('legalBasis')} />
      <TextArea {...text('text')} rows={[6, 18]} />
    </Sheet>
  )
}

/** Where it belongs, and whether anybody may read it. */
export function PlaceFields(props: FieldsProps) {
  const { desk, form, change, errorOf, isNew, isNumberingMissing } = props
  const { t } = useMessages()
  const office = useOffice(desk.offices)
  const text = textField(props, t)
  const agencies = office?.agencies ?? []
  return (
    <Sheet title={t('document.form.place')} step={2}>
      <TextField
        {...text('indexNo')}
        optional={false}
        readOnly={!isNew}
        hint={t(
          isNew ? (isNumberingMissing ? 'document.indexNoUnset' : 'document.indexNoProposed') : 'document.indexNoStays',
        )}
        onChange={indexNo => change({ indexNo, isIndexNoOwn: indexNo.trim() !== '' })}
      />
      {agencies.length > 1 ? (
        <SelectField
          label={t('document.field.agencyId')}
          error={errorOf('agencyId')}
          value={form.agencyId === '' ? null : form.agencyId}
          placeholder={t('document.chooseAgency')}
          onChange={agencyId => change({ agencyId })}
          choices={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
        />
      ) : null}
      <SelectField
        label={t('document.field.topicClass')}
        error={errorOf('topicClass')}
        value={form.topicClass === '' ? null : form.topicClass}
        placeholder={t('document.chooseTopic')}
        onChange={topicClass => change({ topicClass })}
        choices={topicChoices(namedTopics(office?.topicNames ?? {}))}
      />
      <div className="document-pair">
        <TextField {...text('genre')} hint={t('document.genreHint')} />
        <TextField {...text('source')} />
      </div>
      <TextField {...text('issuer')} />
      <TextField {...text('publisher')} />
      <div className="document-pair">
        <SelectField
          label={t('document.field.attribute')}
          error={errorOf('attribute')}
          value={form.attribute}
          onChange={attribute => change({ attribute, ...(attribute === 'PROACTIVE' ? {} : { publishedOn: null }) })}
          choices={attributes.map(each => ({ value: each, label: t(`attribute.${each}`) }))}
        />
        <SelectField
          label={t('document.field.validity')}
          value={form.validity}
          onChange={validity => change({ validity })}
          choices={validities.map(each => ({ value: each, label: t(`validity.${each}`) }))}
        />
      </div>
      {form.attribute === 'PROACTIVE' ? null : (
        <TextField {...text('closedBecause')} optional={false} hint={t('document.closedHint')} />
      )}
    </Sheet>
  )
}

const days = ['documentDate', 'publishedOn', 'formedOn', 'changedOn', 'validFrom', 'validTo'] as const

/** Its days. Without a day of publication it is not public yet, and the clock of art. 26 runs. */
export function DateFields({ desk, form, change, errorOf }: FieldsProps) {
  const { t } = useMessages()
  const mayPublish = postFor(desk.me.posts, true) !== undefined
  const shown = form.attribute === 'PROACTIVE' ? days : days.filter(name => name !== 'publishedOn')
  return (
    <Sheet title={t('document.form.days')} step={3}>
      <div className="document-days">
        {shown.map(name => (
          <DateField
            key={name}
            label={t(`document.field.${name}`)}
            optional
            hint={
              name === 'publishedOn' ? t(mayPublish ? 'document.publishedHint' : 'document.publishedByReviewer') : null
            }
            error={errorOf(name)}
            value={form[name]}
            today={desk.today}
            latestOn={name === 'validFrom' || name === 'validTo' ? undefined : desk.today}
            onChange={on => change({ [name]: on })}
          />
        ))}
      </div>
    </Sheet>
  )
}

type Words = (key: `document.field.${TextOfForm}`) => string

const textField =
  ({ form, change, errorOf }: FieldsProps, t: Words) =>
  (name: TextOfForm) => ({
    label: t(`document.field.${name}`),
    value: form[name],
    error: errorOf(name),
    optional: true,
    maxLength: longest[name],
    onChange: (typed: string) => change({ [name]: typed }),
  })
