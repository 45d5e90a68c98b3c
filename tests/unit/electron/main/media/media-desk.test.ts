import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { chosenFolder } from '../../../../../electron/main/media/finding/this-machine'
import { Blobs } from '../../../../../electron/main/ledger/blobs'
import type { MediaDeskParts } from '../../../../../electron/main/media/media-desk'
import type { Problem } from '../../../../../shared/contracts/problems'
import { err, ok } from '../../../../../shared/kernel/result'
import { memoryBlobs } from '../../../../support/blobs/blob-disks'
import { watchSteps, type SeenStep } from '../../../../support/media/watch-steps'
import { valueOf } from '../../../../support/workstation/test-workstation'
import { begin, desk, emptyStickBeforeEach, exportId, piece, stick } from '../../../../support/media/desk-with-stick'

emptyStickBeforeEach()

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
  expect(fs.readFileSync(path.join(stick.root, folder, 'data/index.html'), 'utf8')).toBe('<p></p>')
  expect(fs.readFileSync(path.join(stick.root, folder, 'data/register.csv'), 'utf8')).toContain(`"'=1+1"`)
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
  fs.appendFileSync(path.join(stick.root, folder, 'data/index.html'), ' ')
  expect(await one.media.verify({ mediumId, folder })).toMatchObject({ ok: true, value: { isWhole: false } })
})

describe('reading an export again', () => {
  const written = async (around: Parameters<typeof desk>[0] = {}) => {
    const one = desk(around)
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
      if (nth === 1) fs.renameSync(path.join(stick.root, asked.folder), path.join(stick.outside, asked.folder))
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
      fs.rmSync(path.join(stick.root, asked.folder), { recursive: true })
    }
  })

  it('is waited for by the automatic lock, and its end is told where nobody was there to see it', async () => {
    const { media, asked, holds: held } = await written({ isLockDue: true })
    const holds: number[] = []
    const seen = watchSteps(() => void holds.push(held()))
    expect(await media.verify(asked)).toMatchObject({ value: { isWhole: true } })
    seen.release()
    expect(new Set(holds)).toEqual(new Set([1]))
    expect(held()).toBe(0)
    const name = asked.folder
    expect(media.unseenEnd()).toEqual(ok({ what: 'check', name, end: { kind: 'checked', isWhole: true } }))
    const stopped = watchSteps(() => media.dropAll())
    await media.verify(asked)
    stopped.release()
    expect(media.unseenEnd()).toEqual(ok({ what: 'check', name, end: { kind: 'stopped' } }))
  })
})

it('lists a folder that was chosen for as long as it is there: pulled with its stick it is gone, and not read-only', async () => {
  const { media } = desk()
  await media.chooseFolder()
  expect(valueOf(await media.list())).toHaveLength(1)
  const away = path.join(stick.outside, 'pulled')
  fs.renameSync(stick.root, away)
  expect(valueOf(await media.list())).toEqual([])
  fs.renameSync(away, stick.root)
  expect(valueOf(await media.list())).toMatchObject([{ kind: 'folder' }])
})

it('begins nothing that the authority would refuse, and leaves nothing when it cannot be recorded', async () => {
  const refusal: Problem = { kind: 'refused', why: { kind: 'approvalNeeded' } }
  expect(await begin(desk({ refusal }), { isMasked: false })).toEqual({ ok: false, problem: refusal })
  const mute = desk({ appends: false })
  await begin(mute)
  await mute.media.piece(piece('x', true))
  expect(await mute.media.finish({ exportId })).toEqual({ ok: false, problem: { kind: 'journalBroken' } })
  expect(fs.readdirSync(stick.root)).toEqual([])
})

it('is not begun on what is left of a mount when the medium was pulled meanwhile', async () => {
  let looks = 0
  const one = desk({
    find: async () => (looks++ === 0 ? [{ ...chosenFolder(stick.root), id: 'stick', kind: 'stick' }] : []),
  })
  expect(await begin(one, { mediumId: 'stick' })).toEqual(err({ kind: 'mediumFailed', why: 'gone' }))
  expect(fs.readdirSync(stick.root)).toEqual([])
})

