import type { Desk } from '#shared/application/desk'
import type { Post } from '#shared/domain/people/person-facts'

const posts = ['clerk', 'reviewer', 'head'] as const satisfies readonly Post[]

/** The post under which documents are catalogued; null for who holds none of them. */
export const importPost = ({ me }: Pick<Desk, 'me'>): Post | null => posts.find(post => me.posts.includes(post)) ?? null
