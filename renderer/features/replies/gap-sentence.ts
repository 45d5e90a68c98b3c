import type { ReplyGap } from '#shared/application/requests/reply-draft'
import { fieldProblemSentence } from '../../i18n/field-problem-sentence'
import type { Translator } from '../../i18n/translator'

/** What is still missing in the reply, and where. */
export function gapSentence(gap: ReplyGap, translator: Translator): string {
  const { t } = translator
  switch (gap.kind) {
    case 'decisionMissing':
      return t('replies.gap.decision')
    case 'attachmentsMissing':
      return t('replies.gap.attachments')
    case 'pages':
      return t('replies.gap.pages', { n: gap.at })
    case 'title':
      return fieldProblemSentence(gap.problem, t('replies.gap.title', { n: gap.at }), translator)
    case 'text':
      return fieldProblemSentence(gap.problem, t(`replies.${gap.field}`), translator)
  }
}
