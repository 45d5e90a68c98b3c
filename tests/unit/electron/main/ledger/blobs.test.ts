import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openBlobDisk, type BlobDisk } from '../../../../../electron/main/ledger/blob-disk'
import { blobName } from '../../../../../electron/main/ledger/blob-format'
import {
  forgetfulBlobs,
  memoryBlobs,
  recordingBlobs,
  whatPowerCouldTake,
  type BlobCall,
} from '../../../../support/blobs/blob-disks'
import { bytesOf, keep, keyStore, other, sha256, store, subject, valueOf } from '../../../../support/blobs/blob-store'

test.each([1, 15, 262_143, 262_144, 262_145, 700_001])('%i bytes come back as they went in, in any pieces', async n => {
  const { blobs } = store()
  const content = bytesOf(n)
  for (const [index, piece] of [n, 1_000, 262_144, 300_000].entries()) {
    const of = `${subject}${index}`
    const { digest, bytes } = await keep(blobs, content, of, piece)
    expect([digest, bytes]).toEqual([sha256(content), n])
    expect(await blobs.verify(of, digest)).toBeNull()
    expect(Buffer.concat([...blobs.parts(of, digest)]).equals(content)).toBe(true)
  }
})

test('on the disk there is neither the content nor its digest, and the same bytes of two requests share nothing', async () => {
  const disk = memoryBlobs()
  const { blobs } = store(disk)
  const content = Buffer.from('张㛃䶮 110101190001010014'.repeat(50))
  const { digest } = await keep(blobs, content)
  await keep(blobs, content, other)
  expect(disk.files.size).toBe(2)
  for (const [name, bytes] of disk.files) {
    expect(name).not.toContain(digest)
    expect(bytes.includes('110101190001010014')).toBe(false)
    expect(bytes.includes('张㛃䶮')).toBe(false)
    expect(bytes.includes(Buffer.from(digest, 'hex'))).toBe(false)
    expect(bytes.includes(digest)).toBe(false)
  }
})

test('one blob of 3 parts: every cut and every flipped bit in the frames is found', async () => {
  const disk = memoryBlobs()
  const { blobs } = store(disk)
  const { digest } = await keep(blobs, bytesOf(600_000))
  const name = blobName(subject, digest)
  const whole = disk.files.get(name)!
  const cuts = [0, 7, 23, 24, 27, 28, 100, 262_200, 262_204, 600_000, whole.length - 60, whole.length - 1]
  for (const length of cuts) {
    disk.files.set(name, whole.subarray(0, length))
    expect([length, await blobs.verify(subject, digest)]).toEqual([length, 'cutShort'])
  }
  const places = [0, 6, 8, 23, 24, 27, 28, 40, 262_199, 262_200, 262_203, 524_500, whole.length - 1]
  for (const at of places) {
    for (const bit of [1, 128]) {
      const flipped = Buffer.from(whole)
      flipped[at]! ^= bit
      disk.files.set(name, flipped)
      expect([at, bit, await blobs.verify(subject, digest)]).toEqual([
        at,
        bit,
        expect.stringMatching(/changed|cutShort/),
      ])
      expect(() => [...blobs.parts(subject, digest)]).toThrow()
    }
  }
  disk.files.set(name, Buffer.concat([whole, Buffer.from('more')]))
  expect(await blobs.verify(subject, digest)).toBe('changed')
  disk.files.set(name, whole)
  expect(await blobs.verify(subject, digest)).toBeNull()
  console.log(`${cuts.length} cuts, ${places.length * 2} flips, all found`)
})

test('a part that is left out, repeated or moved, and a blob that is swapped, are found', async () => {
  const disk = memoryBlobs()
  const { blobs } = store(disk)
  const first = await keep(blobs, bytesOf(700_000))
  const second = await keep(blobs, bytesOf(700_000))
  const foreign = await keep(blobs, bytesOf(700_000), other)
  const name = blobName(subject, first.digest)
  const whole = disk.files.get(name)!
  const box = 4 + 262_144 + 28
  const header = whole.subarray(0, 24)
  const [a, b] = [whole.subarray(24, 24 + box), whole.subarray(24 + box, 24 + 2 * box)]
  const rest = whole.subarray(24 + 2 * box)
  for (const forged of [
    [header, a, rest],
    [header, a, a, b, rest],
    [header, b, a, rest],
    [header, a, b, b, rest],
  ]) {
    disk.files.set(name, Buffer.concat(forged))
    expect(await blobs.verify(subject, first.digest)).toBe('changed')
  }
  disk.files.set(name, disk.files.get(blobName(subject, second.digest))!)
  expect(await blobs.verify(subject, first.digest)).toBe('swapped')
  disk.files.set(name, disk.files.get(blobName(other, foreign.digest))!)
  expect(await blobs.verify(subject, first.digest)).toBe('changed')
  disk.files.delete(name)
  expect(await blobs.verify(subject, first.digest)).toBe('missing')
})

