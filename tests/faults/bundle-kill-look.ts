import fs from 'node:fs'
import path from 'node:path'
import { machineOn, type StickMachine } from '../support/sticks/stick-machines'
import { openTestWorkstation, signInFirst, valueOf } from '../support/workstation/test-workstation'
import type { CarriedOffice } from './bundle-kill'
import { actsAreOnce } from './stick-office'

/** What an import told its window last. */
export type ImportTold = 'nothing' | 'shown' | 'done'

/**
 * What the next start finds after an import that was ended, and what becomes of it: what was told is there at once; what was
 * half done is gone on with; all of it is there once, and stays so when it is taken in once more.
 */
export async function lookAfterImport(
  { office, stick }: CarriedOffice,
  { folder, told }: { readonly folder: string; readonly told: ImportTold },
): Promise<{ readonly hasGoneOn: boolean; readonly wrong: readonly string[] }> {
  const { second, subjects } = office
  const wrong: string[] = []
  const next = await started(folder)
  const all = () => actsAreOnce({ first: next, second, subjects })
  if (told === 'done')
    wrong.push(...[...all(), ...faultsAfter(next)].map(one => `acknowledged, and at the next start ${one}`))
  wrong.push(...faultsHalfWay(next, second, subjects))
  const hasGoneOn = valueOf(await next.sticks.waiting()) !== null
  if (!hasGoneOn) await fromStick(next, stick)
  const done = valueOf(await next.sticks.apply('clerk'))
  if (done.refused.length > 0) wrong.push(`not taken: ${JSON.stringify(done.refused)}`)
  wrong.push(...all(), ...faultsAfter(next))
  const head = next.workstation.ledger!.head.seq
  await fromStick(next, stick)
  const again = valueOf(await next.sticks.apply('clerk'))
  if (again.came + again.blobs + again.keys > 0 || next.workstation.ledger!.head.seq !== head)
    wrong.push(`taken in once more it brought ${JSON.stringify(again)}`)
  next.workstation.lock()
  return { hasGoneOn, wrong }
}

async function started(folder: string): Promise<StickMachine> {
  const machine = machineOn(openTestWorkstation({ folder }), folder)
  valueOf(await signInFirst(machine.workstation))
  return machine
}

async function fromStick({ sticks }: StickMachine, stick: string): Promise<void> {
  const { name } = valueOf(sticks.find(stick)).at(-1)!
  valueOf(await sticks.take(stick, { name }))
}

/** Before anything is gone on with: a beginning of what was written, and no act names a file that is not there. */
function faultsHalfWay({ workstation }: StickMachine, second: StickMachine, subjects: readonly string[]): string[] {
  const wrong: string[] = []
  const ledger = workstation.ledger!
  if (ledger.readOnly) wrong.push(`for reading only: ${JSON.stringify(ledger.readOnly)}`)
  for (const subject of subjects) {
    const written = second.workstation.ledger!.actsOf(subject).map(({ hash }) => hash)
    const here = ledger.actsOf(subject).map(({ hash }) => hash)
    if (here.some((hash, at) => hash !== written[at]))
      wrong.push(`${here.length} acts of ${written.length}, not the first`)
  }
  const { blobIndex, carried } = workstation.scans!
  for (const { file } of blobIndex.named())
    if (!carried.has(file.replace(/\.blob$/u, ''))) wrong.push('an act names a file that is not there')
  return wrong
}

function faultsAfter({ workstation, folder }: StickMachine): string[] {
  const wrong: string[] = []
  const facts = workstation.ledger!.actsOf('office').flatMap(act => act.facts)
  const own = facts.filter(({ type }) => type === 'media.received@1').length
  if (own !== 1) wrong.push(`${own} receipts for one medium`)
  const quarantine = path.join(folder, 'exchange', 'sticks', 'quarantine')
  const left = fs.existsSync(quarantine) ? fs.readdirSync(quarantine) : []
  if (left.length > 0) wrong.push(`left in quarantine: ${left.join()}`)
  return wrong
}
