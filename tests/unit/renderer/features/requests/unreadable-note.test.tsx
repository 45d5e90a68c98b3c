import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import { missingWords } from '../../../../../renderer/features/requests/missing-words'
import { UnreadableNote } from '../../../../../renderer/features/requests/unreadable-note'
import { MessagesProvider } from '../../../../../renderer/i18n/messages-provider'
import { translatorFor, type Language } from '../../../../../renderer/i18n/translator'
import { readLanguage } from '../../../../../renderer/i18n/window-language'

beforeAll(() => readLanguage('en'))

const shown = (language: Language, partsUnreadable?: number): string =>
  renderToStaticMarkup(
    <MessagesProvider language={language}>
      <UnreadableNote record={partsUnreadable === undefined ? {} : { partsUnreadable }} />
    </MessagesProvider>,
  )

test('damage is told with what happened, what is kept and what to do', () => {
  const said = shown('zh-CN', 2)
  expect(said).toContain('role="alert"')
  expect(said).toContain('有 2 处个人信息读不出来')
  expect(said).toContain('账本原文没有改动')
  expect(said).toContain('马上报告管理员')
  expect(shown('en', 1)).toContain('1 part with personal data cannot be read')
  expect(shown('en', 2)).toContain('2 parts with personal data cannot be read')
})

test('a request that is whole, or erased by the rules, says nothing of damage', () => {
  const { t } = translatorFor('zh-CN')
  expect(shown('zh-CN')).toBe('')
  expect(missingWords({}, t)).toBe('内容已销毁')
  expect(missingWords({ partsUnreadable: 1 }, t)).toBe('内容读不出来')
})
