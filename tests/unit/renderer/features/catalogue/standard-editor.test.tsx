import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Desk } from '#shared/application/desk'
import type { StandardListRecord } from '#shared/application/catalogue-ports'
import { newStandardList, untouchedList } from '#shared/application/catalogue/standard-list-draft'
import type { DraftState } from '#shared/application/drafts/sealed-draft'
import { emptyStandardRow, type StandardList } from '#shared/domain/catalogue/standard-list'
import { StandardEditor } from '../../../../../renderer/features/catalogue/standard-editor'
import { MessagesProvider } from '../../../../../renderer/i18n/messages-provider'

const then: StandardList = { ...newStandardList, name: '甲', rows: [{ ...emptyStandardRow, matter: '一' }] }
const recordOf = (list: StandardList) => ({ listId: 'l', kept: { list } }) as unknown as StandardListRecord
const desk = { me: { posts: ['clerk'] }, newId: () => 'n', drafts: {} } as unknown as Desk

function shown({ list = then, now = then, draft = { kind: 'none' } as DraftState } = {}): string {
  const start = { draftName: 'standard-l', held: { ...untouchedList(then), list }, draft }
  return renderToStaticMarkup(
    <MessagesProvider language="zh-CN">
      <StandardEditor {...{ desk, start }} record={recordOf(then)} others={[recordOf(now)]} onDone={() => undefined} />
    </MessagesProvider>,
  )
}

test('a draft says since when it is kept, and can be given up', () => {
  expect(shown()).not.toMatch(/草稿/)
  const kept = shown({
    list: { ...then, rows: [] },
    draft: { kind: 'saved', savedAt: Date.parse('2026-03-16T01:20:00Z') },
  })
  expect(kept).toContain('草稿已密封保存')
  expect(kept).toContain('弃用草稿')
  expect(shown({ draft: { kind: 'failed', problem: { kind: 'diskNearlyFull', freeBytes: 0 } } })).toContain(
    'role="alert"',
  )
})

test('a list that somebody else saved meanwhile is shown as it is now; where both changed the same, that is told', () => {
  const now = { ...then, rows: [{ ...emptyStandardRow, matter: '二' }] }
  expect(shown({ now })).toContain('二')
  expect(shown({ now })).not.toContain('在这期间有人改过')
  expect(shown({ now, list: { ...then, name: '乙' } })).not.toContain('在这期间有人改过')
  const both = shown({ now, list: { ...then, rows: [] } })
  expect(both).toContain('在这期间有人改过')
  expect(both).toContain('弃用草稿')
})
