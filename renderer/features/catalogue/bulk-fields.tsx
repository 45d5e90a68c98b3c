import {
  bulkKinds,
  bulkTexts,
  isClosing,
  type BulkChoice,
  type BulkText,
} from '#shared/application/catalogue/bulk-choice'
import { longest } from '#shared/application/catalogue/document-form'
import type { Desk } from '#shared/application/desk'
import { namedTopics } from '#shared/domain/catalogue/topic-classes'
import { useOffice } from '../../case-parts/use-office'
import { useMessages } from '../../i18n/messages-provider'
import { DateField } from '../../ui/date-field/date-field'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'
import { attributes, topicChoices, validities } from './choices'

export interface BulkFieldsProps {
  readonly desk: Desk
  readonly choice: BulkChoice
  readonly change: (part: Partial<BulkChoice>) => void
}

/** Which one thing is changed, and what it becomes. */
export function BulkFields({ desk, choice, change }: BulkFieldsProps) {
  const { t } = useMessages()
  const office = useOffice(desk.offices)
  const agencies = office?.agencies ?? []
  const kinds = bulkKinds.filter(kind => kind !== 'agencyId' || agencies.length > 1)
  return (
    <>
      <ChoiceGroup
        label={t('catalogue.bulk.what')}
        look="inline"
        value={choice.kind}
        onChange={kind => change({ kind })}
        choices={kinds.map(kind => ({ value: kind, label: t(`document.field.${kind}`) }))}
      />
      {choice.kind === 'topicClass' ? (
        <SelectField
          label={t('document.field.topicClass')}
          value={choice.topicClass}
          placeholder={t('document.chooseTopic')}
          onChange={topicClass => change({ topicClass })}
          choices={topicChoices(namedTopics(office?.topicNames ?? {}))}
        />
      ) : null}
      {choice.kind === 'agencyId' ? (
        <SelectField
          label={t('document.field.agencyId')}
          value={choice.agencyId}
          placeholder={t('document.chooseAgency')}
          onChange={agencyId => change({ agencyId })}
          choices={agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
        />
      ) : null}
      {choice.kind === 'validity' ? (
        <SelectField
          label={t('document.field.validity')}
          value={choice.validity}
          onChange={validity => change({ validity })}
          choices={validities.map(each => ({ value: each, label: t(`validity.${each}`) }))}
        />
      ) : null}
      {choice.kind === 'validTo' ? (
        <DateField
          label={t('document.field.validTo')}
          value={choice.validTo}
          today={desk.today}
          onChange={validTo => change({ validTo })}
        />
      ) : null}
      {isText(choice.kind) ? <TextOf name={choice.kind} {...{ choice, change }} /> : null}
      {choice.kind === 'attribute' ? <AttributeFields {...{ choice, change }} /> : null}
    </>
  )
}

const isText = (kind: BulkChoice['kind']): kind is BulkText => (bulkTexts as readonly string[]).includes(kind)

type ChoiceProps = Pick<BulkFieldsProps, 'choice' | 'change'>

function TextOf({ name, choice, change }: ChoiceProps & { readonly name: BulkText }) {
  const { t } = useMessages()
  return (
    <TextField
      label={t(`document.field.${name}`)}
      hint={name === 'genre' ? t('document.genreHint') : null}
      value={choice.texts[name]}
      maxLength={longest[name]}
      onChange={typed => change({ texts: { ...choice.texts, [name]: typed } })}
    />
  )
}

function AttributeFields({ choice, change }: ChoiceProps) {
  const { t } = useMessages()
  return (
    <>
      <SelectField
        label={t('document.field.attribute')}
        value={choice.attribute}
        onChange={attribute => change({ attribute })}
        choices={attributes.map(each => ({ value: each, label: t(`attribute.${each}`) }))}
      />
      {isClosing(choice) ? (
        <TextField
          label={t('document.field.closedBecause')}
          hint={t('catalogue.bulk.closing')}
          value={choice.reason}
          maxLength={500}
          onChange={reason => change({ reason })}
        />
      ) : (
        <p className="dialog-hint">{t('catalogue.bulk.publishing')}</p>
      )}
    </>
  )
}
