import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { InstallerKind } from '#shared/contracts/update-package'
import { makeUpdatePackage } from '../../../build/update-package/make-update-package'
import { officeAuthority } from '../../../electron/main/authority/office-authority'
import { blobIndex } from '../../../electron/main/ledger/blob-index'
import { checkJournal } from '../../../electron/main/ledger/check-journal'
import { openJournalDisk } from '../../../electron/main/ledger/journal-disk'
import type { RunCheck } from '../../../electron/main/ledger/run-check'
import { updateDesk, type HandOver, type UpdateDesk } from '../../../electron/main/updates/update-desk'
import { journalCare } from '../../../electron/main/workstation/journal-care'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { releaser } from '../updates/signed-update'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../workstation/test-workstation'

/** The folder of the program; empty before each test. */
export const program = { userData: '' }

export function emptyProgramBeforeEach(): void {
  beforeEach(() => void (program.userData = fs.mkdtempSync(path.join(os.tmpdir(), 'update-desk-'))))
  afterEach(() => fs.rmSync(program.userData, { recursive: true, force: true }))
}

/** What the thread does, here and at once. */
export const atOnce: RunCheck = (check, answer) => {
  const onlookers = [officeAuthority(() => ''), blobIndex()]
  queueMicrotask(() => answer(checkJournal(check, { openDisk: openJournalDisk, onlookers })))
  return { stop: () => undefined }
}
export const never: RunCheck = () => ({ stop: () => undefined })

export const office = () => path.join(program.userData, 'office')
export const workstation = (runCheck: RunCheck = atOnce): Workstation =>
  openTestWorkstation({ folder: office(), journalCare: journalCare({ folder: office(), runCheck }) })

interface Handed {
  readonly opened: string[]
  quits: number
}

export const system = (opens = true): HandOver & { readonly handed: Handed } => {
  const handed: Handed = { opened: [], quits: 0 }
  return {
    handed,
    open: async file => (handed.opened.push(file), opens),
    show: file => void handed.opened.push(`shown ${file}`),
    quitSoon: () => void handed.quits++,
  }
}

interface Making {
  readonly version?: string
  readonly name?: string
  readonly handOver?: HandOver
  readonly kind?: InstallerKind
  readonly appImage?: string
  readonly offers?: string
}

/** The program as it runs in one version, with a package for the next one on the stick. */
export async function desk(of: Workstation, making: Making = {}) {
  const { version = '0.1.0', name = 'setup-x64.deb', handOver = system(), kind = 'deb', offers = '0.2.0' } = making
  const installer = path.join(program.userData, name)
  fs.writeFileSync(installer, 'an installer')
  const stick = await makeUpdatePackage({
    installer,
    about: {
      ...({
        product: 'cn.gov.records-desk',
        version: offers,
        replaces: '0.1.0',
        platform: 'linux',
        arch: 'x64',
      } as const),
      notes: { zh: '修正', en: 'Mended' },
    },
    madeAt: new Date('2026-11-20T08:00:00Z'),
    privateKey: releaser.privateKey,
    out: fs.mkdtempSync(path.join(program.userData, 'stick-')),
  })
  return updateDesk({
    ...{ userData: program.userData, isTraining: false, keys: [releaser.publicKey], handOver, workstation: of },
    program: { product: 'cn.gov.records-desk', version, platform: 'linux', arch: 'x64', kind },
    offered: () => null,
    appImage: making.appImage,
    askPackage: async () => stick,
    headquarters: () => null,
  })
}

export const view = {
  applied: 5,
  rows: { requests: 3, people: 1, visits: 0, documents: 0, enquiries: 0, standardLists: 0 },
}
export async function taken(updates: UpdateDesk) {
  const answer = valueOf(await updates.choose(false))
  return answer.outcome === 'taken' ? answer.state.taken : null
}

export async function opened(runCheck?: RunCheck): Promise<Workstation> {
  const of = workstation(runCheck)
  if (of.options.vault.status().state === 'empty') valueOf(await of.establish(founding))
  else valueOf(await signInFirst(of))
  return of
}
