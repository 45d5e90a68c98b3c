import { generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { writeBundle } from '../../../../../../electron/main/bundles/write-bundle'
import { heldSticks } from '../../../../../../electron/main/media/carrying/held-sticks'
import { unseenEnds } from '../../../../../../electron/main/media/unseen-end'
import { nodeCraft } from '../../../../../../electron/main/sync/node-craft'
import { ok } from '../../../../../../shared/kernel/result'
import { watchSteps } from '../../../../../support/media/watch-steps'
import { inQuarantine } from '../../../../../support/sticks/in-quarantine'
import { foundedMachine, furtherMachine, temporaryFolder } from '../../../../../support/sticks/stick-machines'
import { signInFirst, valueOf } from '../../../../../support/workstation/test-workstation'

const folders: string[] = []
afterEach(() => {
  vi.restoreAllMocks()
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})

/** Two machines that know each other. */
async function office() {
  const first = await foundedMachine()
  const second = await furtherMachine(first)
  const [hello, stick] = [temporaryFolder(), temporaryFolder()]
  folders.push(first.folder, second.folder, hello, stick)
  await second.carry(hello)
  valueOf(await first.takeIn(hello))
  return { first, second, stick }
}

/** A bundle in the second machine's name, signed by a key of somebody else's. */
async function forgedBundle({ first, second, stick }: Awaited<ReturnType<typeof office>>): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const foreign = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const ledger = second.workstation.exchangeWith(nodeCraft)!
  const heads = first.workstation.exchangeWith(nodeCraft)!.heads() // whoever saw one bundle can say these
  const folder = temporaryFolder()
  folders.push(folder)
  vi.spyOn(second.sticks, 'write').mockImplementation(async () => {
    const parts = valueOf(
      await writeBundle({
        ledger: {
          ...{ office: ledger.office, ownChain: ledger.ownChain, heads: () => heads, read: () => [] },
          keyOf: chain => {
            const known = ledger.keyOf(chain)
            return known && chain === ledger.ownChain ? { ...known, publicKey: foreign } : known
          },
        },
        ...{ craft: nodeCraft, officeName: '', theirs: heads, blobs: [], receipts: [], holds: [], lock: null },
        signNote: text => sign(null, Buffer.from(text), privateKey).toString('base64'),
        ...{ setId: randomUUID(), madeAt: new Date().toISOString(), folder },
      }),
    )
    return ok({
      files: parts.map(({ name }) => path.join(folder, name)),
      ...{ acts: 0, blobs: 0, remove: () => undefined },
    })
  })
  return second.carry(stick)
}

const refusedKey = { problem: { kind: 'bundleRefused', bundle: { kind: 'bundleKey' } } }

test('a bundle forged in the name of a machine that is trusted is refused, also where the desk is locked over its check', async () => {
  const parts = await office()
  const { first, stick } = parts
  const name = await forgedBundle(parts)
  expect(await first.media.sticks.take(stick, { name })).toMatchObject(refusedKey)
  const steps = new Set<string>()
  for (const step of ['files', 'acts']) {
    const seen = watchSteps((_nth, now) => {
      if (now !== step || !first.workstation.ledger) return
      steps.add(now)
      first.media.dropAll()
      first.workstation.lock()
    })
    const taken = await first.media.sticks.take(stick, { name })
    seen.release()
    expect(taken, step).toMatchObject(first.workstation.ledger ? refusedKey : { problem: { kind: 'locked' } })
    if (!first.workstation.ledger) valueOf(await signInFirst(first.workstation))
    expect(valueOf(await first.media.sticks.waiting()), step).toBeNull()
    expect(await first.media.sticks.apply('clerk'), step).toMatchObject({ problem: { kind: 'notFound' } })
    expect(inQuarantine(first), step).toEqual([])
  }
  expect(steps.has('files')).toBe(true)
})

test('nor does a lock help that ends before the check does', async () => {
  const parts = await office()
  const { first, stick } = parts
  const name = await forgedBundle(parts)
  const real = first.workstation.exchangeWith.bind(first.workstation)
  let asked = 0
  // Locked while the keys are asked for, and open again when what was found is to be shown.
  const keys = vi.spyOn(first.workstation, 'exchangeWith').mockImplementation(craft => {
    if (!new Error().stack!.includes('check-part')) return real(craft)
    asked++
    return null
  })
  const taken = await first.sticks.take(stick, { name })
  keys.mockRestore()
  expect(asked).toBeGreaterThan(0)
  expect(taken).toMatchObject({ problem: { kind: 'locked' } })
  expect(valueOf(await first.sticks.waiting())).toBeNull()
})

