import { Fragment } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import type { GuidePageName } from '../../i18n/guide-pages'
import { shortcutLabel } from '../../ui/acts/shortcut'
import type { Block, Inline } from './guide-tree'

export type FollowLink = (page: GuidePageName, anchor?: string) => void

interface BlockProps {
  readonly block: Block
  readonly onLink: FollowLink
}

/** One piece of a page, as React elements. */
export function GuideBlock({ block, onLink }: BlockProps) {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h3' : 'h4' // the title of the page is the h2 of the sheet
      return (
        <Heading id={headingId(block.anchor)} tabIndex={-1}>
          <Inlines inlines={block.inlines} onLink={onLink} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.inlines} onLink={onLink} />
        </p>
      )
    case 'list':
      return <GuideList block={block} onLink={onLink} />
    case 'table':
      return <GuideTable block={block} onLink={onLink} />
    case 'picture':
      return <GuidePicture block={block} />
    case 'note':
      return (
        <div className="guide-note">
          <Blocks blocks={block.blocks} onLink={onLink} />
        </div>
      )
  }
}

export const headingId = (anchor: string): string => `guide-${anchor}`

function Blocks({ blocks, onLink }: { readonly blocks: readonly Block[]; readonly onLink: FollowLink }) {
  return blocks.map((block, at) => <GuideBlock key={at} block={block} onLink={onLink} />)
}

type One<Kind extends Block['kind']> = Omit<BlockProps, 'block'> & { readonly block: Extract<Block, { kind: Kind }> }

function GuideList({ block, onLink }: One<'list'>) {
  const List = block.ordered ? 'ol' : 'ul'
  return (
    <List>
      {block.items.map((item, at) => (
        <li key={at}>
          <Blocks blocks={item} onLink={onLink} />
        </li>
      ))}
    </List>
  )
}

function GuideTable({ block, onLink }: One<'table'>) {
  const isOfKeys = block.rows[0]?.[0]?.[0]?.kind === 'key'
  return (
    <table className={isOfKeys ? 'guide-keys' : undefined}>
      <thead>
        <tr>
          {block.head.map((cell, at) => (
            <th key={at} scope="col">
              <Inlines inlines={cell} onLink={onLink} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, line) => (
          <tr key={line}>
            {row.map((cell, at) => (
              <td key={at}>
                <Inlines inlines={cell} onLink={onLink} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function GuidePicture({ block }: { readonly block: Extract<Block, { kind: 'picture' }> }) {
  const { t } = useMessages()
  return (
    <figure>
      <img
        src={block.source}
        alt={t('guide.picture', { words: block.words })}
        width={block.width}
        height={block.height}
      />
      <figcaption aria-hidden="true">{block.words}</figcaption>
    </figure>
  )
}

function Inlines({ inlines, onLink }: { readonly inlines: readonly Inline[]; readonly onLink: FollowLink }) {
  return inlines.map((inline, at) => <Fragment key={at}>{inlineOf(inline, onLink)}</Fragment>)
}

function inlineOf(inline: Inline, onLink: FollowLink) {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'screen':
      return <b className="guide-screen">{inline.text}</b>
    case 'key':
      return <KeyCap keys={inline.text} />
    case 'link':
      return (
        <button type="button" className="link" onClick={() => onLink(inline.page, inline.anchor)}>
          {inline.text}
        </button>
      )
  }
}

/** Read aloud too, unlike the caps on buttons: here the key is what the sentence says. */
function KeyCap({ keys }: { readonly keys: string }) {
  const { t } = useMessages()
  return <kbd className="key">{shortcutLabel(keys, t)}</kbd>
}
