import { afterEach, expect, test, vi } from 'vitest'
import { systemDialogs, type SystemDialogs } from '../../../../../electron/main/windows/system-dialogs'

/** What happens while a dialog stands open. */
let meanwhile = (): void => undefined
vi.mock('electron', () => ({
  dialog: {
    showOpenDialog: async () => (meanwhile(), { canceled: false, filePaths: ['/stick/a'] }),
    showSaveDialog: async () => (meanwhile(), { canceled: false, filePath: '/stick/a' }),
  },
}))
afterEach(() => {
  meanwhile = () => undefined
})

const kind = { name: 'PDF', extensions: ['pdf'] }
const ways: readonly (readonly [string, (ask: SystemDialogs) => Promise<unknown>, chosen: unknown, none: unknown])[] = [
  ['a folder', ask => ask.folder('文件夹'), '/stick/a', null],
  ['a file', ask => ask.file(kind), '/stick/a', null],
  ['files', ask => ask.files(kind), ['/stick/a'], []],
  ['where to save', ask => ask.where('a.csv'), '/stick/a', null],
]

function desk(at: number | null) {
  let sitting = at
  const ask = systemDialogs({ current: () => null }, () => sitting)
  return { ask, become: (next: number | null) => (sitting = next) }
}

test.each(ways)('%s that was chosen counts for whoever was asked, and before anybody has signed in', async (...way) => {
  const [, choose, chosen] = way
  expect(await choose(desk(1).ask)).toEqual(chosen)
  expect(await choose(desk(null).ask)).toEqual(chosen)
})

test.each(ways)('%s counts as cancelled after a lock, and where somebody signed in since', async (...way) => {
  const [, choose, , none] = way
  for (const [before, after] of [
    [1, null],
    [1, 2],
    [null, 1],
  ] as const) {
    const { ask, become } = desk(before)
    meanwhile = () => void become(after)
    expect(await choose(ask)).toEqual(none)
  }
})
