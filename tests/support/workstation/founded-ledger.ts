import path from 'node:path'
import { officeClock } from '../../../electron/main/clock/office-clock'
import { openJournalDisk } from '../../../electron/main/ledger/journal-disk'
import { Ledger } from '../../../electron/main/ledger/ledger'
import { createPersonalSealer } from '../../../electron/main/vault/personal-sealer'
import { openVault } from '../../../electron/main/vault/open-vault'
import type { Vault } from '../../../electron/main/vault/vault'
import { Workstation } from '../../../electron/main/workstation/workstation'
import { permissive } from '../journal/test-ledger'
import { founding, valueOf } from './test-workstation'

export interface FoundedLedger {
  readonly ledger: Ledger
  readonly vault: Vault
  readonly founder: string
  readonly agencyId: string
  readonly sign: (bytes: Uint8Array) => Buffer
  close(): void
}

/** A new office in `folder/office` with real passwords, keys and signatures, and its ledger open for writing. */
export async function foundLedger(folder: string, now: () => number): Promise<FoundedLedger> {
  const office = path.join(folder, 'office')
  const clock = officeClock({ wall: now, monotonic: () => 0 })
  const vault = valueOf(openVault({ folder: path.join(office, 'vault'), now }))
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
  const added = workstation.ledger!.actsOf('office')[0]!.facts.find(fact => fact.type === 'agency.added@1')!
  const { agencyId } = added.open as { agencyId: string }
  workstation.lock()

  return { founder: session.personId, agencyId, ...(await openFilling(folder, { vault, now })) }
}

/** The ledger of an office that is there and locked, open for more acts; its first person signs. */
export async function openFilling(
  folder: string,
  { vault, now }: { readonly vault: Vault; readonly now: () => number },
): Promise<Pick<FoundedLedger, 'ledger' | 'vault' | 'sign' | 'close'>> {
  const office = path.join(folder, 'office')
  const { personId } = vault.status().people[0]!
  const keys = valueOf(await vault.signIn(personId, founding.administrator.password))
  const ledger = new Ledger(
    {
      disk: openJournalDisk(path.join(office, 'journal', keys.chain)),
      seal: { key: keys.journal, chain: Buffer.from(keys.chain, 'hex') },
      office: keys.officeId,
      sign: hash => keys.sign(hash),
      sealer: createPersonalSealer(vault.subjectKeys),
      authority: permissive, // the builders' own test holds every act against the law
      now,
      holdBack: () => null,
    },
    [],
  )
  const close = () => {
    ledger.close()
    vault.lock()
  }
  const sign = (bytes: Uint8Array): Buffer => keys.sign(bytes)
  return { ledger, vault, sign, close }
}
