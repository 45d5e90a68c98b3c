import { replyTypes, type ReplyType } from '#shared/domain/decisions/reply-types'
import type { ReplyContent, WithheldPart } from '#shared/domain/requests/reply-content'
import type { Draft } from '#shared/domain/requests/request-state'
import { parseCivilDate } from '#shared/domain/calendar/civil-date'
import type { Translator } from '../../i18n/translator'
import type { KeyValue } from '../../ui/sheets/key-value-list'
import { articleOf } from './decision-words'

/** Everything that the letter says for this type: what is given, what is refused and on which ground. */
export function contentItems({ decision, content }: Draft, translator: Translator): readonly KeyValue[] {
  const { t } = translator
  const { annualRow }: ReplyType = replyTypes[decision]
  const row: KeyValue = { label: t('decide.review.annualRow'), value: annualRow }
  if (!content) return [row]
  return [
    row,
    ...attachmentItems(content, translator),
    ...publishedItems(content, translator),
    ...withheldItems(content, translator),
    ...singleItems(content, translator),
    { label: t('decide.review.reasons'), value: content.reasons },
  ]
}

function attachmentItems({ attachments, inspection }: ReplyContent, { t }: Translator): readonly KeyValue[] {
  const words = attachments.map(({ title, pages }) => t('replies.review.attachment', { title, n: pages }))
  return [
    ...(inspection
      ? [
          { label: t('replies.inspectionPlace'), value: inspection.place },
          { label: t('replies.inspectionTime'), value: inspection.time },
        ]
      : []),
    ...(words.length > 0 ? [{ label: t('replies.attachments'), value: words.join(t('replies.join')) }] : []),
  ]
}

function publishedItems({ published = [] }: ReplyContent, { t, format }: Translator): readonly KeyValue[] {
  const lines = published.map(({ title, where, publishedOn = '' }) => {
    const day = parseCivilDate(publishedOn)
    return day.ok
      ? t('decide.review.publishedOneOn', { title, where, day: format.fullDay(day.value) })
      : t('decide.review.publishedOne', { title, where })
  })
  return lines.length > 0 ? [{ label: t('decide.review.published'), value: lines.join('\n') }] : []
}

const withheldItems = ({ withheld = [] }: ReplyContent, { t }: Translator): readonly KeyValue[] =>
  withheld.map((part, index) => ({ label: t('decide.review.withheld', { n: index + 1 }), value: partWords(part, t) }))

function partWords(part: WithheldPart, t: Translator['t']): string {
  const { what, ground, reason, law, secrecyReference } = part
  const words = { what, reason, ground: t(`refusal.decision.${ground}`), article: articleOf(ground, t) }
  if (secrecyReference) return t('decide.review.withheldSecret', { ...words, reference: secrecyReference })
  return law
    ? t('decide.review.withheldLaw', { ...words, law: law.title, lawArticle: law.article })
    : t('decide.review.withheldOne', words)
}

function singleItems(content: ReplyContent, { t, format }: Translator): readonly KeyValue[] {
  const { law, elsewhere, elsewhereUnknown: why, earlier, secrecyReference, obtainable, archives } = content
  const items: readonly (KeyValue | undefined)[] = [
    law && { label: t('decide.review.law'), value: t('decide.review.lawWords', law) },
    secrecyReference ? { label: t('decide.review.secrecy'), value: secrecyReference } : undefined,
    elsewhere && { label: t('decide.review.elsewhere'), value: t('decide.review.elsewhereWords', elsewhere) },
    why ? { label: t('decide.review.elsewhere'), value: t('decide.review.elsewhereUnknown', { why }) } : undefined,
    earlier && {
      label: t('decide.review.earlier'),
      value: t('decide.review.earlierWords', { letterNo: earlier.letterNo, day: format.fullDay(earlier.on) }),
    },
    obtainable ? { label: t('decide.review.obtainable'), value: obtainable } : undefined,
    archives && {
      label: t('decide.review.archives'),
      value: t('decide.review.archivesWords', {
        formed: format.fullDay(archives.formedOn),
        moved: format.fullDay(archives.movedOn),
      }),
    },
  ]
  return items.filter(item => item !== undefined)
}
