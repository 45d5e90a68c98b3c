import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openSignInGuard } from '../../../../../electron/main/vault/sign-in-guard'
import { nodeVaultFiles } from '../../../../../electron/main/vault/vault-files'
import { diskError, recordingFiles, temporaryFolder } from './support'

function guardedFolder(files = nodeVaultFiles) {
  const folder = temporaryFolder()
  const clock = { ms: 1_800_000_000_000 }
  const open = () => openSignInGuard({ files, folder, now: () => clock.ms })
  return { folder, clock, open }
}

test('five tries are free, then the delay doubles from one second to fifteen minutes', () => {
  const { clock, open } = guardedFolder()
  const guard = open()
  const waits = Array.from({ length: 18 }, () => {
    expect(guard.begin('zhang').ok).toBe(true)
    const wait = guard.waitSeconds('zhang')
    clock.ms += wait * 1000
    return wait
  })
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900])
})

function failing(guard: ReturnType<ReturnType<typeof guardedFolder>['open']>, clock: { ms: number }, times: number) {
  for (let i = 0; i < times; i++) {
    clock.ms += guard.waitSeconds('zhang') * 1000
    guard.begin('zhang')
  }
}

test('a try that comes too early is refused, costs nothing, and others are not held up', () => {
  const { clock, open } = guardedFolder()
  const guard = open()
  failing(guard, clock, 8)
  clock.ms += 7_001
  expect(guard.begin('zhang')).toEqual({ ok: false, problem: { kind: 'mustWait', waitSeconds: 1 } })
  expect(guard.failures('zhang')).toBe(8)
  expect(guard.begin('li').ok).toBe(true)
  clock.ms += 999
  expect(guard.begin('zhang')).toEqual({ ok: true, value: { failuresBefore: 8 } })
})

test('the delay survives a restart, and a try under way when the program is killed is booked', () => {
  const { clock, open } = guardedFolder()
  failing(open(), clock, 8)
  const again = open()
  expect(again.waitSeconds('zhang')).toBe(8)
  clock.ms += 8000
  expect(again.begin('zhang').ok).toBe(true)
  expect(open().failures('zhang')).toBe(9)
})

test('a clock set back brings the whole delay, from what it says now, and never more', () => {
  const { clock, open } = guardedFolder()
  failing(open(), clock, 8)
  clock.ms -= 86_400_000
  const guard = open()
  expect(guard.waitSeconds('zhang')).toBe(8)
  expect(guard.begin('zhang')).toEqual({ ok: false, problem: { kind: 'mustWait', waitSeconds: 8 } })
  clock.ms += 5000
  expect(open().begin('zhang')).toEqual({ ok: false, problem: { kind: 'mustWait', waitSeconds: 3 } })
  clock.ms += 3000
  expect(open().begin('zhang').ok).toBe(true)
})

test('a good try forgets the failures', () => {
  const { clock, open } = guardedFolder()
  const guard = open()
  failing(guard, clock, 8)
  guard.succeed('zhang')
  expect(open().begin('zhang')).toEqual({ ok: true, value: { failuresBefore: 0 } })
})

test('a disk that refuses keeps nobody out, and the counts still hold in memory', () => {
  const { files } = recordingFiles(({ step }) => {
    if (step === 'create') throw diskError('ENOSPC')
  })
  const { clock, open } = guardedFolder(files)
  const guard = open()
  failing(guard, clock, 6)
  expect(guard.waitSeconds('zhang')).toBe(2)
})

test('known limit: with its file deleted or ruined the guard begins anew', () => {
  const { folder, clock, open } = guardedFolder()
  failing(open(), clock, 8)
  fs.writeFileSync(path.join(folder, 'sign-in-failures.json'), '{"v":1,"fail')
  expect(open().waitSeconds('zhang')).toBe(0)
})
