import { generateIdentity, identityToRecipient } from 'age-encryption'
import { generateKeyPairSync, sign } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import type { BundleKeys } from '../../../../../electron/main/bundles/age-files'
import { applyBundle } from '../../../../../electron/main/bundles/apply-bundle'
import { previewBundle } from '../../../../../electron/main/bundles/bundle-preview'
import { checkBundle } from '../../../../../electron/main/bundles/check-bundle'
import { writeBundle } from '../../../../../electron/main/bundles/write-bundle'
import { folderBag } from '../../../../../electron/main/documents/bag/bag-files'
import { checkBag } from '../../../../../electron/main/documents/bag/check-bag'
import type { ExchangeFinding } from '../../../../../electron/main/sync/exchange-findings'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import type { MemoryLedger } from '../../../../simulation/memory-ledger'
import {
  contentsOf,
  filledMachine,
  founding,
  machineOf,
  madeAt,
  note,
  office,
  second,
  setId,
  wishOf,
} from '../../../../support/bundles/make-bundle'
import { toyCraft } from '../../../../support/exchange/toy-craft'
import { writeBag } from '../../../../support/documents/make-bag'

let folder: string
let quarantine: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bundle-'))
  quarantine = path.join(folder, 'quarantine')
  fs.mkdirSync(quarantine)
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const noKeys: BundleKeys = { identities: [], passphrases: [] }
const filesIn = (names: readonly { name: string }[]) => names.map(({ name }) => path.join(folder, name))

async function write(ledger: MemoryLedger, more = {}) {
  const written = await writeBundle(wishOf(ledger, folder, more))
  if (!written.ok) throw new Error(written.problem.kind)
  return filesIn(written.value)
}

async function read(files: readonly string[], ledger: MemoryLedger, keys: BundleKeys = noKeys) {
  fs.rmSync(quarantine, { recursive: true })
  fs.mkdirSync(quarantine)
  const reader = { office, craft: toyCraft, keyOf: (chain: string) => ledger.keyOf(chain) }
  return checkBundle({ files, quarantine, keys }, reader)
}

const kept = new Map<string, Uint8Array>()
beforeEach(() => kept.clear())

async function take(files: readonly string[], ledger: MemoryLedger) {
  const checked = await read(files, ledger)
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem))
  const findings: ExchangeFinding[] = []
  const meeting = {
    ledger,
    proof: toyCraft,
    by: 'bundle' as const,
    tell: (one: ExchangeFinding) => void findings.push(one),
  }
  const blobs = {
    has: (name: string) => kept.has(name),
    keep: (name: string, bytes: Uint8Array) => void kept.set(name, bytes),
  }
  const preview = previewBundle(checked.value, ledger, blobs.has)
  const applied = await applyBundle(checked.value, { ...meeting, countedUpTo: () => 0 }, { packing: toyCraft, blobs })
  checked.value.close()
  return { preview, applied, findings }
}

