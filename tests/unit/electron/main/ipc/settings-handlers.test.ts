import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { officeClock } from '../../../../../electron/main/clock/office-clock'
import { settingsHandlers } from '../../../../../electron/main/ipc/settings-handlers'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'settings-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const clock = () => officeClock({ wall: () => Date.parse('2026-03-02T04:00:00Z'), monotonic: () => 0 })

let copied = ''
const program = {
  isTraining: false,
  switchTo: () => undefined,
  copy: (text: string) => void (copied = text),
  dropView: () => Promise.resolve(),
}
const handlersOf = (workstation: Workstation) => settingsHandlers({ workstation, machine: null as never, program })

async function founded() {
  const workstation = openTestWorkstation({ folder, clock: clock() })
  const { session } = valueOf(await workstation.establish(founding))
  const added = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = added.open as { agencyId: string }
  return { workstation, session, agencyId, ask: handlersOf(workstation) }
}

const kindOf = (answer: { ok: boolean; problem?: unknown }): string | undefined => {
  const problem = answer.problem as { kind: string; why?: { kind: string } } | undefined
  return problem?.why?.kind ?? problem?.kind
}
const register = ({ workstation, agencyId }: { workstation: Workstation; agencyId: string }, serial: number) => {
  const [{ subject, role, facts }] = visitActs({
    agencyId,
    today: '2026-03-02',
    requestSerial: serial,
    letterSerial: 1,
  }) as never as [{ subject: string; role: string; facts: never }]
  return workstation.append({ subject, role, facts })
}

test('an agency is added and corrected; under a code with a letter, or a void number, only the code stands fast', async () => {
  const { ask, agencyId } = await founded()
  const other = { ...founding.agency, name: '云溪县水务局', code: '云水公开' }
  expect((await ask['agency:add'](other)).ok).toBe(true)
  expect(kindOf(await ask['agency:add'](other))).toBe('agencyCodeTaken')
  const moved = { ...founding.agency, court: { ...founding.agency.court, address: '新区大道9号' } }
  expect((await ask['agency:change']({ agencyId, agency: moved, reason: '法院迁址' })).ok).toBe(true)
  expect(kindOf(await ask['agency:change']({ agencyId, agency: moved, reason: '再写一次' }))).toBe('agencyUnchanged')
  const recoded = { ...moved, code: '云资公开' }
  const voided = { series: 'letter' as const, numbers: [`${founding.agency.code}〔2026〕1号`], reason: '卡纸' }
  expect((await ask['numbers:void'](voided)).ok).toBe(true)
  expect(kindOf(await ask['agency:change']({ agencyId, agency: recoded, reason: '换代字' }))).toBe(
    'agencyCodeHasLetters',
  )
})

test('a void number is used: the next one follows it, and what was used cannot be voided', async () => {
  const parts = await founded()
  const { ask } = parts
  const request = (serial: number) => `YX-A-2026-000${serial}`
  const voiding = (...serials: number[]) =>
    ask['numbers:void']({ series: 'request', numbers: serials.map(request), reason: '恢复备份，纸上已用' })
  expect(kindOf(await voiding(2))).toBe('numberNotDrawn')
  expect((await voiding(1, 2)).ok).toBe(true)
  expect(kindOf(await voiding(2))).toBe('numberAlreadyVoid')
  expect(kindOf(register(parts, 1))).toBe('requestNoTaken')
  expect(kindOf(register(parts, 4))).toBe('requestNoOutOfTurn')
  expect(register(parts, 3).ok).toBe(true)
  expect(kindOf(await voiding(3))).toBe('numberUsed')
  expect((await voiding(4, 5)).ok).toBe(true)
})

test('a series goes on from paper: before its first number here, forward only, and after a restart too', async () => {
  const parts = await founded()
  const { ask } = parts
  const start = (lastUsed: string, series: 'request' | 'letter' = 'request', by = ask) =>
    by['numbers:start']({ series, lastUsed, reason: '年中启用，纸质登记簿用到此号' })
  expect(kindOf(await start('YX-B-2026-0041'))).toBe('numberNotOfOffice')
  expect(kindOf(await start('云水公开〔2026〕7号', 'letter'))).toBe('numberNotOfOffice')
  expect((await start('YX-A-2026-0041')).ok).toBe(true)
  expect(kindOf(await start('YX-A-2026-0040'))).toBe('seriesStartedHigher')
  expect((await start('YX-A-2026-0056')).ok).toBe(true)
  expect((await start(`${founding.agency.code}〔2026〕15号`, 'letter')).ok).toBe(true)
  expect(kindOf(register(parts, 1))).toBe('requestNoOutOfTurn')
  parts.workstation.lock()
  const again = openTestWorkstation({ folder, clock: clock() })
  valueOf(await signInFirst(again))
  const restarted = { ...parts, workstation: again }
  expect(kindOf(register(restarted, 56))).toBe('requestNoOutOfTurn')
  expect(register(restarted, 57).ok).toBe(true)
  expect(kindOf(await start('YX-A-2026-0090', 'request', handlersOf(again)))).toBe('seriesBegun')
  // What lies before the start was used on paper; it may still be voided one by one, never given out.
  expect(kindOf(register(restarted, 12))).toBe('requestNoOutOfTurn')
})

