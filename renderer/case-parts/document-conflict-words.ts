import { civilDateAt, parseCivilDate } from '#shared/domain/calendar/civil-date'
import { valueIn } from '#shared/domain/catalogue/changed-unseen'
import type { CataloguedDocument, DocumentConflict, TextPlace } from '#shared/domain/catalogue/document'
import type {
  DisclosureAttribute,
  DocumentDetails,
  DocumentFactType,
  Validity,
} from '#shared/domain/catalogue/document-facts'
import { topicName } from '#shared/domain/catalogue/topic-classes'
import { documentFieldWord } from '../i18n/document-field-word'
import type { MessageKey } from '../i18n/message'
import type { Translator } from '../i18n/translator'
import type { NameOf } from './use-staff-names'

type Standing = Pick<CataloguedDocument, 'details' | 'text'>

export interface ConflictAround {
  readonly nameOf: NameOf
  readonly translator: Translator
}

/** What happened to a document, then what stands and what it replaced unseen. */
export function documentConflictWords(
  conflict: DocumentConflict,
  document: Standing,
  { nameOf, translator }: ConflictAround,
): readonly string[] {
  const { t, format } = translator
  const said = { day: format.fullDay(civilDateAt(conflict.by.at)), who: nameOf(conflict.by.actor) }
  if (conflict.kind === 'leftOut') {
    const { what } = conflict
    const title = Object.hasOwn(documentActTitles, what) ? t(documentActTitles[what]) : what
    return [t('document.conflict.leftOut', { ...said, what: title })]
  }
  const { field, value } = conflict
  const word = documentFieldWord(field, t)
  const now = field === 'text' ? document.text : valueIn(document, field)
  return [
    t('document.conflict.overwritten', { ...said, field: word }),
    t('document.conflict.values', {
      ...{ now: valueWords(field, now, translator), there: valueWords(field, value, translator) },
    }),
  ]
}

/** What an act on a document is called. */
export const documentActTitles = {
  'document.catalogued@1': 'document.did.catalogued',
  'document.changed@1': 'document.did.changed',
  'document.attached@1': 'document.did.attached',
  'document.detached@1': 'document.did.detached',
  'document.related@1': 'document.did.related',
  'document.unrelated@1': 'document.did.unrelated',
  'document.withdrawn@1': 'document.did.withdrawn',
  'document.restored@1': 'document.did.restored',
  'document.conflictSettled@1': 'document.did.conflictSettled',
} as const satisfies Readonly<Record<DocumentFactType, MessageKey>>

function valueWords(field: string, value: unknown, { t, format }: Translator): string {
  if (Array.isArray(value)) return value.join('、')
  if (field === 'text' && value) {
    const { seq, chars } = value as TextPlace // the fold put it there
    return t('document.conflict.text', { seq, n: format.count(chars) })
  }
  if (typeof value !== 'string') return t('document.conflict.nothing')
  const on = Object.hasOwn(days, field) ? parseCivilDate(value) : null
  return on?.ok ? format.fullDay(on.value) : nameOf(field, value, t)
}

/** Fields that hold a day. A title that looks like one stays as it was typed. */
const days: Readonly<
  Record<Extract<keyof DocumentDetails, `${string}On` | `${string}Date` | 'validFrom' | 'validTo'>, true>
> = {
  ...{ documentDate: true, formedOn: true, changedOn: true, publishedOn: true, validFrom: true, validTo: true },
}

/** Of what is chosen from a list; anything else stands as it was typed. */
function nameOf(field: string, value: string, t: Translator['t']): string {
  if (field === 'validity' && Object.hasOwn(validities, value)) return t(`validity.${value as Validity}`)
  if (field === 'attribute' && Object.hasOwn(attributes, value)) return t(`attribute.${value as DisclosureAttribute}`)
  return field === 'topicClass' ? (topicName(value) ?? value) : value
}

const validities: Readonly<Record<Validity, true>> = {
  ...{ VALID: true, PARTLY_AMENDED: true, REPEALED: true, EXPIRED: true, UNKNOWN: true },
}
const attributes: Readonly<Record<DisclosureAttribute, true>> = {
  ...{ PROACTIVE: true, ON_REQUEST: true, NOT_DISCLOSED: true },
}
