import { expect, it, vi } from 'vitest'
import { keepPagesSmall } from '../../../../../electron/main/program/page-memory'

const appendSwitch = vi.hoisted(() => vi.fn())
vi.mock('electron', () => ({ app: { commandLine: { appendSwitch } } }))

it('gives Chromium one switch, and that to V8: how large the young generation of a page may become', () => {
  keepPagesSmall()
  expect(appendSwitch.mock.calls).toEqual([['js-flags', '--max-semi-space-size=2']])
})
