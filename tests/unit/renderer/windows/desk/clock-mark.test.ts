import { expect, test } from 'vitest'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { clockMarkOf } from '../../../../../renderer/windows/desk/clock-mark'

const minute = 60_000

test.each([
  [6 * minute, 'soon', '时钟快 6 分钟', 'Clock 6 minutes fast'],
  [-90 * minute, 'late', '时钟慢 90 分钟', 'Clock 90 minutes slow'],
  [26 * 60 * minute, 'late', '时钟快 26 小时', 'Clock 26 hours fast'],
  [-79 * 1440 * minute, 'late', '时钟慢 79 天', 'Clock 79 days slow'],
] as const)('a clock that is %d ms ahead is %s: %s', (aheadMs, flag, chinese, english) => {
  const standing = { how: 'measured', aheadMs } as const
  expect(clockMarkOf(standing, translatorFor('zh-CN').t)).toEqual({ flag, word: chinese })
  expect(clockMarkOf(standing, translatorFor('en').t)).toEqual({ flag, word: english })
})
