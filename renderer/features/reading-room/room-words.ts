import { maskIdNumber, maskName, maskPhone } from '#shared/domain/identity/masking'
import type { Visit } from '#shared/domain/visits/visit-state'
import type { MessageKey, Translate } from '../../i18n/message'

/** What lists show of a visitor: masked, or that nobody was asked. */
export function visitorWord({ visitor, isErased }: Visit, t: Translate): string {
  if (isErased) return t('room.erased')
  return visitor ? maskName(visitor.name) : t('room.unnamed')
}

export function matterWord({ archivesKind, topic }: Visit, t: Translate): string {
  if (archivesKind) return t('room.archives', { kind: t(`room.archivesKind.${archivesKind}`) })
  return topic ? topicWord(topic, t) : t('room.topic.none')
}

/** A topic of a later list is named by its code. */
export function topicWord(code: string, t: Translate): string {
  const key = `room.topic.${code}`
  return isTopicKey(key) ? t(key) : code
}

type TopicKey = Extract<MessageKey, `room.topic.${number}`>
const isTopicKey = (key: string): key is TopicKey => /^room\.topic\.(?:0[1-9]|1\d|2[0-2])$/.test(key)

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
