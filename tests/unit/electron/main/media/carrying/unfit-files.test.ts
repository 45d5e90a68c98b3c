import fs from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { carriedName } from '../../../../../../electron/main/ledger/carried-blobs'
import { watchSteps } from '../../../../../support/media/watch-steps'
import { newStick, noFoldersAfterEach, office } from '../../../../../support/sticks/machines-and-sticks'
import type { StickMachine } from '../../../../../support/sticks/stick-machines'
import { valueOf } from '../../../../../support/workstation/test-workstation'

noFoldersAfterEach()
afterEach(() => void vi.restoreAllMocks())

const pdf = (words: string): Buffer => Buffer.from(`%PDF-1.7\n${words.repeat(40)}\n%%EOF\n`)

/** The only scan of a machine. */
function fileOf({ workstation }: StickMachine) {
  const { blobIndex, carried } = workstation.scans!
  const [one] = [...blobIndex.named()]
  const name = carriedName(one!.file)
  return { name, sealed: one!.sealed, carried, file: carried.fileOf(name) }
}

function damage(machine: StickMachine): Buffer {
  const { file } = fileOf(machine)
  const good = fs.readFileSync(file)
  const rotten = Buffer.from(good)
  rotten[60]! ^= 0xff
  fs.writeFileSync(file, rotten)
  return good
}

const heldUpBy = ({ findings }: StickMachine) => findings.filter(({ kind }) => kind === 'scanHeldUp')

test('a scan that the disk of its writer damaged stays behind, is told, and keeps no good one out', async () => {
  const { first, second } = await office()
  await first.scan(first.register(1), pdf('申请表'))
  const good = damage(first)
  const { name, file, sealed } = fileOf(first)
  const stick = newStick()
  await first.carry(stick, { isWhole: true, lock: { kind: 'none' } })
  expect(heldUpBy(first)).toEqual([{ kind: 'scanHeldUp', file: name.slice(0, 12), why: 'changedHere' }])
  expect(valueOf(await second.takeIn(stick))).toMatchObject({ blobs: 0, refused: [] })
  expect(fileOf(second).carried.has(name)).toBe(false)
  expect(heldUpBy(second)).toEqual([])
  fs.writeFileSync(file, good) // from a backup
  const again = newStick()
  await first.carry(again, { lock: { kind: 'none' } })
  expect(valueOf(await second.takeIn(again))).toMatchObject({ blobs: 1 })
  expect(await fileOf(second).carried.digest(name)).toBe(sealed)
})

/** As a program wrote it that did not compare. */
async function carriedUncompared(machine: StickMachine, stick: string): Promise<void> {
  const { blobIndex } = machine.workstation.scans!
  const said = [...blobIndex.named()].map(one => ({ ...one, sealed: null }))
  vi.spyOn(blobIndex, 'named').mockImplementation(() => said[Symbol.iterator]())
  await machine.carry(stick, { isWhole: true, lock: { kind: 'none' } })
  vi.restoreAllMocks()
}

test.for([
  { what: 'in one go', stopsAt: null },
  { what: 'by an import that was stopped behind it', stopsAt: 'blobs' },
] as const)(
  'one that came damaged all the same ($what) is dropped once the acts say what it was, and told',
  async at => {
    const { first, second } = await office()
    await first.scan(first.register(1), pdf('申请表'))
    damage(first)
    const { name } = fileOf(first)
    const stick = newStick()
    await carriedUncompared(first, stick)
    valueOf(await second.sticks.take(stick, { name: valueOf(second.sticks.find(stick))[0]!.name }))
    if (at.stopsAt) {
      watchSteps((_nth, step) => void (step === at.stopsAt && second.sticks.cancel()))
      expect(valueOf(await second.sticks.apply('clerk'))).toMatchObject({ came: 0, blobs: 1 })
      vi.restoreAllMocks()
      expect(second.workstation.scans!.carried.has(name)).toBe(true) // no act says yet what it ought to be
    }
    expect(valueOf(await second.sticks.apply('clerk'))).toMatchObject({ blobs: 0, known: 3, refused: [], left: null })
    expect(fileOf(second).carried.has(name)).toBe(false)
    expect(heldUpBy(second)).toEqual([{ kind: 'scanHeldUp', file: name.slice(0, 12), why: 'changedOnMedium' }])
  },
)
