import { expect, test } from 'vitest'
import type { ReplyDraft } from '#shared/application/requests/reply-draft'
import { pointedParts } from '../../../../../renderer/features/replies/pointed-parts'

const draft = (step: ReplyDraft['step'], decision: ReplyDraft['decision']): ReplyDraft => ({
  ...{ draftNo: 1, step, decision, typed: {} },
  fresh: { inspection: null },
})

test.each([
  ['the question that decided makes the decision', draft('way', 'GRANT_PUBLISHED'), null, ['decision', 'published']],
  ['the same while the focus is on it', draft('held', 'NOT_EXIST'), 'decision', ['decision', 'published']],
  ['有没有 makes the search where another decided', draft('held', 'GRANT_PROVIDE'), null, ['search']],
  ['a question that made no sentence points at none', draft('kind', 'GRANT_PROVIDE'), null, []],
  ['the reasons', draft('way', 'PARTIAL'), 'reasons', ['reasons']],
  ['a withheld part', draft('way', 'PARTIAL'), 'withheld-0-reason', ['withheld']],
  ['where it is published', draft('way', 'GRANT_PUBLISHED'), 'published-1-where', ['published']],
  ['an attachment goes into the decision', draft('kind', 'PARTIAL'), 'attachments-0-title', ['decision']],
] as const)('%s', (_name, state, field, parts) => {
  expect(pointedParts(state, field)).toEqual(parts)
})
