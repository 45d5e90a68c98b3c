import { topicName } from '#shared/domain/catalogue/topic-classes'
import { maskIdNumber, maskName, maskPhone } from '#shared/domain/identity/masking'
import { visitTopics } from '#shared/domain/visits/visit-facts'
import type { Visit } from '#shared/domain/visits/visit-state'
import type { Translate } from '../../i18n/message'

/** What lists show of a visitor: masked, or that nobody was asked. */
export function visitorWord({ visitor, isErased }: Visit, t: Translate): string {
  if (isErased) return t('room.erased')
  return visitor ? maskName(visitor.name) : t('room.unnamed')
}

export type TopicNames = Readonly<Record<string, string>>

export function matterWord({ archivesKind, topic }: Visit, { t, topics }: MatterWords): string {
  if (archivesKind) return t('room.archives', { kind: t(`room.archivesKind.${archivesKind}`) })
  return topic ? topicWord(topic, topics) : t('room.topic.none')
}

export interface MatterWords {
  readonly t: Translate
  readonly topics: TopicNames
}

/** As the office calls it in its catalogue; a topic of a later list is named by its code. */
export const topicWord = (code: string, topics: TopicNames): string => topicName(code, topics) ?? code

/** Classes to choose from, with their codes. */
export const topicChoices = (topics: TopicNames): readonly { readonly value: string; readonly label: string }[] =>
  visitTopics.map(value => ({ value, label: `${value} ${topicWord(value, topics)}` }))

export interface ShownVisitor {
  readonly name: string
  readonly document: string
  readonly phone: string
}

/** In full only after it was recorded. */
export function shownVisitor({ visitor }: Visit, isShown: boolean, t: Translate): ShownVisitor {
  const none = t('room.visitor.none')
  const word = (text: string | undefined, mask: (text: string) => string): string =>
    text === undefined ? none : isShown ? text : mask(text)
  const document = visitor?.document
  const number = word(document?.idNumber, maskIdNumber)
  return {
    name: word(visitor?.name, maskName),
    document: document ? `${t(`idKind.${document.idKind ?? 'residentId'}`)} ${number}` : none,
    phone: word(visitor?.phone, maskPhone),
  }
}
