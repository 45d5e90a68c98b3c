import { marked, type Token, type Tokens } from 'marked'
import { guidePageNames, type GuidePageName } from '../../renderer/i18n/guide-pages'
import type { Block, Cell, GuidePage, Inline, PictureSize } from '../../renderer/features/guide/guide-tree'

export interface GuidePictures {
  /** The size of a picture named as in the page, or undefined where there is no such file. */
  sizeOf(source: string): PictureSize | undefined
}

/**
 * One page of the guide out of its Markdown. The first line is its title. Screen texts are written 「…」 in Chinese and
 * **…** in English, keys as `code`. Throws, and so stops the build, at Markdown the guide has no shape for, at a link to
 * no page and at a picture that is not there.
 */
export function readGuidePage(markdown: string, pictures: GuidePictures): GuidePage {
  const [title, ...rest] = marked.lexer(markdown).filter(({ type }) => type !== 'space')
  if (title?.type !== 'heading' || title['depth'] !== 1)
    throw new Error('a page of the guide begins with # and its title')
  return { title: title['text'] as string, blocks: blocksOf(rest, pictures) }
}

const blocksOf = (tokens: readonly Token[], pictures: GuidePictures): Block[] =>
  tokens.filter(({ type }) => type !== 'space').map(token => blockOf(token, pictures))

function blockOf(token: Token, pictures: GuidePictures): Block {
  const known = token as Tokens.Generic
  switch (known.type) {
    case 'heading':
      return headingOf(known as Tokens.Heading)
    case 'paragraph':
      return paragraphOf(known as Tokens.Paragraph, pictures)
    case 'text': // the line of a list without empty lines
      return { kind: 'paragraph', inlines: inlinesOf(known.tokens ?? []) }
    case 'list': {
      const { ordered, items } = known as Tokens.List
      return { kind: 'list', ordered, items: items.map(item => blocksOf(item.tokens, pictures)) }
    }
    case 'table': {
      const { header, rows } = known as Tokens.Table
      const cells = (row: readonly Tokens.TableCell[]): Cell[] => row.map(({ tokens }) => inlinesOf(tokens))
      return { kind: 'table', head: cells(header), rows: rows.map(cells) }
    }
    case 'blockquote':
      return { kind: 'note', blocks: blocksOf(known.tokens ?? [], pictures) }
    default:
      throw new Error(`the guide has no shape for ${known.type}: ${known.raw.slice(0, 60)}`)
  }
}

function headingOf({ depth, text, tokens }: Tokens.Heading): Block {
  if (depth !== 2 && depth !== 3) throw new Error(`the guide has headings of two and three #: ${text}`)
  return { kind: 'heading', level: depth, anchor: anchorOf(text), inlines: inlinesOf(tokens) }
}

/** As the sites that show Markdown make it, so that a link works there too. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s/g, '-')

function paragraphOf({ tokens }: Tokens.Paragraph, pictures: GuidePictures): Block {
  const [only, ...others] = tokens
  if (only?.type !== 'image') return { kind: 'paragraph', inlines: inlinesOf(tokens) }
  if (others.length > 0) throw new Error(`a picture stands alone: ${only.raw}`)
  const { href, text } = only as Tokens.Image
  const size = pictures.sizeOf(href)
  if (!size) throw new Error(`no such picture: ${href}`)
  if (text === '') throw new Error(`a picture says what it shows: ${href}`)
  return { kind: 'picture', source: href, words: text, ...size }
}

const inlinesOf = (tokens: readonly Token[]): Inline[] => tokens.flatMap(inlineOf)

function inlineOf(token: Token): Inline[] {
  const { type, text, raw } = token as Tokens.Generic & { text: string }
  switch (type) {
    case 'text':
    case 'escape':
      return screenNamesIn(unwrapped(text))
    case 'codespan':
      return [{ kind: 'key', text }]
    case 'strong':
      return [{ kind: 'screen', text }]
    case 'link':
      return [linkOf(token as Tokens.Link)]
    default:
      throw new Error(`the guide has no shape for ${type}: ${raw}`)
  }
}

/** A line that goes on in the next one: English words stay apart, Chinese ones together. */
const unwrapped = (text: string): string => text.replaceAll(/([\x21-\x7e])\n/g, '$1 ').replaceAll('\n', '')

/** 按「登记」继续: what stands in the brackets is on screen. */
function screenNamesIn(text: string): Inline[] {
  return text
    .split(/(「[^」]*」)/)
    .filter(part => part !== '')
    .map(part => (part.startsWith('「') ? { kind: 'screen', text: part.slice(1, -1) } : { kind: 'text', text: part }))
}

function linkOf({ href, text }: Tokens.Link): Inline {
  const [, name, anchor] = /^(?:([\w-]+)\.md)(?:#(.+))?$/.exec(href) ?? []
  if (!isPageName(name)) throw new Error(`the guide has no such page: ${href}`)
  return { kind: 'link', page: name, ...(anchor ? { anchor: decodeURIComponent(anchor) } : {}), text }
}

const isPageName = (name: string | undefined): name is GuidePageName =>
  (guidePageNames as readonly (string | undefined)[]).includes(name)
