import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Blobs } from '../../../../../electron/main/ledger/blobs'
import type { ExportStop } from '../../../../../electron/main/media/exporting/export-problem'
import { nodeMediaFiles } from '../../../../../electron/main/media/exporting/node-media-files'
import { chosenFolder } from '../../../../../electron/main/media/finding/this-machine'
import type { StickExchange } from '../../../../../electron/main/media/carrying/stick-exchange'
import type { Medium } from '../../../../../electron/main/media/medium'
import { mediaDesk, type Input, type MediaDeskParts } from '../../../../../electron/main/media/media-desk'
import type { Problem } from '../../../../../shared/contracts/problems'
import { err, ok } from '../../../../../shared/kernel/result'
import { memoryBlobs } from '../../../../support/blobs/blob-disks'
import { watchSteps, type SeenStep } from '../../../../support/media/watch-steps'
import { valueOf } from '../../../../support/workstation/test-workstation'

let root = ''
let outside = ''
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'media-desk-'))
  outside = fs.mkdtempSync(path.join(os.tmpdir(), 'media-desk-own-'))
})
afterEach(() => {
  for (const folder of [root, outside]) fs.rmSync(folder, { recursive: true, force: true })
})

interface Fact {
  readonly type: string
  readonly open: Readonly<Record<string, unknown>>
  readonly personal?: unknown
}

interface Around {
  readonly scans?: MediaDeskParts['workstation']['scans']
  readonly refusal?: Problem | null
  readonly appends?: boolean
  readonly find?: () => Promise<readonly Medium[]>
  /** The time of the automatic lock runs out while the export goes on. */
  readonly isLockDue?: boolean
  readonly write?: StickExchange['write']
}

const noBundle: StickExchange['write'] = () => Promise.reject(new Error('no bundle in this test'))

function desk({
  refusal = null,
  appends = true,
  find = async () => [],
  scans = null,
  isLockDue = false,
  write = noBundle,
}: Around = {}) {
  let holds = 0
  const acts: { readonly fact: Fact; readonly onMedium: readonly string[] }[] = []
  const media = mediaDesk({
    workstation: {
      append: ({ facts }) => {
        if (!appends) return err({ kind: 'journalBroken' })
        acts.push({ fact: facts[0] as unknown as Fact, onMedium: fs.readdirSync(root) }) // plain JSON
        return ok({ chain: 'c0ffee', seq: acts.length, hash: '0' })
      },
      refusal: () => refusal,
      session: () => ({ officeName: '云溪县查阅中心', chain: 'c0ffee' }) as never, // what the desk reads of it
      sign: () => Buffer.alloc(64),
      scans,
      holdAutoLock: () => {
        holds++
        let isHeld = true
        return () => {
          if (isHeld) holds--
          const isLast = isHeld && holds === 0
          isHeld = false
          return isLast && isLockDue
        }
      },
      options: { clock: { today: () => '2026-11-26' } },
    },
    find,
    folderAt: chosenFolder,
    askFolder: async () => root,
    files: nodeMediaFiles,
    sticks: { drop: () => undefined, write } as never, // what is asked of them
    newId: () => '0a1b2c3d-0000-4000-8000-000000000000',
    now: () => 0,
  })
  return { media, acts, holds: () => holds }
}

async function begin({ media }: ReturnType<typeof desk>, over: Partial<Input<'media:begin'>> = {}) {
  const chosen = await media.chooseFolder()
  const mediumId = (chosen.ok && chosen.value.mediumId) || ''
  return media.begin({
    ...{ mediumId, of: { kind: 'register' }, isMasked: true, mediumNo: 'JZ-01', receiver: '市档案馆', holder: '张三' },
    ...{ role: 'clerk', expected: null, ...over },
  })
}

const exportId = '0a1b2c3d-0000-4000-8000-000000000000'
const piece = (text: string, isLast = false, name = 'data/index.html') => ({
  exportId,
  path: name,
  bytes: new Uint8Array(Buffer.from(text)),
  isLast,
})