test('void numbers are still used after a restart', async () => {
  const parts = await founded()
  valueOf(await parts.ask['numbers:void']({ series: 'request', numbers: ['YX-A-2026-0001'], reason: '恢复备份' }))
  parts.workstation.lock()
  const again = openTestWorkstation({ folder, clock: clock() })
  valueOf(await signInFirst(again))
  expect(kindOf(register({ ...parts, workstation: again }, 1))).toBe('requestNoTaken')
  expect(register({ ...parts, workstation: again }, 2).ok).toBe(true)
})

test('the lock follows the setting, in this session and the next', async () => {
  const { ask, workstation } = await founded()
  expect(workstation.session()?.autoLockMinutes).toBe(15)
  expect(kindOf(await ask['office:changeSettings']({ autoLockMinutes: 61 }))).toBe('settingOutOfRange')
  expect((await ask['office:changeSettings']({ autoLockMinutes: 5 })).ok).toBe(true)
  expect(workstation.session()?.autoLockMinutes).toBe(5)
  workstation.lock()
  const again = openTestWorkstation({ folder, clock: clock() })
  expect(valueOf(await signInFirst(again)).autoLockMinutes).toBe(5)
})

test('wording of letters is an act with its version; main refuses what would break a letter, also from another window', async () => {
  const { ask } = await founded()
  const change = (version: number, texts: { closing?: string; opening?: string }, letter: 'R01' | 'R12' = 'R01') => ({
    ...{ letter, version },
    texts,
  })
  const both = [change(1, { closing: '谢谢' }), change(1, { closing: '谢谢' }, 'R12')]
  expect((await ask['wording:change']({ changes: both })).ok).toBe(true)
  expect(kindOf(await ask['wording:change']({ changes: [change(1, { closing: '好' })] }))).toBe('wordingOutOfTurn')
  const broken = [change(2, { opening: '答复如下：' })]
  expect(kindOf(await ask['wording:change']({ changes: broken }))).toBe('wordingUnfit')
  expect((await ask['wording:change']({ changes: [change(2, {})] })).ok).toBe(true)
})

const colleague = { name: '何立群', password: '第二个人的口令很长' }

async function withColleague(parts: Awaited<ReturnType<typeof founded>>, posts: readonly ('reviewer' | 'head')[]) {
  const { vault } = parts.workstation.options
  const { personId } = valueOf(await vault.addPerson(colleague.name, [...posts], colleague.password))
  const facts = [{ type: 'person.added@1', open: { posts: [...posts] }, personal: { name: colleague.name } }]
  valueOf(parts.workstation.append({ subject: `person:${personId}`, role: 'administrator', facts }))
  return personId
}

test('posts change; who leaves is refused at the door, even where the vault still knows them', async () => {
  const parts = await founded()
  const { ask, workstation, session } = parts
  const personId = await withColleague(parts, ['reviewer'])
  expect(kindOf(await ask['people:setPosts']({ personId: session.personId, posts: ['clerk'] }))).toBe(
    'lastAdministrator',
  )
  expect((await ask['people:setPosts']({ personId, posts: ['reviewer', 'head'] })).ok).toBe(true)
  const shown = () => workstation.options.vault.status().people.find(one => one.personId === personId)
  expect(shown()?.posts).toEqual(['reviewer', 'head'])
  // The act is written, then the machine loses power: the key of the person is still in the vault.
  const facts = [{ type: 'person.postsChanged@1', open: { posts: [] } }]
  valueOf(workstation.append({ subject: `person:${personId}`, role: 'administrator', facts }))
  workstation.lock()
  const again = openTestWorkstation({ folder, clock: clock() })
  const tried = await again.signIn({ personId, password: colleague.password, witness: null })
  expect(kindOf(tried)).toBe('personLeft')
  expect(again.isOpen).toBe(false)
  valueOf(await signInFirst(again))
  expect(again.options.vault.status().people.map(one => one.personId)).toEqual([session.personId])
  expect(kindOf(await handlersOf(again)['people:setPosts']({ personId, posts: ['clerk'] }))).toBe('personHasLeft')
})

test('a reviewer voids numbers and changes nothing else; nobody signed in changes nothing at all', async () => {
  const parts = await founded()
  const personId = await withColleague(parts, ['reviewer'])
  parts.workstation.lock()
  expect(kindOf(await parts.ask['office:changeSettings']({ autoLockMinutes: 5 }))).toBe('locked')
  valueOf(await parts.workstation.signIn({ personId, password: colleague.password, witness: null }))
  const { ask, agencyId } = parts
  expect(kindOf(await ask['office:changeSettings']({ autoLockMinutes: 5 }))).toBe('postNotHeld')
  const agency = { ...founding.agency, address: '别处' }
  expect(kindOf(await ask['agency:change']({ agencyId, agency, reason: '迁址' }))).toBe('postNotHeld')
  expect(kindOf(await ask['people:setPosts']({ personId, posts: ['administrator'] }))).toBe('postNotHeld')
  expect(kindOf(await ask['machine:chooseFolder']({ which: 'mirror' }))).toBe('postNeeded')
  expect(kindOf(await ask['fonts:choose']({ face: 'body' }))).toBe('postNeeded')
  const numbers = ['YX-A-2026-0001']
  expect((await ask['numbers:void']({ series: 'request', numbers, reason: '取号未用' })).ok).toBe(true)
})

test('words go onto the clipboard as they are', async () => {
  const ask = handlersOf(openTestWorkstation({ folder, clock: clock() }))
  expect(await ask['program:copy']({ text: '《云溪县湿地保护办法》（云政规〔2022〕1号）' })).toEqual({
    ok: true,
    value: undefined,
  })
  expect(copied).toBe('《云溪县湿地保护办法》（云政规〔2022〕1号）')
})
