import type { Post } from '#shared/domain/people/person-facts'
import type { Translate } from './message'

/** `受理员、管理员`; who holds no post has left. */
export const postNames = (posts: readonly Post[], t: Translate): string =>
  posts.length === 0 ? t('post.none') : posts.map(post => t(`post.${post}`)).join(t('post.join'))