it('writes pieces and tables, and records the export while it has no name yet', async () => {
  const one = desk()
  expect(await begin(one)).toEqual({ ok: true, value: { exportId } })
  expect(await one.media.piece(piece('<p>'))).toEqual({ ok: true, value: undefined })
  expect(await one.media.piece(piece('</p>', true))).toEqual({ ok: true, value: undefined })
  const table = { exportId, path: 'data/register.csv', columns: [{ title: '登记号', width: 8 }], rows: [['=1+1']] }
  expect(await one.media.table(table)).toEqual({ ok: true, value: undefined })
  expect(await one.media.progress({ exportId })).toMatchObject({ ok: true, value: { phase: 'writing', files: 2 } })
  const done = await one.media.finish({ exportId })
  const folder = 'records-desk-20261126-0a1b2c3d'
  expect(done).toMatchObject({ ok: true, value: { folder, files: 2 } })
  expect(fs.readFileSync(path.join(root, folder, 'data/index.html'), 'utf8')).toBe('<p></p>')
  expect(fs.readFileSync(path.join(root, folder, 'data/register.csv'), 'utf8')).toContain(`"'=1+1"`)
  expect(one.acts).toMatchObject([
    {
      fact: {
        type: 'media.exported@1',
        open: {
          mediumNo: 'JZ-01',
          onto: 'folder',
          isMasked: true,
          folder,
          files: 2,
          digest: done.ok && done.value.digest,
        },
        personal: { holder: '张三' },
      },
      onMedium: ['.part-0a1b2c3d'],
    },
  ])
  const listed = await one.media.list()
  expect(listed).toMatchObject({ ok: true, value: [{ kind: 'folder', exports: [folder], leftovers: [] }] })
  const mediumId = (listed.ok && listed.value[0]?.mediumId) || ''
  expect(await one.media.verify({ mediumId, folder })).toMatchObject({ ok: true, value: { isWhole: true, files: 2 } })
  fs.appendFileSync(path.join(root, folder, 'data/index.html'), ' ')
  expect(await one.media.verify({ mediumId, folder })).toMatchObject({ ok: true, value: { isWhole: false } })
})

describe('reading an export again', () => {
  const written = async () => {
    const one = desk()
    await begin(one)
    await one.media.piece(piece('x'.repeat(900_000)))
    await one.media.piece(piece('y'.repeat(900_000), true)) // read in two pieces
    const { folder } = valueOf(await one.media.finish({ exportId }))
    const [medium] = valueOf(await one.media.list())
    return { ...one, asked: { mediumId: medium!.mediumId, folder } }
  }

  it('says how far it is, of the bytes that lie there', async () => {
    const { media, asked } = await written()
    const told: unknown[] = []
    const progress = async () => told.push(valueOf(await media.verifyProgress(asked)))
    const seen = watchSteps(() => void progress())
    expect(await media.verify(asked)).toMatchObject({ value: { isWhole: true } })
    seen.release()
    const [{ of, done }] = seen.steps as [SeenStep]
    expect([seen.steps.length, done > 1_800_000, done <= of, of - done < 1_000]).toEqual([1, true, true, true])
    expect(told).toHaveLength(seen.pieces())
    expect(told.at(0)).toMatchObject({ of })
    expect(await media.verifyProgress(asked)).toEqual(ok(null))
  })

  it('says of a medium that is pulled meanwhile that it is gone, and not that the export is not whole', async () => {
    const { media, asked } = await written()
    const seen = watchSteps(nth => {
      if (nth === 1) fs.renameSync(path.join(root, asked.folder), path.join(outside, asked.folder))
    })
    expect(await media.verify(asked)).toEqual(err({ kind: 'mediumNotRead', why: 'gone' }))
    seen.release()
  })

  it('is stopped between two pieces, by hand or by a lock', async () => {
    for (const end of ['cancelVerify', 'dropAll'] as const) {
      const { media, asked } = await written()
      const seen = watchSteps(() => {
        if (seen.steps[0]!.done > 900_000) void media[end](asked)
      })
      expect(await media.verify(asked)).toEqual(err({ kind: 'checkCancelled' }))
      seen.release()
      expect(seen.steps[0]!.done).toBeLessThan(1_800_000)
      if (end === 'cancelVerify') expect(await media.verify(asked)).toMatchObject({ value: { isWhole: true } })
      fs.rmSync(path.join(root, asked.folder), { recursive: true })
    }
  })
})

