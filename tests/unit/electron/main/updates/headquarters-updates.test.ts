import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OfferedPackage } from '#shared/contracts/headquarters-api'
import { err, ok } from '#shared/kernel/result'
import { pieces } from '../../../../../electron/main/sync/piece-size'
import type { UpdateLink } from '../../../../../electron/main/sync/update-link'
import { updateDesk, type UpdateParts } from '../../../../../electron/main/updates/update-desk'
import { hostileUpdates } from '../../../../support/updates/hostile-updates'
import { installer, installerName, packageOf, releaser, running } from '../../../../support/updates/signed-update'
import { openTestWorkstation, valueOf } from '../../../../support/workstation/test-workstation'

let userData: string
beforeEach(() => (userData = fs.mkdtempSync(path.join(os.tmpdir(), 'hq-desk-'))))
afterEach(() => fs.rmSync(userData, { recursive: true, force: true }))

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const offerOf = (bytes: Buffer, said: Partial<OfferedPackage> = {}): OfferedPackage => ({
  ...{ version: '0.3.0', replaces: '0.1.0', bytes: bytes.length, sha256: digestOf(bytes) },
  ...said,
})

/** Headquarters with one package, which it may describe as it likes. */
const having = (bytes: Buffer, said: Partial<OfferedPackage> = {}): UpdateLink => ({
  list: async () => ok([offerOf(bytes, said)]),
  get: async (_, from, most) => ok(bytes.subarray(from, from + most)),
})

const offering = (...packages: Partial<OfferedPackage>[]): UpdateLink => ({
  list: async () => ok(packages.map(said => offerOf(Buffer.from('x'), said))),
  get: async () => ok(null),
})

function desk(link: UpdateLink | null, more: Partial<UpdateParts> = {}) {
  const asked = { signals: [] as AbortSignal[] }
  const { highest: _highest, ...program } = running
  const updates = updateDesk({
    ...{ userData, isTraining: false, program, keys: [releaser.publicKey] },
    handOver: { open: async () => true, show: () => undefined, quitSoon: () => undefined },
    workstation: openTestWorkstation({ folder: path.join(userData, 'office') }),
    offered: () => null,
    appImage: undefined,
    askPackage: async () => null,
    headquarters: stopping => {
      asked.signals.push(stopping())
      return link
    },
    ...more,
  })
  return { updates, asked }
}

const incoming = () => path.join(userData, 'updates/incoming')

test('asked, it says what headquarters has; fetched, it is taken like one from a stick, and nothing else stays', async () => {
  const bytes = packageOf()
  const { updates } = desk(having(bytes))
  expect(updates.state()).toMatchObject({ atHeadquarters: null, fetching: null })
  const { atHeadquarters } = valueOf(await updates.ask())
  expect(atHeadquarters).toEqual({ kind: 'newer', version: '0.3.0', bytes: bytes.length, heldBytes: 0 })
  expect(fs.existsSync(incoming())).toBe(false) // asking fetches nothing
  expect(valueOf(await updates.fetch())).toMatchObject({
    outcome: 'taken',
    state: { taken: { version: '0.3.0', fileName: installerName }, atHeadquarters: null, fetching: null },
  })
  expect(fs.readFileSync(path.join(userData, 'updates/taken', installerName)).equals(installer)).toBe(true)
  expect(fs.existsSync(incoming())).toBe(false)
})

test('each hostile package has the fault that it has on a stick, and nothing of it stays', async () => {
  const made = path.join(userData, 'made')
  fs.mkdirSync(made)
  let refused = 0
  for (const { name, fault, from } of hostileUpdates(made)) {
    if (typeof from === 'string' || from.length === 0) continue // what lies at headquarters is a file with bytes
    const { updates } = desk(having(from))
    valueOf(await updates.ask())
    const answer = await updates.fetch()
    expect.soft([name, answer], name).toMatchObject([name, { ok: false, problem: { kind: 'updateRefused', fault } }])
    expect
      .soft([fs.existsSync(incoming()), fs.existsSync(path.join(userData, 'updates/taken'))])
      .toEqual([false, false])
    refused++
  }
  console.log(`${refused} hostile updates from headquarters refused as from a stick`)
  expect(refused).toBeGreaterThanOrEqual(50)
})

test('what headquarters says of its version counts for nothing: the package is weighed itself', async () => {
  const older = hostileUpdates(fs.mkdtempSync(path.join(userData, 'made-'))).find(({ fault }) => fault === 'older')!
  const { updates } = desk(having(older.from as Buffer, { version: '9.9.9' }))
  expect(valueOf(await updates.ask()).atHeadquarters).toMatchObject({ kind: 'newer', version: '9.9.9' })
  expect(await updates.fetch()).toMatchObject({ problem: { kind: 'updateRefused', fault: 'older' } })
})

