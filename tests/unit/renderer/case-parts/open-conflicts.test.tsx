import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OpenConflicts, type OpenConflictsProps } from '../../../../renderer/case-parts/open-conflicts'
import { MessagesProvider } from '../../../../renderer/i18n/messages-provider'
import { ok } from '../../../../shared/kernel/result'

const shown = (over: Partial<OpenConflictsProps> = {}): string =>
  renderToStaticMarkup(
    <MessagesProvider language="zh-CN">
      <OpenConflicts
        label="需要核对的记录"
        conflicts={[
          { by: { chain: 'a', seq: 3 }, lines: ['甲没有生效。', '现在是：乙。'], acts: <button>对照</button> },
          { by: { chain: 'b', seq: 3 }, lines: ['丙没有生效。'] },
        ]}
        {...{ note: '索引号 1', means: '照现在的', hint: '例如', maySettle: true }}
        settle={async () => ok(undefined)}
        {...over}
      />
    </MessagesProvider>,
  )

test('each conflict is told whole, with its own way to settle it, for those who may', () => {
  const said = shown()
  for (const words of ['需要核对的记录', '甲没有生效。', '现在是：乙。', '丙没有生效。', '对照'])
    expect(said).toContain(words)
  expect(said.split('核对冲突')).toHaveLength(3)
})

test('who may not settle sees the same without that act', () => {
  const said = shown({ maySettle: false, heading: '有 2 条' })
  expect(said).toContain('对照')
  expect(said).toContain('有 2 条')
  expect(said).not.toContain('核对冲突')
})
