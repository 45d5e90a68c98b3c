import type { PaperPart } from '#shared/application/desk'
import type { ReplyDraft } from '#shared/application/requests/reply-draft'
import { stepOf } from '#shared/application/requests/reply-path'

/**
 * Which paragraphs of the letter the clerk is at work on: those of the field that has the focus, else those that the open
 * question made. A question that made none points at nothing.
 */
export function pointedParts({ step, decision }: ReplyDraft, field: string | null): readonly PaperPart[] {
  const named = field === null || field === 'decision' ? undefined : partOf(field)
  if (named) return [named]
  if (decision !== null && stepOf(decision) === step) return ['decision', 'published']
  return step === 'held' ? ['search'] : []
}

/** Rows are named `published-0-where`; what has no paragraph of its own goes into the decision. */
function partOf(field: string): PaperPart {
  const [name] = field.split('-')
  return name === 'reasons' || name === 'published' || name === 'withheld' ? name : 'decision'
}