it('begins nothing that the authority would refuse, and leaves nothing when it cannot be recorded', async () => {
  const refusal: Problem = { kind: 'refused', why: { kind: 'approvalNeeded' } }
  expect(await begin(desk({ refusal }), { isMasked: false })).toEqual({ ok: false, problem: refusal })
  const mute = desk({ appends: false })
  await begin(mute)
  await mute.media.piece(piece('x', true))
  expect(await mute.media.finish({ exportId })).toEqual({ ok: false, problem: { kind: 'journalBroken' } })
  expect(fs.readdirSync(root)).toEqual([])
})

it('is not begun on what is left of a mount when the medium was pulled meanwhile', async () => {
  let looks = 0
  const one = desk({ find: async () => (looks++ === 0 ? [{ ...chosenFolder(root), id: 'stick', kind: 'stick' }] : []) })
  expect(await begin(one, { mediumId: 'stick' })).toEqual(err({ kind: 'mediumFailed', why: 'gone' }))
  expect(fs.readdirSync(root)).toEqual([])
})

it('offers no folder as a leftover while it is being written, refuses to remove it, and offers what did stay', async () => {
  const one = desk()
  const chosen = await one.media.chooseFolder()
  const mediumId = (chosen.ok && chosen.value.mediumId) || ''
  const [inWork, stayed] = ['.part-0a1b2c3d', '.part-ffffffff']
  fs.mkdirSync(path.join(root, stayed))
  const offered = async () => {
    const listed = valueOf(await one.media.list())
    return listed[0]?.leftovers
  }
  await begin(one)
  await one.media.piece(piece('x'))
  expect(fs.readdirSync(root).sort()).toEqual([inWork, stayed])
  expect(await offered()).toEqual([stayed])
  expect(await one.media.removeLeftover({ mediumId, name: inWork })).toEqual(err({ kind: 'notFound' }))
  expect(await one.media.removeLeftover({ mediumId, name: stayed })).toEqual(ok(undefined))
  await one.media.piece(piece('y', true))
  expect(await one.media.finish({ exportId })).toMatchObject({ ok: true })

  // Ended whichever way, a folder of that name is a leftover like any other.
  for (const end of [
    () => Promise.resolve(), // it has its name by now
    async () => (await begin(one), await one.media.cancel({ exportId })),
    async () => (await begin(one), await one.media.piece(piece('x', true, 'data/../../etc'))),
    async () => (fs.mkdirSync(path.join(root, inWork)), await begin(one)), // the name is taken: not begun
  ]) {
    await end()
    fs.mkdirSync(path.join(root, inWork), { recursive: true })
    expect(await offered()).toEqual([inWork])
    expect(await one.media.removeLeftover({ mediumId, name: inWork })).toEqual(ok(undefined))
  }
})

it('sends no scan of a request out masked', async () => {
  const one = desk()
  await begin(one)
  const asked = { exportId, path: 'data/scans/001.jpg', subject: `request:${exportId}`, digest: 'a'.repeat(64) }
  expect(await one.media.sealed(asked)).toMatchObject({ ok: false })
  expect(fs.readdirSync(root)).toEqual([])
})

