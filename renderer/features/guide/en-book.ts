import { bookOf } from './book-of'
import type { GuidePage } from './guide-tree'

/** The guide in English, made of docs/guide/en by the build. */
export const book = bookOf(
  import.meta.glob<GuidePage>(['../../../docs/guide/en/*.md', '!../../../docs/guide/en/README.md'], {
    eager: true,
    import: 'page',
  }),
)
