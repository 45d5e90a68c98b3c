import type { Problem } from '../../contracts/problems'
import { postsForDocument } from '../../domain/catalogue/document-acts'
import type { DocumentId } from '../../domain/catalogue/document-facts'
import type { SettledConflict } from '../../domain/settled-conflict'
import type { Result } from '../../kernel/result'
import type { Desk } from '../desk'

type Writing = Pick<Desk, 'catalogue' | 'me'>

const posts = postsForDocument['document.conflictSettled@1']

/** Looking at what two machines did without knowing of each other is the reviewer's or head's. */
export const maySettleDocument = ({ me }: Pick<Desk, 'me'>): boolean => posts.some(post => me.posts.includes(post))

/** What two machines did without knowing of each other was looked at, and stays as it is now. */
export function settleDocumentConflict(
  { catalogue, me }: Writing,
  documentId: DocumentId,
  { by, reason }: { readonly by: SettledConflict; readonly reason: string },
): Promise<Result<void, Problem>> {
  const role = posts.find(post => me.posts.includes(post)) ?? posts[0]!
  const open = { chain: by.chain, seq: by.seq }
  return catalogue.write(role, [
    { documentId, facts: [{ type: 'document.conflictSettled@1', open, personal: { reason } }] },
  ])
}
