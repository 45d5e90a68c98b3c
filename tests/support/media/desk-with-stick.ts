import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { nodeMediaFiles } from '../../../electron/main/media/exporting/node-media-files'
import { chosenFolder } from '../../../electron/main/media/finding/this-machine'
import type { StickExchange } from '../../../electron/main/media/carrying/stick-exchange'
import type { Medium } from '../../../electron/main/media/medium'
import { mediaDesk, type Input, type MediaDeskParts } from '../../../electron/main/media/media-desk'
import type { Problem } from '../../../shared/contracts/problems'
import { err, ok } from '../../../shared/kernel/result'

/** The medium, and a place on this machine; both are empty before each test. */
export const stick = { root: '', outside: '' }

export function emptyStickBeforeEach(): void {
  beforeEach(() => {
    stick.root = fs.mkdtempSync(path.join(os.tmpdir(), 'media-desk-'))
    stick.outside = fs.mkdtempSync(path.join(os.tmpdir(), 'media-desk-own-'))
  })
  afterEach(() => {
    for (const folder of [stick.root, stick.outside]) fs.rmSync(folder, { recursive: true, force: true })
  })
}

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

/** The desk of media over a stick that is a folder; what it asks of the workstation is played. */
export function desk({
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
        acts.push({ fact: facts[0] as unknown as Fact, onMedium: fs.readdirSync(stick.root) }) // plain JSON
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
    askFolder: async () => stick.root,
    files: nodeMediaFiles,
    sticks: { drop: () => undefined, write } as never, // what is asked of them
    newId: () => '0a1b2c3d-0000-4000-8000-000000000000',
    now: () => 0,
  })
  return { media, acts, holds: () => holds }
}

export async function begin({ media }: ReturnType<typeof desk>, over: Partial<Input<'media:begin'>> = {}) {
  const chosen = await media.chooseFolder()
  const mediumId = (chosen.ok && chosen.value.mediumId) || ''
  return media.begin({
    ...{ mediumId, of: { kind: 'register' }, isMasked: true, mediumNo: 'JZ-01', receiver: '市档案馆', holder: '张三' },
    ...{ role: 'clerk', expected: null, ...over },
  })
}

export const exportId = '0a1b2c3d-0000-4000-8000-000000000000'
export const piece = (text: string, isLast = false, name = 'data/index.html') => ({
  exportId,
  path: name,
  bytes: new Uint8Array(Buffer.from(text)),
  isLast,
})
