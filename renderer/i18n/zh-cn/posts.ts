import type { Post } from '#shared/domain/people/person-facts'

/** The posts of an office, as they stand beside a name. */
export const postMessages = {
  'post.clerk': '受理员',
  'post.reviewer': '审核员',
  'post.head': '负责人',
  'post.administrator': '管理员',
  'post.join': '、',
  'post.none': '已离岗',
} as const satisfies Readonly<Record<`post.${Post | 'join' | 'none'}`, string>>