test('a lock over the check of a second bundle keeps the first, which comes first and is shown; then the second', async () => {
  const { first, second, stick } = await office()
  second.register(1)
  const one = await second.carry(stick)
  second.register(2)
  const other = await second.carry(stick, {}, { mediumNo: 'JZ-02' })
  valueOf(await first.media.sticks.take(stick, { name: one }))
  const seen = watchSteps((_nth, now) => {
    if (now !== 'files' || !first.workstation.ledger) return
    first.media.dropAll()
    first.workstation.lock()
  })
  expect(await first.media.sticks.take(stick, { name: other })).toMatchObject({ problem: { kind: 'locked' } })
  seen.release()
  fs.rmSync(stick, { recursive: true })
  valueOf(await signInFirst(first.workstation))
  for (const [name, left] of [
    [one, 1],
    [other, 0],
  ] as const) {
    expect(valueOf(await first.media.sticks.waiting())).toMatchObject({ name })
    expect(valueOf(await first.media.sticks.apply('clerk'))).toMatchObject({ refused: [], left: null })
    expect(inQuarantine(first)).toHaveLength(left)
  }
})

test('an own disk with too little room takes nothing, says how much it needs, and keeps the bundle; then it goes on', async () => {
  const { first, second, stick } = await office()
  const subject = second.register(1)
  await second.scan(subject, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]))
  const name = await second.carry(stick)
  valueOf(await first.sticks.take(stick, { name }))
  fs.rmSync(stick, { recursive: true })
  const room = vi.spyOn(first.workstation.options, 'freeBytes').mockReturnValue(2 ** 30 + 100_000)
  const cut = await first.sticks.apply('clerk')
  expect(cut).toMatchObject({ problem: { kind: 'importCutShort', why: 'full' } })
  const needed = cut.ok || cut.problem.kind !== 'importCutShort' ? 0 : cut.problem.neededBytes
  expect(needed).toBeGreaterThan(2 ** 30 + 200_000)
  expect(inQuarantine(first)).toHaveLength(1)
  room.mockReturnValue(needed)
  expect(valueOf(await first.sticks.apply('clerk'))).toMatchObject({ refused: [], left: null, blobs: 1 })
  expect(first.workstation.ledger!.has(subject)).toBe(true)
})

test('one that becomes full while acts are taken keeps the rest, which is taken when there is room', async () => {
  const { first, second, stick } = await office()
  const subject = second.register(1)
  const name = await second.carry(stick)
  valueOf(await first.sticks.take(stick, { name }))
  let asked = 0
  const room = vi.spyOn(first.workstation.options, 'freeBytes').mockImplementation(() => (asked++ === 0 ? 2 ** 40 : 0))
  expect(await first.sticks.apply('clerk')).toMatchObject({ problem: { kind: 'importCutShort', why: 'full' } })
  expect(asked).toBeGreaterThan(1)
  expect(first.workstation.ledger!.has(subject)).toBe(false)
  expect(inQuarantine(first)).toHaveLength(1)
  room.mockReturnValue(2 ** 40)
  expect(valueOf(await first.sticks.apply('clerk'))).toMatchObject({ refused: [], left: null })
  expect(first.names(subject)).toEqual(second.names(subject))
})

test('one that fails while a scan is written ends the import in words; the lock waits for it no longer', async () => {
  const { first, second, stick } = await office()
  const subject = second.register(1)
  await second.scan(subject, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]))
  const name = await second.carry(stick)
  let holds = 0
  const holdAutoLock = () => {
    holds++
    return () => (holds--, false)
  }
  const sticks = heldSticks(first.sticks, unseenEnds({ holdAutoLock }))
  valueOf(await sticks.take(stick, { name }))
  const write = fs.writeFileSync.bind(fs)
  vi.spyOn(fs, 'writeFileSync').mockImplementation((file, ...rest) => {
    if (String(file).endsWith('.part')) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    write(file, ...rest)
  })
  expect(await sticks.apply('clerk')).toMatchObject({ problem: { kind: 'importCutShort', why: 'full' } })
  vi.restoreAllMocks()
  expect(holds).toBe(0)
  vi.spyOn(first.sticks, 'waiting').mockRejectedValueOnce(new Error('a bug'))
  await expect(sticks.waiting()).rejects.toThrow('a bug')
  expect(holds).toBe(0)
  expect(valueOf(await sticks.apply('clerk'))).toMatchObject({ refused: [], left: null, blobs: 1 })
})
