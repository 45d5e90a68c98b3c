import path from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Problem } from '#shared/contracts/problems'
import { officeClock, type OfficeClock } from '../../../electron/main/clock/office-clock'
import { createArgon2Kdf } from '../../../electron/main/vault/password-key'
import { openVault } from '../../../electron/main/vault/open-vault'
import type { Founding } from '../../../electron/main/workstation/founding'
import type { JournalCare } from '../../../electron/main/workstation/journal-care'
import { Workstation, type Witnessed } from '../../../electron/main/workstation/workstation'

export const founding: Founding = {
  officeName: '云溪县政府信息公开查阅中心',
  placeCode: 'YX',
  windowName: '甲号窗口',
  workstation: 'A',
  agency: {
    name: '云溪县自然资源局',
    code: '云自然资公开',
    address: '云溪县人民路18号',
    contactName: '政府信息公开办公室',
    contactPhone: '0571-88880000',
    reconsiderationBody: { name: '云溪县人民政府', address: '云溪县人民路1号' },
    court: { name: '云溪县人民法院', address: '云溪县法院路2号' },
  },
  administrator: { name: '祁工', password: '长一点的管理员口令', posts: ['administrator', 'clerk'] },
}

/** Argon2id at a price that a test can pay a hundred times; the real floor has a test of its own. */
export const cheapKdf = createArgon2Kdf({ name: 'argon2id', memoryKiB: 64, passes: 1, lanes: 1 })

export interface TestWorkstationOptions {
  readonly folder: string
  readonly clock?: OfficeClock
  readonly freeBytes?: () => number
  readonly mirrorFolder?: string
  /** Second folder of vault.json and the subject keys; it must be there. */
  readonly vaultMirrorFolder?: string
  readonly journalCare?: JournalCare
  readonly onJournalLocked?: (problem: Problem) => void
  readonly machineIdentifiers?: () => readonly string[]
  /** What the exchange hears and pins, and the time of the automatic lock. */
  readonly wiring?: Pick<Workstation['options'], 'pinned' | 'onChange'> &
    Partial<Pick<Workstation['options'], 'schedule' | 'onTimedLock'>>
}

/** The whole of main without Electron: real vault, real journal, real authority. */
export function openTestWorkstation(options: TestWorkstationOptions): Workstation {
  const clock = options.clock ?? officeClock({ wall: Date.now, monotonic: () => performance.now() })
  const vault = openVault({
    folder: path.join(options.folder, 'vault'),
    now: () => clock.now(),
    kdf: cheapKdf,
    ...(options.vaultMirrorFolder ? { mirrorFolder: options.vaultMirrorFolder } : {}),
  })
  if (!vault.ok) throw new Error(vault.problem.kind)
  return new Workstation({
    folder: options.folder,
    vault: vault.value,
    clock,
    freeBytes: options.freeBytes ?? (() => 2 ** 40),
    schedule: () => () => undefined,
    newId: randomUUID,
    onTimedLock: () => undefined,
    ...options.wiring,
    ...(options.journalCare ? { journalCare: options.journalCare } : {}),
    ...(options.machineIdentifiers ? { machineIdentifiers: options.machineIdentifiers } : {}),
    ...(options.onJournalLocked ? { onJournalLocked: options.onJournalLocked } : {}),
    ...(options.mirrorFolder ? { mirrorFolder: options.mirrorFolder } : {}),
  })
}

export const valueOf = <T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

export async function signInFirst(workstation: Workstation, witness: Witnessed = null) {
  const personId = workstation.options.vault.status().people[0]!.personId
  return workstation.signIn({ personId, password: founding.administrator.password, witness })
}