describe('a bundle', () => {
  it('brings every act and sealed file to another machine, which says before what would change', async () => {
    const sealed = path.join(folder, 'x.blob')
    fs.writeFileSync(sealed, 'sealed')
    const from = filledMachine()
    const files = await write(from, { blobs: [{ name: 'cd'.repeat(32), file: sealed }] })
    const to = machineOf({ ownChain: 'f'.repeat(32) })
    const { preview, applied } = await take(files, to)
    expect(preview).toMatchObject({
      ...{ officeName: '云河县档案馆', by: founding, madeAt, isNews: true, blobs: { fresh: 1, known: 0, bytes: 6 } },
      chains: [
        { chain: founding, fresh: 6, known: 0, isGap: false, hasParted: false, isUnknown: false },
        { chain: second, fresh: 2, known: 0, isUnknown: true },
      ],
    })
    expect(applied).toEqual({ came: 8, known: 0, refused: 0, blobs: 1, blobsLeft: 0, isStopped: false })
    expect(to.heads()).toEqual(from.heads())
    expect(Buffer.from(kept.get('cd'.repeat(32))!).toString()).toBe('sealed')
  })

  it('does nothing the second time, and an older one does nothing either', async () => {
    const from = filledMachine()
    const old = await write(from)
    from.append([note])
    const younger = await write(from, { setId: setId.replace('0', '1'), theirs: [] })
    const to = machineOf({ ownChain: 'f'.repeat(32) })
    await take(younger, to)
    const before = to.disk
    for (const files of [younger, old]) {
      const { preview, applied } = await take(files, to)
      expect(preview.isNews).toBe(false)
      expect(applied).toMatchObject({ came: 0, refused: 0 })
      expect(to.disk).toBe(before)
    }
  })

  it('brings only what is missing where it is known what the other one holds', async () => {
    const from = filledMachine()
    const to = machineOf({ ownChain: 'f'.repeat(32) })
    await take(await write(from), to)
    from.append([note, note])
    const { preview } = await take(await write(from, { setId: setId.replace('0', '2'), theirs: to.heads() }), to)
    expect(preview.chains).toMatchObject([{ chain: founding, fresh: 2, known: 0 }])
    expect(to.heads()).toEqual(from.heads())
    expect(await writeBundle(wishOf(from, folder, { theirs: to.heads() }))).toEqual({
      ok: false,
      problem: { kind: 'nothingToSend' },
    })
  })

  it('says that an earlier one has to come first, and takes nothing', async () => {
    const from = filledMachine()
    const theirs = from.heads().filter(({ chain }) => chain === founding)
    from.append([note])
    const { preview, applied } = await take(await write(from, { theirs }), machineOf({ ownChain: 'f'.repeat(32) }))
    expect(preview.chains).toMatchObject([
      { chain: second, isUnknown: true },
      { chain: founding, isGap: true },
    ])
    expect(applied).toMatchObject({ came: 0, refused: 2 })
  })

  it('is applied again from the start where the machine died in it', async () => {
    const from = filledMachine()
    const files = await write(from)
    for (const step of [0, 1, 2]) {
      const to = machineOf({ ownChain: 'f'.repeat(32) })
      to.options.fuse.light(step)
      await take(files, to).catch(() => {})
      const again = machineOf(to.disk)
      await take(files, again)
      expect(again.heads()).toEqual(from.heads())
    }
  })

  it('opens a new chain at a machine that was put back, from what the stick brings of its own later acts', async () => {
    const from = filledMachine()
    const files = await write(from)
    const back = machineOf({ chains: new Map([[founding, from.disk.chains.get(founding)!.slice(0, 3)]]) })
    back.append([{ ...note, actor: 'somebody' }])
    const { preview, findings } = await take(files, back)
    expect(preview.chains[0]).toMatchObject({ chain: founding, fresh: 2 })
    expect(findings[0]).toMatchObject({ kind: 'rolledOver', chain: founding, at: 3 })
    expect(back.heads().find(({ chain }) => chain === founding)).toEqual(from.heads()[0])
    expect(back.read(back.ownChain, 1, 9).map(({ body }) => (JSON.parse(body) as { actor: string }).actor)).toEqual([
      'somebody',
    ])
  })
})

describe('its parts', () => {
  const blobsOf = (count: number, bytes: number) =>
    Array.from({ length: count }, (_, at) => {
      const file = path.join(folder, `${at}.blob`)
      fs.writeFileSync(file, Buffer.alloc(bytes, at + 1))
      return { name: String(at).padStart(64, '0'), file }
    })

  it('stay below their size, are whole bags each, and come in any order', async () => {
    const partBytes = 100_000
    const files = await write(filledMachine(), { blobs: blobsOf(5, 30_000), partBytes })
    expect(files.length).toBe(5)
    for (const file of files) {
      expect(fs.statSync(file).size).toBeLessThan(partBytes)
      expect(path.basename(file)).toMatch(/^[a-z0-9_.-]{1,64}$/)
      const unpacked = fs.mkdtempSync(path.join(folder, 'unpacked-'))
      writeBag(unpacked, await contentsOf(file))
      expect(await checkBag(folderBag(unpacked))).toMatchObject({ ok: true })
    }
    const { applied } = await take([...files].reverse(), machineOf({ ownChain: 'f'.repeat(32) }))
    expect(applied).toEqual({ came: 8, known: 0, refused: 0, blobs: 5, blobsLeft: 0, isStopped: false })
  })

  it('are stored and not packed again, with the 64-bit fields that any size needs', async () => {
    const [file] = await write(filledMachine())
    const bytes = fs.readFileSync(file!)
    expect(bytes.indexOf(Buffer.from('PK\u0006\u0006', 'latin1'))).toBeGreaterThan(0) // ZIP64 end record
    expect(bytes.includes('"records-desk-bundle"')).toBe(true)
    expect(fs.readdirSync(folder).filter(name => name.endsWith('.part') || name === '.segments')).toEqual([])
  })

  it('are at most 64', async () => {
    const wish = wishOf(filledMachine(), folder, { blobs: blobsOf(70, 3_000), partBytes: 5_000 })
    expect(await writeBundle(wish)).toEqual({ ok: false, problem: { kind: 'bundleTooLarge', mostParts: 64 } })
    expect(fs.readdirSync(folder).filter(name => name.startsWith('records-'))).toEqual([])
  })
})