test('erasing the key of the request makes its blobs unreadable, and says erased and not damaged', async () => {
  const { blobs, keys } = store()
  const mine = await keep(blobs, bytesOf(5_000))
  const theirs = await keep(blobs, bytesOf(5_000), other)
  keys.destroy(subject)
  expect(await blobs.verify(subject, mine.digest)).toBe('erased')
  expect(() => [...blobs.parts(subject, mine.digest)]).toThrow()
  expect(blobs.begin(subject)).toMatchObject({ ok: false, problem: { why: { kind: 'subjectErased' } } })
  expect(await blobs.verify(other, theirs.digest)).toBeNull()
})

test('bytes, then name, then act: what a power cut leaves is whole or was never told of', async () => {
  const order = async (plant: (disk: BlobDisk) => BlobDisk): Promise<BlobCall[]> => {
    const calls: BlobCall[] = []
    const { blobs } = store(plant(recordingBlobs(memoryBlobs(), calls)))
    await keep(blobs, bytesOf(600_000))
    calls.push('act')
    return calls
  }
  const sound = await order(disk => disk)
  expect(sound.filter(call => call !== 'write')).toEqual(['create', 'sync', 'rename', 'syncFolder', 'act'])
  expect(whatPowerCouldTake(sound)).toBeNull()
  // Planted: each flush left out once, and an act before the blob.
  expect(whatPowerCouldTake(await order(disk => forgetfulBlobs(disk, 'sync')))).toBe('bytes')
  expect(whatPowerCouldTake(await order(disk => forgetfulBlobs(disk, 'syncFolder')))).toBe('name')
  expect(whatPowerCouldTake(['act', ...sound])).toBe('everything')
})

test('a disk that gives back other bytes than were written is noticed before anything is said to be kept', async () => {
  const disk = memoryBlobs()
  const lying: BlobDisk = {
    ...disk,
    openToRead: name => {
      const file = disk.openToRead(name)
      return file && { ...file, read: (at, length) => Buffer.from(file.read(at, length).map(byte => byte ^ 1)) }
    },
  }
  const upload = valueOf(store(lying).blobs.begin(subject))
  valueOf(upload.write(bytesOf(100)))
  expect(await upload.seal()).toEqual({ ok: false, problem: { kind: 'cannotWrite', detail: 'READBACK' } })
  expect(disk.files.size).toBe(0)
})

test('a full disk ends the upload with nothing left of it', () => {
  const disk = memoryBlobs()
  const full: BlobDisk = {
    ...disk,
    create: name => {
      const file = disk.create(name)
      return {
        ...file,
        write: (bytes, at) => {
          if (at > 24) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
          file.write(bytes, at)
        },
      }
    },
  }
  const upload = valueOf(store(full).blobs.begin(subject))
  valueOf(upload.write(bytesOf(300_000)))
  expect(upload.write(bytesOf(300_000))).toEqual({ ok: false, problem: { kind: 'cannotWrite', detail: 'ENOSPC' } })
  expect(disk.files.size).toBe(0)
})

test('on the real disk: orphans and halves are swept, what an act names stays; a lock ends what was on its way', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'blobs-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  const { blobs, keys } = store(openBlobDisk(folder))
  const named = await keep(blobs, bytesOf(5_000_000))
  await keep(blobs, bytesOf(100)) // the crash came before its act
  fs.writeFileSync(path.join(folder, 'half.part'), 'half')
  const names = new Set([blobName(subject, named.digest)])
  expect(blobs.sweep(file => names.has(file))).toBe(2)
  expect(fs.readdirSync(folder)).toEqual([...names])
  expect(blobs.sweep(file => names.has(file))).toBe(0)
  const upload = valueOf(blobs.begin(subject))
  valueOf(upload.write(bytesOf(100)))
  expect(fs.readdirSync(folder)).toHaveLength(2)
  blobs.close()
  expect(fs.readdirSync(folder)).toEqual([...names])
  expect(upload.write(bytesOf(1))).toEqual({ ok: false, problem: { kind: 'locked' } })
  expect(await blobs.verify(subject, named.digest)).toBe('locked')
  expect(await store(openBlobDisk(folder), keys).blobs.verify(subject, named.digest)).toBeNull()
  if (process.platform !== 'win32') expect(fs.statSync(path.join(folder, [...names][0]!)).mode & 0o777).toBe(0o600)
})

