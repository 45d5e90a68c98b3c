import { expect, test } from 'vitest'
import { leftWords, misplacedWords } from '../../../../renderer/i18n/update-words'
import { translatorFor } from '../../../../renderer/i18n/translator'

test.each([
  [0, '约剩 0 秒。', 'About 0 s left.'],
  [99, '约剩 99 秒。', 'About 99 s left.'],
  [100, '约剩 2 分钟。', 'About 2 min left.'],
  [7_201, '约剩 121 分钟。', 'About 121 min left.'],
])('%i seconds are told in seconds, and then in minutes', (seconds, zh, en) => {
  expect(leftWords(seconds, translatorFor('zh-CN').t)).toBe(zh)
  expect(leftWords(seconds, translatorFor('en').t)).toBe(en)
})

test('a program that runs from the folder of updates says where its file belongs, as far as that is known', () => {
  const file = '/home/u/taken/desk.appimage'
  for (const language of ['zh-CN', 'en'] as const) {
    const { t } = translatorFor(language)
    expect(misplacedWords({ misplaced: null }, t)).toBeNull()
    const known = misplacedWords({ misplaced: { file, to: '/opt/desk.AppImage' } }, t)
    expect(known).toContain(file)
    expect(known).toContain('/opt/desk.AppImage')
    const unknown = misplacedWords({ misplaced: { file, to: null } }, t)
    expect(unknown).toContain(file)
    expect(unknown).not.toMatch(/null|{to}/)
  }
})
