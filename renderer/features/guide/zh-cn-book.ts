import { bookOf } from './book-of'
import type { GuidePage } from './guide-tree'

/** The guide in Chinese, made of docs/guide/zh-CN by the build. */
export const book = bookOf(
  import.meta.glob<GuidePage>(['../../../docs/guide/zh-CN/*.md', '!../../../docs/guide/zh-CN/README.md'], {
    eager: true,
    import: 'page',
  }),
)
