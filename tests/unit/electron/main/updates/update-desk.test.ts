import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { updateHandlers } from '../../../../../electron/main/ipc/update-handlers'
import { runningKind } from '../../../../../electron/main/updates/judge-update'
import { offeredIn } from '../../../../../electron/main/updates/update-desk'
import { signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import {
  desk,
  emptyProgramBeforeEach,
  never,
  office,
  opened,
  program,
  system,
  taken,
  view,
  workstation,
} from '../../../../support/updates/desk-with-package'

emptyProgramBeforeEach()

test('from the stick to the next start: taken, checked, handed over, and whole afterwards', async () => {
  const first = await opened()
  const handOver = system()
  const updates = await desk(first, { handOver })
  expect(await taken(updates)).toMatchObject({ version: '0.2.0', fileName: 'setup-x64.deb', kind: 'deb' })
  const checked = valueOf(await updates.checkBefore({ ...view, applied: first.ledger!.actCount }))
  expect(checked).toEqual({ acts: first.ledger!.actCount, rows: 4, hasCopy: false })
  expect(valueOf(await updates.start())).toEqual({ outcome: 'opened' })
  const [file] = handOver.handed.opened
  expect(fs.readFileSync(file!, 'utf8')).toBe('an installer')
  expect(file!.startsWith(program.userData)).toBe(true)
  expect(handOver.handed.quits).toBe(1)
  first.lock()

  const second = await opened()
  const next = await desk(second, { version: '0.2.0' })
  expect(next.state()).toMatchObject({ isCheckDue: true, last: null })
  const after = valueOf(await next.checkAfter({ ...view, applied: second.ledger!.actCount }))
  expect(after).toMatchObject({ isCheckDue: false, last: { result: 'updated', from: '0.1.0', to: '0.2.0', rows: 4 } })
  expect(fs.existsSync(file!)).toBe(false)
  expect(await next.choose(false)).toMatchObject({ problem: { fault: 'sameVersion' } })
  second.lock()
})

test('nothing starts without a check of this very sign-in, nor from a copy that changed on the disk', async () => {
  const first = await opened()
  const handOver = system()
  const updates = await desk(first, { handOver })
  await taken(updates)
  expect(await updates.start()).toMatchObject({ problem: { kind: 'updateUnchecked' } })
  valueOf(await updates.checkBefore(view))
  first.lock()
  expect(await updates.start()).toMatchObject({ problem: { kind: 'locked' } })
  valueOf(await signInFirst(first))
  expect(await updates.start()).toMatchObject({ problem: { kind: 'updateUnchecked' } })
  valueOf(await updates.checkBefore(view))
  fs.writeFileSync(path.join(program.userData, 'updates/taken/setup-x64.deb'), 'an installer of somebody else')
  expect(await updates.start()).toMatchObject({ problem: { kind: 'updateGone' } })
  expect(handOver.handed.opened).toEqual([])
  expect(updates.state().isCheckDue).toBe(false)
  first.lock()
})

test('a system that opens nothing is said so, with the folder, and the next start has nothing to look at', async () => {
  const first = await opened()
  const updates = await desk(first, { handOver: system(false) })
  await taken(updates)
  valueOf(await updates.checkBefore(view))
  expect(await updates.start()).toMatchObject({
    problem: { kind: 'updateNotOpened', folder: path.join(program.userData, 'updates/taken') },
  })
  expect(updates.state().isCheckDue).toBe(false)
  first.lock()
})

test('an AppImage is shown, never opened', async () => {
  const first = await opened()
  const handOver = system()
  const updates = await desk(first, { handOver, name: 'records-desk-x64.AppImage', kind: 'appimage' })
  expect(await taken(updates)).toMatchObject({ kind: 'appimage' })
  valueOf(await updates.checkBefore(view))
  expect(valueOf(await updates.start())).toEqual({ outcome: 'shown' })
  expect(handOver.handed.opened[0]).toMatch(/^shown .*records-desk-x64\.appimage$/)
  first.lock()
})

test('an AppImage that was started where it was shown is not deleted under itself, and says where to', async () => {
  const first = await opened()
  const handOver = system()
  const old = path.join(program.userData, 'programs/records-desk.AppImage')
  fs.mkdirSync(path.dirname(old))
  fs.writeFileSync(old, 'the program before')
  const making = { name: 'records-desk-x64.AppImage', kind: 'appimage', handOver } as const
  const updates = await desk(first, { ...making, appImage: old })
  await taken(updates)
  valueOf(await updates.checkBefore({ ...view, applied: first.ledger!.actCount }))
  valueOf(await updates.start())
  expect(updates.state().misplaced).toBeNull()
  first.lock()

  const shown = handOver.handed.opened[0]!.replace('shown ', '')
  const link = path.join(program.userData, 'on-the-desktop') // its run-time may say another path of the same file
  fs.symlinkSync(path.dirname(shown), link)
  const second = await opened()
  const at = { ...making, version: '0.2.0', offers: '0.3.0', appImage: path.join(link, path.basename(shown)) }
  const next = await desk(second, at)
  const after = valueOf(await next.checkAfter({ ...view, applied: second.ledger!.actCount }))
  const misplaced = { file: fs.realpathSync(shown), to: old }
  expect(after).toMatchObject({ last: { result: 'updated' }, misplaced })
  expect(fs.readFileSync(shown, 'utf8')).toBe('an installer')

  // The next package lies beside it, dropped or not; started from there too, the advice is still the first place.
  expect(await taken(next)).toMatchObject({ version: '0.3.0' })
  expect(fs.readdirSync(path.join(program.userData, 'updates')).sort()).toEqual([
    'taken',
    'taken-beside',
    'updates.json',
  ])
  expect(next.drop()).toMatchObject({ taken: null, misplaced })
  expect(fs.existsSync(shown)).toBe(true)
  expect(fs.existsSync(path.join(program.userData, 'updates/taken-beside'))).toBe(false)
  await taken(next)
  valueOf(await next.checkBefore(view))
  valueOf(await next.start())
  const beside = handOver.handed.opened[1]!.replace('shown ', '')
  expect((await desk(second, { ...at, appImage: beside })).state().misplaced).toEqual({ file: beside, to: old })

  // Moved while it runs, as it was asked: nothing is spared any more.
  fs.renameSync(shown, old)
  expect(next.drop().misplaced).toBeNull()
  expect(fs.readdirSync(path.join(program.userData, 'updates'))).toEqual(['updates.json'])
  second.lock()
})

test('a deb is nothing for an AppImage, nor the other way round: neither replaces the other', async () => {
  const first = await opened()
  for (const [kind, name] of [
    ['deb', 'records-desk-x64.AppImage'],
    ['appimage', 'setup-x64.deb'],
  ] as const)
    expect(await (await desk(first, { kind, name })).choose(false)).toMatchObject({
      problem: { fault: 'otherInstaller', version: kind === 'deb' ? 'appimage' : 'deb' },
    })
  expect(fs.existsSync(path.join(program.userData, 'updates/taken'))).toBe(false)
  expect(['win32', 'linux'].map(platform => runningKind(platform, undefined))).toEqual(['exe', 'deb'])
  expect(runningKind('linux', '/home/desk/records-desk.AppImage')).toBe('appimage')
  first.lock()
})

const afterwards = [
  ['the same program starts again', { version: '0.1.0', applied: 99, requests: 3 }, { result: 'notInstalled' }],
  ['rows of the view are gone', { version: '0.2.0', applied: 99, requests: 2 }, { result: 'damaged', what: 'view' }],
  [
    'the view has not come as far',
    { version: '0.2.0', applied: 1, requests: 3 },
    { result: 'damaged', what: 'behind' },
  ],
] as const

test.each(afterwards)('the next start: %s', async (_, { version, applied, requests }, last) => {
  const first = await opened()
  const updates = await desk(first)
  await taken(updates)
  valueOf(await updates.checkBefore({ applied: first.ledger!.actCount, rows: view.rows }))
  valueOf(await updates.start())
  first.lock()
  const second = await opened()
  const next = await desk(second, { version })
  const found = { applied, rows: { ...view.rows, requests } }
  expect(valueOf(await next.checkAfter(found)).last).toMatchObject(last)
  second.lock()
})

test('an office that was put back from an older copy meanwhile is found out by the hashes', async () => {
  const first = await opened()
  first.lock()
  const copy = path.join(program.userData, 'copy')
  fs.cpSync(office(), copy, { recursive: true })
  valueOf(await signInFirst(first)) // writes an act that the copy does not have
  const updates = await desk(first)
  await taken(updates)
  valueOf(await updates.checkBefore(view))
  valueOf(await updates.start())
  first.lock()
  fs.rmSync(office(), { recursive: true })
  fs.cpSync(copy, office(), { recursive: true })
  const second = workstation()
  valueOf(await signInFirst(second)) // as many acts as before, the last one another
  const next = await desk(second, { version: '0.2.0' })
  const after = valueOf(await next.checkAfter({ ...view, applied: 99 }))
  expect(after.last).toMatchObject({ result: 'damaged', what: 'shorter' })
  second.lock()
})

test('whoever locks while the journals are read is answered at once', async () => {
  const first = await opened(never)
  const updates = await desk(first)
  const asked = updates.checkBefore(view)
  first.lock()
  expect(await asked).toMatchObject({ problem: { kind: 'locked' } })
})

test('only an administrator takes and starts; anybody may look and check', async () => {
  const first = await opened()
  const updates = await desk(first)
  for (const posts of [[], ['clerk'], ['reviewer'], ['head'], ['clerk', 'reviewer', 'head']]) {
    const ask = updateHandlers(updates, () => posts)
    const refused = { ok: false, problem: { kind: 'refused', why: { kind: 'postNeeded' } } }
    expect(await ask['update:choose']({ isOffered: false })).toMatchObject(refused)
    expect(await ask['update:drop']()).toMatchObject(refused)
    expect(await ask['update:ask']()).toMatchObject(refused)
    expect(await ask['update:fetch']()).toMatchObject(refused)
    expect(await ask['update:stopFetch']()).toMatchObject(refused)
    expect(await ask['update:checkBefore']({ view })).toMatchObject(refused)
    expect(await ask['update:start']()).toMatchObject(refused)
    expect(await ask['update:read']()).toMatchObject({ ok: true })
    expect(await ask['update:checkAfter']({ view })).toMatchObject({ ok: true })
  }
  const admin = updateHandlers(updates, () => ['administrator'])
  expect(await admin['update:choose']({ isOffered: false })).toMatchObject({ ok: true, value: { outcome: 'taken' } })
  const asked = { ok: true, value: { atHeadquarters: { kind: 'notConnected' } } }
  expect(await admin['update:ask']()).toMatchObject(asked)
  expect(await admin['update:stopFetch']()).toMatchObject({ ok: true })
  first.lock()
})

test('the word that a file manager starts the program with is found; anything else is not', () => {
  expect(offeredIn(['/opt/desk', '--x', '/media/u/a.RDUPDATE'])).toBe('/media/u/a.RDUPDATE')
  for (const argv of [['/opt/a.rdupdate'], ['/opt/desk', 'a.rdupdate'], ['/opt/desk', '/media/a.zip'], []])
    expect(offeredIn(argv)).toBeNull()
})