const tooOften = { kind: 'tooOften', waitMs: 20_000 } as const
const answers: readonly [name: string, link: UpdateLink | null, kind: object][] = [
  ['no headquarters on the line', null, { kind: 'notConnected' }],
  ['one that is older than this', { ...offering(), list: async () => ok(null) }, { kind: 'unknownThere' }],
  ['no package', offering(), { kind: 'noneNewer' }],
  ['the version that runs, and older', offering({ version: '0.2.0' }, { version: '0.1.9' }), { kind: 'noneNewer' }],
  ['one too far apart', offering({ version: '0.9.0', replaces: '0.8.0' }), { kind: 'tooFarApart', version: '0.8.0' }],
  [
    'the newest that fits, as numbers',
    offering({ version: '0.9.0' }, { version: '0.10.0' }, { version: '0.11.0', replaces: '0.10.0' }),
    { kind: 'newer', version: '0.10.0' },
  ],
  [
    'the newest for the way this program was installed, not the newest of all',
    offering({ version: '0.4.0', kind: 'appimage' }, { version: '0.3.0', kind: 'deb' }),
    { kind: 'newer', version: '0.3.0' },
  ],
  ['one for another kind of installer', offering({ version: '0.3.0', kind: 'appimage' }), { kind: 'noneNewer' }],
  ...(['away', 'refused', 'notUnderstood'] as const).map(
    kind => [kind, { ...offering(), list: async () => err({ kind }) }, { kind }] as [string, UpdateLink, object],
  ),
  // As the exchange says it: headquarters is there, and the line is good.
  ['too many requests', { ...offering(), list: async () => err(tooOften) }, { kind: 'tooOften' }],
]

test.each(answers)('headquarters: %s', async (_, link, kind) => {
  const { updates } = desk(link)
  expect(valueOf(await updates.ask()).atHeadquarters).toMatchObject(kind)
})

test('a version that has worked on this data before counts, not only what runs', async () => {
  fs.mkdirSync(path.join(userData, 'updates'))
  fs.writeFileSync(path.join(userData, 'updates/updates.json'), '{"highest":"0.4.0"}')
  const { updates } = desk(offering({ version: '0.3.0' }))
  expect(valueOf(await updates.ask()).atHeadquarters).toEqual({ kind: 'noneNewer' })
})

test('without a key and in training headquarters is not even asked', async () => {
  for (const more of [{ keys: [] }, { isTraining: true }]) {
    const { updates, asked } = desk(having(packageOf()), more)
    for (const answer of [await updates.ask(), await updates.fetch()])
      expect(answer).toMatchObject({ problem: { kind: 'updateRefused', fault: 'noKeyHere' } })
    expect([asked.signals, updates.state().atHeadquarters]).toEqual([[], null])
  }
})

test('nothing is fetched that nobody asked about', async () => {
  expect(await desk(having(packageOf())).updates.fetch()).toMatchObject({ problem: { kind: 'updateGone' } })
})

/** Gives its first piece, then nothing until it is told to stop. */
function stalling(bytes: Buffer, more: Partial<UpdateParts> = {}) {
  const link: UpdateLink = {
    list: async () => ok([offerOf(bytes)]),
    get: async (_, from, most) => {
      if (from === 0) return ok(bytes.subarray(0, most))
      stalled.now()
      const signal = asked.signals.at(-1)!
      await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
      return err({ kind: 'stopped' })
    },
  }
  const { updates, asked } = desk(link, more)
  const stalled = { now: (): void => undefined }
  const isStalled = new Promise<void>(resolve => (stalled.now = resolve))
  return { updates, isStalled }
}

test('stopped, or locked, in the middle: it ends at once, says how far it was, and goes on from there', async () => {
  const large = Buffer.alloc(2.5 * 2 ** 20, 'not a package, but long')
  const { updates, isStalled } = stalling(large)
  valueOf(await updates.ask())
  const fetched = updates.fetch()
  await isStalled
  expect(updates.state().fetching).toMatchObject({ doneBytes: pieces.first, totalBytes: large.length })
  expect(await updates.fetch()).toMatchObject({ problem: { kind: 'updateGone' } }) // one at a time
  valueOf(await updates.ask()) // looks at what is known: a second question would end the first
  await updates.breakOff()
  expect(valueOf(await fetched)).toEqual({ outcome: 'cancelled' })
  expect(updates.state()).toMatchObject({ fetching: null, atHeadquarters: { kind: 'newer', heldBytes: pieces.first } })
  const { updates: next } = desk(having(large))
  expect(valueOf(await next.ask()).atHeadquarters).toMatchObject({ heldBytes: pieces.first })
  expect(await next.fetch()).toMatchObject({ problem: { kind: 'updateRefused', fault: 'notAPackage' } })
})

test('a package that is chosen meanwhile takes the place: two are never taken at once', async () => {
  const stick = path.join(userData, 'a.rdupdate')
  fs.writeFileSync(stick, packageOf())
  const large = Buffer.alloc(2 * 2 ** 20)
  const { updates, isStalled } = stalling(large, { askPackage: async () => stick })
  valueOf(await updates.ask())
  const fetched = updates.fetch()
  await isStalled
  expect(valueOf(await updates.choose(false))).toMatchObject({ outcome: 'taken' })
  expect(valueOf(await fetched)).toEqual({ outcome: 'cancelled' })
})
