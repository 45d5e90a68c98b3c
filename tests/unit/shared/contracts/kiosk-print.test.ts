import { expect, test } from 'vitest'
import { kioskChannels } from '#shared/contracts/kiosk-channels'

test('a document prints whatever its title is', () => {
  const { input } = kioskChannels['kiosk:print']
  for (const title of ['', ' ', '\n', '通知', '字'.repeat(200)])
    expect(input.safeParse({ title, firstPagesOnly: false }).success, JSON.stringify(title)).toBe(true)
})
