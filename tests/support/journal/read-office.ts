import path from 'node:path'
import type { PlainAct } from '#shared/ledger/act'
import type { Problem } from '#shared/contracts/problems'
import { openJournalDisk } from '../../../electron/main/ledger/journal-disk'
import { Ledger, type Head } from '../../../electron/main/ledger/ledger'
import { createPersonalSealer } from '../../../electron/main/vault/personal-sealer'
import { openVault } from '../../../electron/main/vault/open-vault'
import { valueOf } from '../workstation/test-workstation'
import { permissive } from './test-ledger'

export interface ReadOffice {
  readonly acts: readonly PlainAct[]
  readonly head: Head
  readonly readOnly: Problem | null
}

/** Reads an office folder as it lies on disk, with a person's password, after the program has ended. Writes no act. */
export async function readOffice(folder: string, person: { name: string; password: string }): Promise<ReadOffice> {
  const vault = valueOf(openVault({ folder: path.join(folder, 'vault'), now: Date.now }))
  const known = vault.status().people.find(one => one.name === person.name)
  if (!known) throw new Error(`${person.name} is not of this office`)
  const keys = valueOf(await vault.signIn(known.personId, person.password))
  const ledger = new Ledger(
    {
      disk: openJournalDisk(path.join(folder, 'journal', keys.chain)),
      seal: { key: keys.journal, chain: Buffer.from(keys.chain, 'hex') },
      office: keys.officeId,
      sign: hash => keys.sign(hash),
      sealer: createPersonalSealer(vault.subjectKeys),
      authority: permissive,
      now: Date.now,
      holdBack: () => null,
    },
    [],
  )
  const acts = [...ledger.actsAfter()].flat()
  const { head, readOnly } = ledger
  ledger.close()
  vault.lock()
  return { acts, head, readOnly }
}
