import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { ExportStop } from '../../../../../electron/main/media/exporting/export-problem'
import { nodeMediaFiles } from '../../../../../electron/main/media/exporting/node-media-files'
import type { StickExchange } from '../../../../../electron/main/media/carrying/stick-exchange'
import { err, ok } from '../../../../../shared/kernel/result'
import { valueOf } from '../../../../support/workstation/test-workstation'
import { begin, desk, emptyStickBeforeEach, exportId, piece, stick } from '../../../../support/media/desk-with-stick'

emptyStickBeforeEach()

describe('the lock', () => {
  it('by hand stops an export, which is told after the next sign-in until somebody has read it', async () => {
    const one = desk()
    await begin(one)
    await one.media.piece(piece('half of it'))
    const goesOn = one.media.piece(piece('the other half', true))
    one.media.dropAll()
    expect(await goesOn).toMatchObject({ ok: false })
    expect(one.media.unseenEnd()).toEqual(ok({ what: 'export', name: 'JZ-01', end: { kind: 'stopped' } }))
    await expect.poll(() => fs.readdirSync(stick.root)).toEqual([])
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
      fs.rmSync(path.join(stick.root, fs.readdirSync(stick.root)[0]!), { recursive: true })
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

  it('in the moment in which an export begins leaves nothing begun, also where somebody signs in at once', async () => {
    const one = desk()
    const makes = vi.spyOn(nodeMediaFiles, 'makeFolder').mockImplementationOnce(async folder => {
      await fs.promises.mkdir(folder)
      one.media.dropAll()
    })
    expect(await begin(one)).toEqual(err({ kind: 'locked' }))
    expect(makes).toHaveBeenCalled()
    makes.mockRestore()
    expect([one.holds(), fs.readdirSync(stick.root)]).toEqual([0, []])
    expect(await begin(one)).toMatchObject({ ok: true })
  })

  it('waits no longer for an export at which the program failed, and nothing of it stays', async () => {
    const one = desk({ write: () => Promise.reject(new Error('a bug')) })
    await begin(one, { of: { kind: 'bundle' } })
    const wish = { exportId, to: 'machines', isWhole: false, lock: { kind: 'none' } } as const
    await expect(one.media.bundle(wish)).rejects.toThrow('a bug')
    expect([one.holds(), fs.readdirSync(stick.root)]).toEqual([0, []])
    expect(await one.media.progress({ exportId })).toEqual(ok(null))
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
    const file = path.join(stick.outside, 'part.rdbundle')
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
    expect(fs.readdirSync(stick.root)).toEqual([])
  })
})