it('opens a sealed file once, and takes everything away where it turns out on the way that it is damaged', async () => {
  const disk = memoryBlobs()
  const key = Buffer.alloc(32, 7)
  const keys = { createKey: () => ok(key), keyOf: () => key, keysOf: () => [key], isDestroyed: () => false }
  let opened = 0
  const counting = { ...disk, openToRead: (name: string) => (opened++, disk.openToRead(name)) }
  const blobs = new Blobs({ disk: counting, keys })
  const subject = 'document:0a0a0a0a-0000-4000-8000-000000000001'
  const upload = valueOf(blobs.begin(subject))
  valueOf(upload.write(randomBytes(700_000)))
  const { digest } = valueOf(await upload.seal())
  valueOf(upload.keep())
  const scans = {
    blobs,
    blobIndex: { has: () => true, isWithdrawn: () => false },
  } as unknown as MediaDeskParts['workstation']['scans'] // what is asked of them
  const asked = { exportId, path: 'data/scans/001.jpg', subject, digest }

  const one = desk({ scans })
  await begin(one)
  opened = 0
  expect(await one.media.sealed(asked)).toEqual(ok(undefined))
  expect(opened).toBe(1)
  const done = await one.media.finish({ exportId })
  const [folder = ''] = fs.readdirSync(root)
  expect(done).toMatchObject({ ok: true, value: { files: 1, bytes: 700_000, folder } })
  fs.rmSync(path.join(root, folder), { recursive: true })

  const name = disk.list()[0]!
  const sealed = disk.openToRead(name)!.read(0, 800_000)
  sealed[sealed.length - 10_000]! ^= 1
  const damaged = disk.create(name)
  damaged.write(sealed, 0)
  damaged.close()
  const other = desk({ scans })
  await begin(other)
  expect(await other.media.sealed(asked)).toEqual(err({ kind: 'scanUnreadable', why: 'changed' }))
  expect(fs.readdirSync(root)).toEqual([])
  expect(other.acts).toEqual([])
})

it('is cancelled in the middle of a file, by hand or by a lock, and takes away what it wrote', async () => {
  for (const end of ['cancel', 'dropAll'] as const) {
    const one = desk()
    await begin(one)
    await one.media.piece(piece('half of it'))
    if (end === 'cancel') await one.media.cancel({ exportId })
    else one.media.dropAll()
    await expect.poll(() => fs.readdirSync(root)).toEqual([])
    expect(await one.media.finish({ exportId })).toEqual({ ok: false, problem: { kind: 'notFound' } })
    expect(one.acts).toEqual([])
  }
})

it('refuses a name outside the rules and takes the export away', async () => {
  const one = desk()
  await begin(one)
  expect(await one.media.piece(piece('x', true, 'data/../../etc'))).toMatchObject({
    ok: false,
    problem: { kind: 'exportNameRefused' },
  })
  expect(fs.readdirSync(root)).toEqual([])
})

it('whoever begins a second file within the first ends the export, and nothing of it stays on the medium', async () => {
  const one = desk()
  await begin(one)
  const mediumId = `${valueOf(await one.media.list())[0]?.mediumId}`
  valueOf(await one.media.piece(piece('half of it')))
  expect(fs.readdirSync(root)).toEqual(['.part-0a1b2c3d'])
  expect(await one.media.piece(piece('x', true, 'data/other.html'))).toEqual(err({ kind: 'badInput', detail: 'path' }))
  expect(fs.readdirSync(root)).toEqual([])
  expect(valueOf(await one.media.list())).toMatchObject([{ mediumId, leftovers: [] }])
  expect(one.holds()).toBe(0)
  expect(await one.media.finish({ exportId })).toEqual(err({ kind: 'notFound' }))
  expect(one.acts).toEqual([])
  expect(await begin(one)).toEqual(ok({ exportId }))
  await one.media.cancel({ exportId })
})

