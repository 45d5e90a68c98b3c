import { describe, expect, it } from 'vitest'
import type { MediaFiles } from '../../../../../electron/main/media/exporting/media-files'
import { exportRound, faultsOfRound, isWhole, namedExports, type Plant } from '../../../../support/media/export-rounds'
import { mediumFaultKinds } from '../../../../support/media/faulty-medium'

describe('an export onto a medium', () => {
  it('writes one folder that a stranger can check, recorded before it has its name', async () => {
    const round = await exportRound(null)
    expect(round.result).toMatchObject({
      ok: true,
      value: { folder: 'records-desk-20261126-0a1b2c3d', mayBePulled: true },
    })
    const tree = round.medium.durable()
    expect(namedExports(tree)).toEqual(['records-desk-20261126-0a1b2c3d/'])
    expect(isWhole(tree, 'records-desk-20261126-0a1b2c3d/')).toBe(true)
    // 3,400 bytes in parts of 1,500
    const scans = [...tree.keys()].filter(name => name.includes('/scans/0'))
    expect(scans.map(name => name.split('/').at(-1))).toEqual(['001.jpg', '001.jpg.002', '001.jpg.003'])
    expect([...tree.keys()].every(name => /^[\x21-\x7e]+$/.test(name) && name.length <= 180)).toBe(true)
  })

  it('leaves nothing that looks complete, whichever operation goes wrong and however', async () => {
    const sound = await exportRound(null)
    let rounds = 0
    const met = new Map<string, number>()
    const faults: string[] = []
    let uncertain = 0
    for (const kind of mediumFaultKinds) {
      for (let at = 1; at <= sound.operations; at++) {
        const round = await exportRound({ kind, at })
        rounds++
        if (!round.result.ok && round.result.problem.kind === 'exportUncertain') uncertain++
        if (round.wasMet) met.set(kind, (met.get(kind) ?? 0) + 1)
        if ((kind === 'shortWrite' || kind === 'slow') && !round.result.ok) faults.push(`${kind} at ${at}: refused`)
        for (const fault of await faultsOfRound(round)) faults.push(`${kind} at ${at}: ${fault}`)
      }
    }
    console.log(
      `${rounds} exports, a fault at each of ${sound.operations} operations; met: ${JSON.stringify([...met])}; uncertain: ${uncertain}`,
    )
    expect(faults).toEqual([])
    expect(rounds).toBeGreaterThan(500)
    expect(uncertain).toBeLessThan(20) // only around the naming
    expect([...met.keys()].sort()).toEqual([...mediumFaultKinds].sort())
  })

  it.each<[string, Plant]>([
    [
      'a flush that does nothing',
      files => ({ ...files, create: async name => ({ ...(await files.create(name)), sync: async () => undefined }) }),
    ],
    ['folders that are not flushed', files => ({ ...files, syncFolder: async () => undefined })],
    ['files read back from what was meant to be written', readsWhatWasMeant],
  ])('is caught where it has a planted fault: %s', async (_what, plant) => {
    const sound = await exportRound(null, plant)
    const faults = await faultsOfRound(sound)
    for (let at = 1; at <= sound.operations && faults.length === 0; at++) {
      const round = await exportRound({ kind: 'shortWrite', at }, plant)
      if ((await faultsOfRound(round)).length > 0) return
    }
    expect(faults.length).toBeGreaterThan(0)
  })
})

/** Takes a short write for a whole one, and compares with what it has in memory. */
function readsWhatWasMeant(files: MediaFiles): MediaFiles {
  const meant = new Map<string, Buffer[]>()
  return {
    ...files,
    create: async name => {
      const file = await files.create(name)
      meant.set(name, [])
      return {
        ...file,
        write: async bytes => {
          await file.write(bytes)
          meant.get(name)!.push(Buffer.from(bytes))
          return bytes.length
        },
      }
    },
    open: async name => {
      const left = [Buffer.concat(meant.get(name) ?? [])]
      return { read: async () => left.shift() ?? Buffer.alloc(0), close: async () => undefined }
    },
  }
}
