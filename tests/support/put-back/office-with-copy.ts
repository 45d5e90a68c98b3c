import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect } from 'vitest'
import type { PutBackState } from '#shared/contracts/put-back-channels'
import { putBackDesk, type PutBackDesk } from '../../../electron/main/put-back/put-back-desk'
import { prepareMirrorFolder } from '../../../electron/main/workstation/folder-check'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { machineOn, temporaryFolder } from '../sticks/stick-machines'
import { cheapKdf, founding, openTestWorkstation, signInFirst, valueOf } from '../workstation/test-workstation'
import { visitActs } from '../workstation/visit-acts'

/** A machine with an office, the folder of its second copy, and what becomes of both. */
export type OfficeWithCopy = ReturnType<typeof officeWithCopy>

const { password } = founding.administrator
const mac = ['mac 3c:7c:3f:00:00:01']

export function officeWithCopy() {
  const home = temporaryFolder()
  const [office, copy] = ['office', 'copy'].map(name => path.join(home, name)) as [string, string]
  fs.mkdirSync(copy)
  valueOf(prepareMirrorFolder(copy, office))
  const serials = new Map<string, number>()

  const on = (folder: string, identifiers = mac, isMirrored = false): Workstation =>
    openTestWorkstation({
      ...{ folder, machineIdentifiers: () => identifiers },
      ...(isMirrored ? { mirrorFolder: path.join(copy, 'journal'), vaultMirrorFolder: path.join(copy, 'vault') } : {}),
    })

  /** A request under the code that this machine has now. */
  function register(workstation: Workstation): string {
    const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
    const { agencyId } = agency.open as { agencyId: string }
    const today = workstation.options.clock.today()
    const { workstation: code } = workstation.session()!
    const serial = (serials.get(code) ?? 0) + 1
    serials.set(code, serial)
    const [step] = visitActs({ agencyId, today, requestSerial: serial, letterSerial: serial })
    const { subject, role, facts } = step!
    const asked = facts[0]!.open as { requestNo: string }
    const requestNo = asked.requestNo.replace('-A-', `-${code}-`)
    valueOf(workstation.append({ subject, role, facts: [{ ...facts[0]!, open: { ...asked, requestNo } }] }))
    return subject
  }

  /** Of a new request: sealed, kept and recorded, as the desk does it. */
  async function addScan(workstation: Workstation, bytes: Buffer): Promise<{ subject: string; digest: string }> {
    const subject = register(workstation)
    const upload = valueOf(workstation.scans!.blobs.begin(subject))
    valueOf(upload.write(bytes))
    valueOf(await upload.seal())
    valueOf(upload.keep())
    const digest = digestOf(bytes)
    const open = { kind: 'signedForm', digest, bytes: bytes.length, mime: 'application/pdf' }
    valueOf(
      workstation.append({
        ...{ subject, role: 'clerk' },
        facts: [{ type: 'scan.added@1', open, personal: { title: '申请表' } }],
      }),
    )
    workstation.scans!.blobMirror?.follow()
    return { subject, digest }
  }

  /** An office with two scans of its own, and a second machine's chain that came by stick. */
  async function found() {
    const original = on(office, mac, true)
    const { recoveryKey } = valueOf(await original.establish(founding))
    const scans = [await addScan(original, scanOf('a')), await addScan(original, scanOf('b'))]
    original.lock()
    const second = path.join(home, 'second')
    fs.cpSync(office, second, { recursive: true })
    valueOf(await signInFirst(original))
    const clone = on(second, ['mac 3c:7c:3f:00:00:02'])
    valueOf(await signInFirst(clone))
    const stick = path.join(home, 'stick')
    fs.mkdirSync(stick)
    await machineOn(clone, second).carry(stick)
    valueOf(await machineOn(original, office).takeIn(stick))
    expect(original.ledger!.heads).toHaveLength(2)
    await mirrored(original)
    return { original, clone, second, scans, recoveryKey }
  }

  const chooses: { folder: string | null } = { folder: copy }
  const seen = { views: 0 }
  const faults: unknown[] = []
  /** Of a machine that has none; the dialog answers with `chooses.folder`. */
  function deskOf(workstation: Workstation, freeBytes = 2 ** 40): PutBackDesk {
    chooses.folder = copy
    seen.views = 0
    return putBackDesk({
      ...{ office: workstation.options.folder, vault: workstation.options.vault, kdf: cheapKdf, now: Date.now },
      freeBytes: () => freeBytes,
      askFolder: async () => chooses.folder,
      dropView: async () => void (seen.views += 1),
      onFault: cause => faults.push(cause),
    })
  }

  async function settled(desk: PutBackDesk): Promise<PutBackState> {
    while (['checking', 'copying'].includes(desk.state().stage)) await turn()
    expect(faults.splice(0)).toEqual([])
    return desk.state()
  }

  async function foundIn(desk: PutBackDesk) {
    valueOf(await desk.choose())
    const state = desk.state()
    if (state.stage !== 'found') throw new Error(JSON.stringify(state))
    return state.copy
  }

  async function checkedIn(desk: PutBackDesk) {
    const { people } = await foundIn(desk)
    valueOf(await desk.check({ personId: people[0]!.personId, password }))
    const state = await settled(desk)
    if (state.stage !== 'checked') throw new Error(JSON.stringify(state))
    return state.checked
  }

  return {
    ...{ home, office, copy, chooses, seen },
    ...{ on, addScan, found, deskOf, settled, foundIn, checkedIn },
    remove: () => fs.rmSync(home, { recursive: true, force: true }),
  }
}

export const scanOf = (letter: string): Buffer => Buffer.from(`%PDF-1.7 ${letter.repeat(600_000)}`)
const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

async function mirrored(workstation: Workstation): Promise<void> {
  for (let state = ''; state !== 'current'; state = workstation.mirrorState) {
    await workstation.lookAtMirror()
    await turn()
  }
}

export const actsOf = ({ ledger }: Workstation): string[] =>
  [...ledger!.subjects()].flatMap(subject => ledger!.actsOf(subject).map(act => JSON.stringify(act))).sort()
