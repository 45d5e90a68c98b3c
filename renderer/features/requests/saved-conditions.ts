import type { Drafts } from '#shared/application/desk'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { readCondition, type Condition } from './list-condition'

/** A condition that a clerk comes back to, under their own name for it. */
export interface SavedCondition {
  readonly name: string
  readonly condition: Condition
}

export const mostSaved = 12

/** Sealed like a draft, because the words looked for may be somebody's name. Each person has their own. */
export const savedConditionsName = (me: PersonId): string => `filters-${me}`

export async function loadConditions(drafts: Pick<Drafts, 'load'>, me: PersonId): Promise<readonly SavedCondition[]> {
  const loaded = await drafts.load(savedConditionsName(me))
  return loaded.ok && loaded.value ? readSaved(loaded.value.content) : []
}

/** The newest first; one of the same name is replaced. Of more than `mostSaved` the oldest goes. */
export const withCondition = (saved: readonly SavedCondition[], one: SavedCondition): readonly SavedCondition[] =>
  [one, ...saved.filter(({ name }) => name !== one.name)].slice(0, mostSaved)

function readSaved(content: unknown): readonly SavedCondition[] {
  if (!Array.isArray(content)) return []
  return content.flatMap((each: unknown) => {
    const { name, condition } = (each ?? {}) as { name?: unknown; condition?: unknown }
    const read = readCondition(condition)
    return typeof name === 'string' && read ? [{ name, condition: read }] : []
  })
}
