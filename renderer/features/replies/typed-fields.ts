import type { ReplyGap, ReplyTextField } from '#shared/application/requests/reply-check'
import type { TypedReply } from '#shared/application/requests/typed-reply'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import type { Translator } from '../../i18n/translator'
import { fieldLabel, gapSentence, rowLabel, type RowPlace } from './gap-sentence'

/** What every part of the form is given: the fields of the chosen type, how to change them, and what is wrong. */
export interface TypedFieldsProps {
  readonly typed: TypedReply
  readonly onChange: (part: Partial<TypedReply>) => void
  readonly gaps: readonly ReplyGap[]
  readonly decision: DecisionType
}

type Wrong = Pick<TypedFieldsProps, 'gaps' | 'decision'>

/** Label and error of a field that stands alone. */
export const aboutField = (field: ReplyTextField, { gaps, decision }: Wrong, translator: Translator) => ({
  label: fieldLabel(field, decision, translator.t),
  error: sentenceWhere(gap => gap.field === field, { gaps, decision }, translator),
})

/** Label and error of one part of a row. */
export const aboutRow = (place: RowPlace, wrong: Wrong, translator: Translator) => ({
  label: rowLabel(place, translator.t),
  error: sentenceWhere(gap => gap.kind === 'row' && isAt(gap, place), wrong, translator),
})

/** What is wrong with a list as a whole. */
export const listError = (field: RowPlace['field'], wrong: Wrong, translator: Translator): string | null =>
  sentenceWhere(gap => gap.field === field && gap.kind === 'noRows', wrong, translator)

export function sentenceWhere(
  isMeant: (gap: ReplyGap) => boolean,
  { gaps, decision }: { readonly gaps: readonly ReplyGap[]; readonly decision: DecisionType | null },
  translator: Translator,
): string | null {
  const gap = gaps.find(isMeant)
  return gap ? gapSentence(gap, decision, translator) : null
}

const isAt = (gap: Extract<ReplyGap, { kind: 'row' }>, { field, at, part }: RowPlace): boolean =>
  gap.field === field && gap.at === at && gap.part === part
