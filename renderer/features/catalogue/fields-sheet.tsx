import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { groupOfTopic, topicName } from '#shared/domain/catalogue/topic-classes'
import { hasLapsed } from '#shared/domain/catalogue/validity-on'
import { useOffice } from '../../case-parts/use-office'
import { useMessages } from '../../i18n/messages-provider'
import { KeyValueList, type KeyValue } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'

const texts = ['publisher', 'issuer', 'genre', 'source', 'abstract', 'legalBasis', 'closedBecause'] as const
const days = ['documentDate', 'formedOn', 'changedOn', 'publishedOn', 'validFrom', 'validTo'] as const

/** 目录各项: only what is recorded. */
export function FieldsSheet({ desk, record }: { readonly desk: Desk; readonly record: DocumentRecord }) {
  const { t, format } = useMessages()
  const office = useOffice(desk.offices)
  const { details } = record.document
  const names = office?.topicNames ?? {}
  const topic = topicName(details.topicClass, names) ?? details.topicClass
  const group = topicName(groupOfTopic(details.topicClass), names)
  const agency = office?.agencies.find(({ agencyId }) => agencyId === details.agencyId)?.name
  const items: KeyValue[] = [
    { label: t('document.field.topicClass'), value: details.topicClass.length > 2 ? `${group} / ${topic}` : topic },
    { label: t('document.field.attribute'), value: t(`attribute.${details.attribute}`) },
    {
      label: t('document.field.validity'),
      value: hasLapsed(details, desk.today)
        ? t('document.lapsed', { validity: t(`validity.${details.validity}`) })
        : t(`validity.${details.validity}`),
    },
    ...(agency === undefined ? [] : [{ label: t('document.field.agencyId'), value: agency }]),
    ...texts.flatMap(name => {
      const value = details[name]
      return value === undefined ? [] : [{ label: t(`document.field.${name}`), value }]
    }),
    ...days.flatMap(name => {
      const on = details[name]
      return on === undefined ? [] : [{ label: t(`document.field.${name}`), value: format.fullDay(on) }]
    }),
    ...(details.keywords ? [{ label: t('document.field.keywords'), value: details.keywords.join('、') }] : []),
  ]
  return (
    <Sheet title={t('document.fields')}>
      <KeyValueList items={items} />
      {record.needsNewerVersion ? <p className="document-note">{t('document.newer')}</p> : null}
    </Sheet>
  )
}
