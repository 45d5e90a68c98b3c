import type { postMessages as source } from '../zh-cn/posts'

export const postMessages: Readonly<Record<keyof typeof source, string>> = {
  'post.clerk': 'Clerk',
  'post.reviewer': 'Reviewer',
  'post.head': 'Head of office',
  'post.administrator': 'Administrator',
  'post.join': ', ',
  'post.none': 'Has left',
}