describe('the lock', () => {
  it('by hand stops an export, which is told after the next sign-in until somebody has read it', async () => {
    const one = desk()
    await begin(one)
    await one.media.piece(piece('half of it'))
    const goesOn = one.media.piece(piece('the other half', true))
    one.media.dropAll()
    expect(await goesOn).toMatchObject({ ok: false })
    expect(one.media.unseenEnd()).toEqual(ok({ what: 'export', name: 'JZ-01', end: { kind: 'stopped' } }))
    await expect.poll(() => fs.readdirSync(root)).toEqual([])
    one.media.forgetEnd()
    expect(one.media.unseenEnd()).toEqual(ok(null))
  })

  it('by hand in the very moment when an export gets its name: told as what became of it', async () => {
    const one = desk()
    await begin(one)
    await one.media.piece(piece('x', true))
    const renames = vi.spyOn(nodeMediaFiles, 'rename').mockImplementationOnce(async (from, to) => {
      one.media.dropAll()
      await fs.promises.rename(from, to)
    })
    const done = await one.media.finish({ exportId })
    renames.mockRestore()
    const mayBePulled = done.ok && done.value.mayBePulled
    expect(done).toMatchObject({ ok: true })
    expect(one.media.unseenEnd()).toMatchObject({ value: { end: { kind: 'finished', mayBePulled } } })
  })

  it('by itself waits while one goes on, and its end is told where nobody was there to see it', async () => {
    for (const isLockDue of [true, false]) {
      const one = desk({ isLockDue })
      await begin(one)
      expect(one.holds()).toBe(1)
      await one.media.piece(piece('x', true))
      valueOf(await one.media.finish({ exportId }))
      expect(one.holds()).toBe(0)
      expect(one.media.unseenEnd()).toMatchObject({ value: isLockDue ? { end: { kind: 'finished' } } : null })
      fs.rmSync(path.join(root, fs.readdirSync(root)[0]!), { recursive: true })
    }
  })

  it('waits no longer for an export that failed, which is told too', async () => {
    const one = desk({ isLockDue: true })
    await begin(one)
    await one.media.piece(piece('x', true, 'data/../../etc'))
    expect(one.holds()).toBe(0)
    expect(one.media.unseenEnd()).toMatchObject({
      value: { end: { kind: 'failed', problem: { kind: 'exportNameRefused' } } },
    })
    expect(await begin(one)).toMatchObject({ ok: true })
    expect(one.media.unseenEnd()).toEqual(ok(null)) // whoever begins anew has read it
  })

  it('waits no longer once an export was cancelled', async () => {
    const one = desk()
    await begin(one)
    await one.media.cancel({ exportId })
    expect(one.holds()).toBe(0)
    expect(one.media.unseenEnd()).toEqual(ok(null))
  })
})

describe('a bundle', () => {
  const wish = { exportId, to: 'machines', isWhole: false, lock: { kind: 'none' } } as const
  const expected = { files: 2, bytes: 1_000, leastBytes: 100 }
  /** Packs as many pieces as are asked for, and stands still before each. */
  const packing = () => {
    const steps: (() => void)[] = []
    const removed: string[] = []
    const file = path.join(outside, 'part.rdbundle')
    const write: StickExchange['write'] = async (_wish, onBytes) => {
      for (let piece = 0; piece < 2; piece++) {
        await new Promise<void>(resolve => steps.push(resolve))
        try {
          onBytes?.(400)
        } catch (cause) {
          return err((cause as ExportStop).problem)
        }
      }
      fs.writeFileSync(file, Buffer.alloc(800))
      return ok({ files: [file], acts: 1, blobs: 0, remove: () => (removed.push(file), fs.rmSync(file)) })
    }
    return { write, removed, next: async () => (await expect.poll(() => steps.length).toBe(1), steps.pop()!()) }
  }

  it('shows how far its parts are on this machine, and then the exact size on the medium', async () => {
    const { write, next, removed } = packing()
    const one = desk({ write })
    await begin(one, { of: { kind: 'bundle' }, expected })
    const bundling = one.media.bundle(wish)
    await next()
    await expect
      .poll(async () => one.media.progress({ exportId }))
      .toMatchObject({ value: { phase: 'packing', doneBytes: 400, totalBytes: 1_000, remainingSeconds: null } })
    await next()
    expect(await bundling).toEqual(ok({ acts: 1, blobs: 0 }))
    expect(await one.media.progress({ exportId })).toMatchObject({
      value: { phase: 'writing', doneBytes: 800, totalBytes: 2 * (800 + 65_536), isAtMost: false },
    })
    expect(removed).toHaveLength(1)
    await one.media.cancel({ exportId })
  })

  it('is stopped while its parts are made, and not only afterwards', async () => {
    const { write, next } = packing()
    const one = desk({ write })
    await begin(one, { of: { kind: 'bundle' }, expected })
    const bundling = one.media.bundle(wish)
    await next()
    await one.media.cancel({ exportId })
    await next()
    expect(await bundling).toEqual(err({ kind: 'exportCancelled' }))
    expect(fs.readdirSync(root)).toEqual([])
  })
})
