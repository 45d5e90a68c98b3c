import type { GuidePageName } from '../../i18n/guide-pages'

/** What stands in one line of the guide. Nothing else can: the build refuses Markdown that has no place here. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  /** A name or sentence exactly as on screen; a test compares it with renderer/i18n. A value in it is written …. */
  | { readonly kind: 'screen'; readonly text: string }
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'link'; readonly page: GuidePageName; readonly anchor?: string; readonly text: string }

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly anchor: string; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | ({ readonly kind: 'picture'; readonly source: string; readonly words: string } & PictureSize)
  | { readonly kind: 'note'; readonly blocks: readonly Block[] }

export type Cell = readonly Inline[]

/** CSS pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

export interface GuidePage {
  readonly title: string
  readonly blocks: readonly Block[]
}

/** All pages in one language. */
export type GuideBook = Readonly<Record<GuidePageName, GuidePage>>

export const textOfInlines = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('')

/** Every word of a block, as find-in-guide reads it. */
export function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textOfInlines(block.inlines)
    case 'list':
      return block.items.map(item => item.map(textOfBlock).join(' ')).join(' ')
    case 'table':
      return [block.head, ...block.rows].map(row => row.map(textOfInlines).join(' ')).join(' ')
    case 'picture':
      return block.words
    case 'note':
      return block.blocks.map(textOfBlock).join(' ')
  }
}
