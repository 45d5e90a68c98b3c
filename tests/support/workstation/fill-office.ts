import path from 'node:path'
import { openJournalDisk } from '../../../electron/main/ledger/journal-disk'
import { Ledger, type ProposedAct } from '../../../electron/main/ledger/ledger'
import { createPersonalSealer } from '../../../electron/main/vault/personal-sealer'
import { openVault } from '../../../electron/main/vault/vault'
import { Workstation } from '../../../electron/main/workstation/workstation'
import { officeClock } from '../../../electron/main/clock/office-clock'
import { permissive } from '../journal/test-ledger'
import { founding, valueOf } from './test-workstation'
import { visitActs } from './visit-acts'

export interface FilledOffice {
  readonly acts: number
  readonly requests: number
  /** Id of the last request that was filled in whole. */
  readonly lastRequestId: string
}

/** A clerk writes one act a frame; a few visits keep the filling of a large office from being bound by the disk. */
const visitsInFrame = 2

/**
 * An office with at least `acts` acts in its journal, every visit complete; real passwords, keys and signatures.
 * `today` is `YYYY-MM-DD`.
 */
export async function fillOffice(folder: string, acts: number, today: string): Promise<FilledOffice> {
  const office = path.join(folder, 'office')
  const clock = officeClock(
    { wall: Date.now, monotonic: () => performance.now() },
    Date.parse(`${today}T09:00:00+08:00`),
  )
  const vault = valueOf(openVault({ folder: path.join(office, 'vault'), now: () => clock.now() }))
  const workstation = new Workstation({
    folder: office,
    vault,
    clock,
    freeBytes: () => 2 ** 40,
    schedule: () => () => undefined,
    newId: () => crypto.randomUUID(),
    onTimedLock: () => undefined,
  })
  const { session } = valueOf(await workstation.establish(founding))
  const agencyId = (
    workstation.ledger!.actsOf('office')[0]!.facts.find(fact => fact.type === 'agency.added@1')!.open as {
      agencyId: string
    }
  ).agencyId
  workstation.lock()

  const keys = valueOf(await vault.signIn(session.personId, founding.administrator.password))
  const ledger = new Ledger(
    {
      disk: openJournalDisk(path.join(office, 'journal', keys.chain)),
      seal: { key: keys.journal, chain: Buffer.from(keys.chain, 'hex') },
      office: keys.officeId,
      sign: hash => keys.sign(hash),
      sealer: createPersonalSealer(vault.subjectKeys),
      authority: permissive, // one person plays both parts here; the law's own tests are elsewhere
      now: () => clock.now(),
      holdBack: () => null,
    },
    [],
  )
  const reviewer = crypto.randomUUID()
  valueOf(
    ledger.append([
      {
        actor: session.personId,
        role: 'administrator',
        subject: `person:${reviewer}`,
        facts: [{ type: 'person.added@1', open: { posts: ['reviewer'] }, personal: { name: '何立群' } }],
      },
    ]),
  )
  let requests = 0
  let lastRequestId = ''
  while (ledger.head.seq < acts) {
    const batch: ProposedAct[] = []
    for (let i = 0; i < visitsInFrame && ledger.head.seq + batch.length < acts; i++) {
      for (const step of visitActs({ agencyId, today, requestSerial: ++requests, letterSerial: requests })) {
        const actor = step.by === 'reviewer' ? reviewer : session.personId
        lastRequestId = step.subject.slice('request:'.length)
        batch.push({ actor, role: step.role, subject: step.subject, facts: step.facts })
      }
    }
    valueOf(ledger.append(batch))
  }
  const filled = { acts: ledger.head.seq, requests, lastRequestId }
  ledger.close()
  vault.lock()
  return filled
}
