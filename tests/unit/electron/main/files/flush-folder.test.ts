import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { flushFolder } from '../../../../../electron/main/files/flush-folder'
import { openFilesBelow } from '../../../../support/journal/open-files'

test('a folder that cannot be flushed is said, and not left open: its medium could not be taken out any more', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flush-'))
  const failing = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    expect(openFilesBelow(folder)).toEqual([folder])
    throw Object.assign(new Error('planted by the tests'), { code: 'EIO' })
  })
  expect(() => flushFolder(folder)).toThrow('planted by the tests')
  failing.mockRestore()
  expect(openFilesBelow(folder)).toEqual([])
  flushFolder(folder)
  expect(openFilesBelow(folder)).toEqual([])
  fs.rmSync(folder, { recursive: true })
})
