import type { Desk } from '#shared/application/desk'
import { postFor } from '#shared/application/catalogue/document-form'
import type { Post } from '#shared/domain/people/person-facts'

/**
 * The post under which documents are catalogued; null for who holds none of them. Where some of them become public it is not
 * the clerk's (shared/domain/catalogue/document-acts): a clerk prepares the import, a reviewer or head writes it.
 */
export const importPost = ({ me }: Pick<Desk, 'me'>, makesPublic = false): Post | null =>
  postFor(me.posts, makesPublic) ?? null
