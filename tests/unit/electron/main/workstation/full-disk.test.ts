import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { diskFaultKinds, watchDisk, type DiskFault } from '../../../../faults/io/faulty-disk'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'full-disk-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const mirrorFolder = (): string => path.join(folder, 'second-disk')
const open = (): Workstation =>
  openTestWorkstation({ folder: path.join(folder, 'office'), mirrorFolder: mirrorFolder() })

async function foundOffice(): Promise<number> {
  fs.mkdirSync(mirrorFolder())
  const workstation = open()
  valueOf(await workstation.establish(founding))
  const { seq } = workstation.ledger!.head
  workstation.lock()
  return seq
}

const note = (workstation: Workstation) => ({
  ...{ subject: `person:${workstation.session()!.personId}`, role: 'administrator' },
  facts: [{ type: 'person.passwordSet@1', open: { by: 'self' } }],
})

/** What a sign-in answers while one operation of the disk fails; the disk is sound again afterwards. */
async function signInWhile(fault: DiskFault | null) {
  const workstation = open()
  const disk = watchDisk(folder, fault)
  try {
    return { workstation, answer: await signInFirst(workstation), operations: disk.operations() }
  } finally {
    disk.release()
  }
}

test('an office on a full disk opens for reading: all of it is there, and nothing more is written', async () => {
  const seq = await foundOffice()
  const workstation = open()
  const disk = watchDisk(folder, { kind: 'full', at: 1 })
  const session = await signInFirst(workstation)
  const written = session.ok ? workstation.append(note(workstation)) : session
  disk.release()
  expect(session).toMatchObject({ ok: true, value: { officeName: founding.officeName } })
  expect(workstation.ledger!.head.seq).toBe(seq)
  expect(workstation.ledger!.actsOf('office').length).toBeGreaterThan(0)
  expect([...workstation.ledger!.actsAfter()].flat()).toHaveLength(seq)
  expect(written).toEqual({ ok: false, problem: { kind: 'journalBroken' } })
  workstation.lock()
  const again = open()
  expect(valueOf(await signInFirst(again)).readOnly).toBeUndefined()
  expect(again.ledger!.head.seq).toBe(seq + 1) // that somebody signed in
  again.lock()
})

test('opening on a disk that fails anywhere is answered, never thrown, and the door stays usable', async () => {
  await foundOffice()
  const { workstation, operations } = await signInWhile(null)
  workstation.lock()
  expect(operations).toBeGreaterThan(20)
  const answers = new Map<string, number>()
  for (const kind of diskFaultKinds)
    for (let at = 1; at <= operations; at += 9) {
      const tried = await signInWhile({ kind, at })
      const { answer } = tried
      const word = answer.ok ? (answer.value.readOnly?.kind ?? 'open') : answer.problem.kind
      answers.set(word, (answers.get(word) ?? 0) + 1)
      tried.workstation.lock()
      expect(tried.workstation.options.vault.status().state).toBe('locked')
    }
  console.log('a sign-in on a failing disk:', Object.fromEntries(answers))
  expect([...answers.keys()].sort()).toEqual(['cannotWrite', 'journalBroken', 'open'])
  const sound = open()
  expect(valueOf(await signInFirst(sound)).readOnly).toBeUndefined()
  sound.lock()
})