it('offers no folder as a leftover while it is being written, refuses to remove it, and offers what did stay', async () => {
  const one = desk()
  const chosen = await one.media.chooseFolder()
  const mediumId = (chosen.ok && chosen.value.mediumId) || ''
  const [inWork, stayed] = ['.part-0a1b2c3d', '.part-ffffffff']
  fs.mkdirSync(path.join(stick.root, stayed))
  const offered = async () => {
    const listed = valueOf(await one.media.list())
    return listed[0]?.leftovers
  }
  await begin(one)
  await one.media.piece(piece('x'))
  expect(fs.readdirSync(stick.root).sort()).toEqual([inWork, stayed])
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
    async () => (fs.mkdirSync(path.join(stick.root, inWork)), await begin(one)), // the name is taken: not begun
  ]) {
    await end()
    fs.mkdirSync(path.join(stick.root, inWork), { recursive: true })
    expect(await offered()).toEqual([inWork])
    expect(await one.media.removeLeftover({ mediumId, name: inWork })).toEqual(ok(undefined))
  }
})

it('sends no scan of a request out masked', async () => {
  const one = desk()
  await begin(one)
  const asked = { exportId, path: 'data/scans/001.jpg', subject: `request:${exportId}`, digest: 'a'.repeat(64) }
  expect(await one.media.sealed(asked)).toMatchObject({ ok: false })
  expect(fs.readdirSync(stick.root)).toEqual([])
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
  const [folder = ''] = fs.readdirSync(stick.root)
  expect(done).toMatchObject({ ok: true, value: { files: 1, bytes: 700_000, folder } })
  fs.rmSync(path.join(stick.root, folder), { recursive: true })

  const name = disk.list()[0]!
  const sealed = disk.openToRead(name)!.read(0, 800_000)
  sealed[sealed.length - 10_000]! ^= 1
  const damaged = disk.create(name)
  damaged.write(sealed, 0)
  damaged.close()
  const other = desk({ scans })
  await begin(other)
  expect(await other.media.sealed(asked)).toEqual(err({ kind: 'scanUnreadable', why: 'changed' }))
  expect(fs.readdirSync(stick.root)).toEqual([])
  expect(other.acts).toEqual([])
})

it('is cancelled in the middle of a file, by hand or by a lock, and takes away what it wrote', async () => {
  for (const end of ['cancel', 'dropAll'] as const) {
    const one = desk()
    await begin(one)
    await one.media.piece(piece('half of it'))
    if (end === 'cancel') await one.media.cancel({ exportId })
    else one.media.dropAll()
    await expect.poll(() => fs.readdirSync(stick.root)).toEqual([])
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
  expect(fs.readdirSync(stick.root)).toEqual([])
})

it('whoever begins a second file within the first ends the export, and nothing of it stays on the medium', async () => {
  const one = desk()
  await begin(one)
  const mediumId = `${valueOf(await one.media.list())[0]?.mediumId}`
  valueOf(await one.media.piece(piece('half of it')))
  expect(fs.readdirSync(stick.root)).toEqual(['.part-0a1b2c3d'])
  expect(await one.media.piece(piece('x', true, 'data/other.html'))).toEqual(err({ kind: 'badInput', detail: 'path' }))
  expect(fs.readdirSync(stick.root)).toEqual([])
  expect(valueOf(await one.media.list())).toMatchObject([{ mediumId, leftovers: [] }])
  expect(one.holds()).toBe(0)
  expect(await one.media.finish({ exportId })).toEqual(err({ kind: 'notFound' }))
  expect(one.acts).toEqual([])
  expect(await begin(one)).toEqual(ok({ exportId }))
  await one.media.cancel({ exportId })
})
