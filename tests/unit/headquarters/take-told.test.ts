import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { takeTold } from '../../../headquarters/server/sticks/how-far'

it('the taking of a bundle is told each two seconds, step by step, and a short one not at all', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'take-'))
  const file = path.join(folder, 'one.rdbundle')
  fs.writeFileSync(file, Buffer.alloc(4_000_000))
  const lines: string[] = []
  let at = 0
  const told = takeTold(
    '交换包',
    line => void lines.push(line),
    () => at,
  )
  const check = told.ofCheck([file])
  fs.rmSync(folder, { recursive: true })
  const [files, acts, taking] = [check.beginFiles(9_000_000), check.beginActs(500), told.beginTaking(500)]
  for (const step of [check.onCopied, files, acts, taking]) step(1)
  expect(lines).toEqual([])
  for (const [step, more] of [
    [check.onCopied, 1_999_999],
    [check.onCopied, 1_000_000],
    [files, 8_999_999],
    [acts, 250],
    [taking, 1_000], // some were tried again
  ] as const) {
    at += step === check.onCopied ? 1_500 : 2_000
    step(more)
  }
  expect(lines).toEqual([
    '交换包：正在读取介质，已读 3 MB，共 4 MB。',
    '交换包：正在核对文件，已核对 9 MB，共 9 MB。',
    '交换包：正在核对签名，已核对 251 条，共 500 条。',
    '交换包：正在接收记录，已处理 500 条，共 500 条。',
  ])
})
