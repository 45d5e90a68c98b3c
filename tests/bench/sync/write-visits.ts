import path from 'node:path'
import type { ProposedAct } from '../../../electron/main/ledger/make-acts'
import { openVault } from '../../../electron/main/vault/open-vault'
import { openFilling } from '../../support/workstation/founded-ledger'
import { valueOf } from '../../support/workstation/test-workstation'
import { visitActs } from '../../support/workstation/visit-acts'

/** At least so many acts of visits more in the journal of a desk that is locked, a visit a frame. Tells how many. */
export async function writeVisits(folder: string, acts: number): Promise<number> {
  const vault = valueOf(openVault({ folder: path.join(folder, 'office', 'vault'), now: Date.now }))
  const { ledger, close } = await openFilling(folder, { vault, now: Date.now })
  const actor = vault.status().people[0]!.personId
  const before = ledger.head.seq
  let serial = [...ledger.subjects()].filter(subject => subject.startsWith('request:')).length
  const today = new Date().toISOString().slice(0, 10)
  const { agencyId } = ledger.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!.open as {
    agencyId: string
  }
  while (ledger.head.seq - before < acts) {
    const steps = visitActs({ agencyId, today, requestSerial: ++serial, letterSerial: serial })
    valueOf(ledger.append(steps.map(({ role, subject, facts }): ProposedAct => ({ actor, role, subject, facts }))))
  }
  const written = ledger.head.seq - before
  close()
  return written
}
