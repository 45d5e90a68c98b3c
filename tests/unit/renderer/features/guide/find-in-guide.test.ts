import { describe, expect, test } from 'vitest'
import { findInGuide } from '../../../../../renderer/features/guide/find-in-guide'
import type { Block, GuideBook, GuidePage } from '../../../../../renderer/features/guide/guide-tree'
import { guidePageNames } from '../../../../../renderer/i18n/guide-pages'

const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] })
const empty: GuidePage = { title: '别的', blocks: [] }
const bookWith = (pages: Partial<GuideBook>): GuideBook =>
  ({ ...Object.fromEntries(guidePageNames.map(name => [name, empty])), ...pages }) as GuideBook

describe('find in the guide', () => {
  test('titles come first, then blocks in the order of the contents', () => {
    const book = bookWith({
      today: { title: '今日', blocks: [paragraph('登记以后送达')] },
      serving: { title: '送达', blocks: [paragraph('没有别的'), paragraph('先登记送达')] },
    })
    expect(findInGuide(book, '送达').map(({ page, block }) => [page, block])).toEqual([
      ['serving', -1],
      ['today', 0],
      ['serving', 1],
    ])
  })

  test('all words must stand in one block; case does not matter', () => {
    const book = bookWith({ keys: { title: '键', blocks: [paragraph('按 Ctrl+F 找'), paragraph('Ctrl+L 锁定')] } })
    expect(findInGuide(book, 'ctrl 锁').map(({ block }) => block)).toEqual([1])
  })

  test('what stands in lists, tables and notes is found too', () => {
    const cell = (text: string) => [{ kind: 'key', text } as const]
    const blocks: Block[] = [
      { kind: 'list', ordered: true, items: [[paragraph('恢复码')]] },
      { kind: 'table', head: [cell('键')], rows: [[cell('恢复')]] },
      { kind: 'note', blocks: [paragraph('恢复表')] },
      { kind: 'picture', source: 'a.png', words: '恢复表的样子', width: 1, height: 1 },
    ]
    expect(findInGuide(bookWith({ recovery: { title: '表', blocks } }), '恢复')).toHaveLength(4)
  })

  test('a hit shows what stands around it', () => {
    const long = `${'前'.repeat(40)}收到之日${'后'.repeat(60)}`
    const [hit] = findInGuide(bookWith({ case: { title: '件', blocks: [paragraph(long)] } }), '收到之日')
    expect(hit).toMatchObject({
      before: `…${'前'.repeat(22)}`,
      match: '收到之日',
      after: `${'后'.repeat(44)}…`,
    })
  })

  test('nothing asked, nothing found', () => {
    const book = bookWith({ case: { title: '件', blocks: [paragraph('件')] } })
    expect(findInGuide(book, '  ')).toEqual([])
    expect(findInGuide(book, '没有的词')).toEqual([])
  })
})
