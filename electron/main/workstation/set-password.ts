import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { subjectOf } from '#shared/ledger/subject'
import type { Posts } from '../vault/vault-file'
import type { NewPerson } from '../vault/vault-wraps'
import type { Workstation } from './workstation'

export interface NewPassword {
  readonly personId: string
  readonly password: string
}

/**
 * An administrator gives somebody a password. Every machine of an office has locks of its own: where another machine added the
 * person, this is their first one here.
 */
export function setPassword(
  workstation: Workstation,
  { personId, password }: NewPassword,
): Promise<Result<void, Problem>> {
  const { vault } = workstation.options
  const newcomer = vault.status().people.some(one => one.personId === personId)
    ? null
    : newcomerOf(workstation, personId)
  return workstation.changeVault(passwordSet(personId, 'administrator', 'administrator'), announce =>
    newcomer ? vault.letIn(newcomer, password, announce) : vault.setPassword(personId, password, announce),
  )
}

export const passwordSet = (personId: string, role: string, by: 'self' | 'administrator') => ({
  subject: subjectOf('person', personId),
  role,
  facts: [{ type: 'person.passwordSet@1', open: { by } }],
})

/** As the ledger knows them; null where it knows nobody, or their name does not open here yet. */
function newcomerOf(workstation: Workstation, personId: string): NewPerson | null {
  const facts = workstation.ledger?.actsOf(subjectOf('person', personId)).flatMap(act => act.facts) ?? []
  const added = facts.find(({ type }) => type === 'person.added@1')
  const { name } = (added?.personal ?? {}) as { readonly name?: unknown }
  const posts = workstation.postsOf(personId)
  if (typeof name !== 'string' || name === '' || posts.length === 0) return null
  return { personId, name, posts: [...posts] as Posts }
}
