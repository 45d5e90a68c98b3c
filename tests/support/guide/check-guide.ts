import type { Block, GuidePage, Inline } from '../../../renderer/features/guide/guide-tree'

/** One line a mistake: what a page says that the program or the guide does not have. */
export interface GuideFacts {
  /** Messages of the language that the page is written in. */
  readonly messages: readonly string[]
  readonly keys: ReadonlySet<string>
  /** Headings of every page, as links name them. */
  readonly anchors: Readonly<Record<string, ReadonlySet<string>>>
}

/** Screen texts, keys and links of a page against the program. A value inside a message is written … in the guide. */
export function mistakesIn(page: GuidePage, { messages, keys, anchors }: GuideFacts): string[] {
  const onScreen = new Set(messages.map(asInGuide))
  return inlinesOf(page.blocks).flatMap(inline => {
    switch (inline.kind) {
      case 'text':
        return []
      case 'screen':
        return onScreen.has(asInGuide(inline.text)) ? [] : [`not on screen: ${inline.text}`]
      case 'key':
        return keys.has(inline.text) ? [] : [`no such key: ${inline.text}`]
      case 'link':
        return inline.anchor === undefined || anchors[inline.page]?.has(inline.anchor)
          ? []
          : [`no such heading: ${inline.page}#${inline.anchor}`]
    }
  })
}

/** `还差 {n} 项：{fields}` is written 「还差 … 项：…」. English plural forms count as one value. */
const asInGuide = (text: string): string =>
  text
    .replaceAll(/\{[^}]*\}(\s*\{[^}]*\|[^}]*\})?/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()

export function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block): Inline[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [...block.inlines]
      case 'list':
        return block.items.flatMap(inlinesOf)
      case 'table':
        return [block.head, ...block.rows].flat(2)
      case 'note':
        return inlinesOf(block.blocks)
      case 'picture':
        return []
    }
  })
}

export const anchorsOf = ({ blocks }: GuidePage): ReadonlySet<string> =>
  new Set(blocks.flatMap(block => (block.kind === 'heading' ? [block.anchor] : [])))

export const picturesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(block => (block.kind === 'picture' ? [block.source] : []))

/** Keys that screens bind or print: `keys: 'F2'`, `keys="Alt+N"`, `showsKeys="Esc"`. */
export const keysInSource = (source: string): string[] =>
  [...source.matchAll(/\b(?:keys|showsKeys)(?:=|: )\{?['"]([^'"]+)['"]/g)].map(([, keys = '']) => keys)