describe('an encrypted bundle', () => {
  it('opens with the key of a recipient and with no other', async () => {
    const [mine, other] = [await generateIdentity(), await generateIdentity()]
    const lock = { kind: 'recipients', recipients: [await identityToRecipient(mine)] } as const
    const files = await write(filledMachine(), { lock })
    expect(files[0]!.endsWith('.age.rdbundle')).toBe(true)
    expect(fs.readFileSync(files[0]!).includes('records-desk')).toBe(false)
    const to = machineOf({ ownChain: 'f'.repeat(32) })
    const opened = await read(files, to, { ...noKeys, identities: [other, mine] })
    expect(opened.ok && opened.value.segments.length).toBe(2)
    if (opened.ok) opened.value.close()
    const name = path.basename(files[0]!)
    expect(await read(files, to, { ...noKeys, identities: [other] })).toEqual({
      ok: false,
      problem: { kind: 'bundleLocked', name },
    })
    expect(fs.readdirSync(quarantine)).toEqual([])
  })

  it('opens with its passphrase', async () => {
    const lock = { kind: 'passphrase', passphrase: '云河 2026', workFactor: 2 } as const
    const files = await write(filledMachine(), { lock })
    const opened = await read(files, machineOf(), { ...noKeys, passphrases: ['云河 2026'] })
    expect(opened.ok).toBe(true)
    if (opened.ok) opened.value.close()
  })
})

describe('with the real suite', () => {
  it('goes and comes: Ed25519, SHA-256, gzip', async () => {
    const pair = generateKeyPairSync('ed25519')
    const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    const signed = (bytes: Buffer) => sign(null, bytes, pair.privateKey).toString('base64')
    const acts: SignedAct[] = []
    let last: Head = emptyHead(founding)
    for (let n = 1; n <= 3; n++) {
      const place = { v: 1, office, chain: founding, seq: n, prev: last.hash, hlc: '000001795651200-0000' }
      const body = JSON.stringify({
        ...place,
        actor: 'a',
        role: 'r',
        subject: 'office',
        facts: [{ type: 'x@1', open: '查阅' }],
      })
      const hash = nodeCraft.hashOf(body)
      acts.push({ body, signature: signed(Buffer.from(hash, 'hex')) })
      last = { chain: founding, seq: n, hash }
    }
    const ledger = {
      ...{ office, ownChain: founding, heads: () => [last], read: (_: string, after: number) => acts.slice(after) },
      hashAt: () => last.hash,
      keyOf: () => ({ publicKey, revokedFrom: null }),
    }
    const written = await writeBundle({
      ...{ ledger, craft: nodeCraft, folder, officeName: 'x', theirs: [], blobs: [] },
      ...{ lock: null, setId, madeAt, signNote: text => signed(Buffer.from(text)) },
    })
    if (!written.ok) throw new Error(written.problem.kind)
    const reader = { office, craft: nodeCraft, keyOf: () => ({ publicKey }) }
    const checked = await checkBundle({ files: filesIn(written.value), quarantine, keys: noKeys }, reader)
    expect(checked.ok && checked.value.segments).toEqual([{ chain: founding, from: 1, to: 3, hash: last.hash }])
    if (checked.ok) checked.value.close()
  })
})
