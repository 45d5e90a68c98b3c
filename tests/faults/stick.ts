import fs from 'node:fs'
import path from 'node:path'
import { exportTags } from '../../electron/main/media/exporting/export-tags'
import { isExportFolderName } from '../../electron/main/media/exporting/export-names'
import { lookAtMedium, removeLeftover } from '../../electron/main/media/exporting/leftovers'
import type { MediaFiles } from '../../electron/main/media/exporting/media-files'
import { beginMediumExport } from '../../electron/main/media/exporting/medium-export'
import { nodeMediaFiles } from '../../electron/main/media/exporting/node-media-files'
import { checkBag } from '../../electron/main/documents/bag/check-bag'
import { folderBag } from '../../electron/main/documents/bag/bag-files'
import { ok } from '../../shared/kernel/result'
import { faultyMedium } from '../support/media/faulty-medium'
import { hooked, onStick } from './real-stick'

export interface StickReport {
  readonly pulled: number
  /** Of those: exports that were not acknowledged. */
  readonly refused: number
  readonly full: number
  readonly readOnly: number
  readonly swapped: number
  readonly sound: number
  readonly wrong: readonly string[]
}

const bigBytes = 6 << 20

/** exFAT through FUSE on a loop device: pulled by killing its daemon at one operation after another, filled, read-only, swapped. */
export async function pullSticks(rounds: number, progress: (line: string) => void): Promise<StickReport> {
  const wrong: string[] = []
  const count = { pulled: 0, refused: 0, full: 0, readOnly: 0, swapped: 0, sound: 0 }
  const sound = await onStick(64, async stick => {
    const files = faultyMedium(nodeMediaFiles, null)
    const result = await exportTo(files, stick.mount, bigBytes)
    if (!result.ok) wrong.push(`a sound stick: ${JSON.stringify(result)}`)
    else count.sound++
    return files.operations()
  })
  progress(`an export takes ${sound} operations`)
  for (let round = 1; round <= rounds; round++) {
    // Before the second, no export has begun: whether the stick is there is asked by the desk (media-desk).
    const at = Math.max(2, Math.round((round * sound) / rounds))
    const fault = await onStick(64, async stick => {
      const files = hooked(at, () => stick.pull())
      const result = await exportTo(files, stick.mount, bigBytes)
      stick.plugIn()
      if (!result.ok) count.refused++
      return faultOn(stick.mount, result.ok)
    })
    count.pulled++
    if (fault) wrong.push(`pulled at ${at}: ${fault}`)
  }
  await onStick(24, async stick => {
    const result = await exportTo(nodeMediaFiles, stick.mount, 40 << 20)
    count.full++
    if (result.ok) wrong.push('full: acknowledged')
    const fault = await faultOn(stick.mount, false)
    if (fault) wrong.push(`full: ${fault}`)
  })
  await onStick(64, async stick => {
    stick.pull()
    stick.plugIn('ro')
    const result = await exportTo(nodeMediaFiles, stick.mount, bigBytes)
    count.readOnly++
    if (result.ok || JSON.stringify(result).includes('readOnly') === false)
      wrong.push(`read-only: ${JSON.stringify(result)}`)
  })
  await onStick(64, async stick =>
    onStick(96, async other => {
      const files = hooked(Math.round(sound / 2), () => {
        stick.pull()
        stick.plugIn('rw', other)
      })
      const result = await exportTo(files, stick.mount, bigBytes)
      count.swapped++
      if (result.ok) wrong.push('swapped: acknowledged')
      const fault = await faultOn(stick.mount, false)
      if (fault) wrong.push(`swapped: ${fault}`)
    }),
  )
  return { ...count, wrong }
}

async function exportTo(files: MediaFiles, root: string, bytes: number) {
  const about = { exportId: '0a1b2c3d-0000-4000-8000-000000000000', on: '2026-11-26' }
  const begun = await beginMediumExport({
    ...{ files, root, ...about, now: () => performance.now(), expected: null, partBytes: 4 << 20 },
    tagsOf: written =>
      exportTags(written, {
        ...{ ...about, officeName: 'office', mediumNo: 'JZ-01', isMasked: true, chain: 'c0ffee' },
        sign: () => new Uint8Array(64),
      }),
    record: () => ok(undefined),
    recordNothingLeft: () => undefined,
  })
  if (!begun.ok) return begun
  const piece = Buffer.alloc(1 << 20, 7)
  const pieces = Array.from({ length: Math.ceil(bytes / piece.length) }, () => piece)
  for (const file of [
    { path: 'data/big.bin', pieces },
    { path: 'data/a/small.txt', pieces: [Buffer.from('small')] },
  ]) {
    const added = await begun.value.add(file)
    if (!added.ok) return added
  }
  return begun.value.finish()
}

/** What is wrong on the stick as somebody finds it who plugs it in again. */
async function faultOn(root: string, wasAcknowledged: boolean): Promise<string | null> {
  const named = fs.readdirSync(root).filter(isExportFolderName)
  if (wasAcknowledged && named.length !== 1) return 'acknowledged and not there'
  for (const folder of named) {
    const sound = await checkBag(folderBag(path.join(root, folder)))
    if (!sound.ok) return `looks complete and is not: ${JSON.stringify(sound.problem)}`
  }
  const there = await lookAtMedium(nodeMediaFiles, root)
  for (const name of there.ok ? there.value.leftovers : []) await removeLeftover(nodeMediaFiles, { root, name })
  return fs.readdirSync(root).some(name => name.startsWith('.part-')) ? 'a leftover that is not removed' : null
}