test('a blob that is damaged or gone is put right from a whole copy, and from nothing else', async () => {
  const disk = memoryBlobs()
  const keys = keyStore()
  const { blobs } = store(disk, keys)
  const content = bytesOf(1_500_000)
  const { digest } = await keep(blobs, content)
  const name = blobName(subject, digest)
  const whole = disk.files.get(name)!
  const copies = memoryBlobs(new Map([[name, whole]]))
  const hurt = (at: number) => Buffer.from(whole).fill(whole[at]! ^ 1, at, at + 1)
  for (const damaged of [hurt(700_000), whole.subarray(0, 900_000), null]) {
    if (damaged) disk.files.set(name, damaged)
    else disk.files.delete(name)
    expect(await blobs.verify(subject, digest)).not.toBeNull()
    expect(await blobs.mend(subject, digest, copies)).toBe(true)
    expect(Buffer.concat([...blobs.parts(subject, digest)]).equals(content)).toBe(true)
    expect([...disk.files.keys()]).toEqual([name])
  }
  const another = await keep(blobs, bytesOf(1_000), other)
  const swapped = disk.files.get(blobName(other, another.digest))!
  for (const bad of [hurt(1_400_000), whole.subarray(0, -1), swapped, null]) {
    const before = hurt(9)
    disk.files.set(name, before)
    const from = memoryBlobs(bad ? new Map([[name, bad]]) : new Map())
    expect(await blobs.mend(subject, digest, from)).toBe(false)
    expect(disk.files.get(name)!.equals(before)).toBe(true)
  }
  keys.destroy(subject)
  expect(await blobs.mend(subject, digest, copies)).toBe(false)
})

test('mending goes through the same flushes as keeping, and a full disk leaves what stood there', async () => {
  const memory = memoryBlobs()
  const keys = keyStore()
  const { digest } = await keep(store(memory, keys).blobs, bytesOf(400_000))
  const name = blobName(subject, digest)
  const copies = memoryBlobs(new Map([[name, memory.files.get(name)!]]))
  const hurt = Buffer.alloc(64)
  const mendOn = async (build: (disk: BlobDisk) => BlobDisk) => {
    memory.files.set(name, hurt)
    const calls: BlobCall[] = []
    expect(await store(build(recordingBlobs(memory, calls)), keys).blobs.mend(subject, digest, copies)).toBe(true)
    return [...calls, 'act'] as const
  }
  expect(whatPowerCouldTake(await mendOn(disk => disk))).toBeNull()
  // Planted: each flush left out once.
  expect(whatPowerCouldTake(await mendOn(disk => forgetfulBlobs(disk, 'sync')))).toBe('bytes')
  expect(whatPowerCouldTake(await mendOn(disk => forgetfulBlobs(disk, 'syncFolder')))).toBe('name')
  memory.files.set(name, hurt)
  const full: BlobDisk = {
    ...memory,
    create: () => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    },
  }
  expect(await store(full, keys).blobs.mend(subject, digest, copies)).toBe(false)
  expect(memory.files.get(name)).toBe(hurt)
})

test('opened once, a blob gives out what was authenticated, and says at its end whether it was the one asked for', async () => {
  const disk = memoryBlobs()
  const { blobs } = store(disk)
  const content = bytesOf(600_000)
  const { digest } = await keep(blobs, content)
  const read = (of: string) => {
    const parts: Buffer[] = []
    const opened = blobs.open(subject, of)
    for (let next = opened.next(); ; next = opened.next()) {
      if (next.done) return { plain: Buffer.concat(parts), damage: next.value }
      parts.push(next.value)
    }
  }
  const whole = read(digest)
  expect([whole.damage, whole.plain.equals(content)]).toEqual([null, true])
  expect(read('a'.repeat(64))).toMatchObject({ plain: Buffer.alloc(0), damage: 'missing' })
  const name = blobName(subject, digest)
  const sealed = disk.openToRead(name)!.read(0, 700_000)
  sealed[sealed.length - 100_000]! ^= 1
  const damaged = disk.create(name)
  damaged.write(sealed, 0)
  damaged.close()
  const { plain, damage } = read(digest)
  expect([damage, content.subarray(0, plain.length).equals(plain)]).toEqual(['changed', true])
  expect(plain.length).toBeLessThan(content.length)
})
