import type { TopicGroup } from '#shared/domain/catalogue/topic-classes'
import type { DisclosureAttribute, Validity } from '#shared/domain/catalogue/document-facts'

export const validities = [
  'VALID',
  'PARTLY_AMENDED',
  'REPEALED',
  'EXPIRED',
  'UNKNOWN',
] as const satisfies readonly Validity[]

export const attributes = ['PROACTIVE', 'ON_REQUEST', 'NOT_DISCLOSED'] as const satisfies readonly DisclosureAttribute[]

/** Classes with their sub-classes under them. */
export const topicChoices = (groups: readonly TopicGroup[]) =>
  groups.flatMap(({ code, name, children }) => [
    { value: code, label: `${code} ${name}` },
    ...children.map(child => ({ value: child.code, label: `\u3000${child.code} ${child.name}` })),
  ])
