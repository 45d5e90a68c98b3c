import fs from 'node:fs'
import path from 'node:path'
import { setAsideUnfinishedSetUp } from '../../electron/main/workstation/unfinished-set-up'
import type { Workstation } from '../../electron/main/workstation/workstation'
import { openTestWorkstation } from '../support/workstation/test-workstation'

/** Changes that touch the vault and the ledger together, and drafts: where a kill could leave a half. */
export const changeKinds = [
  'founding',
  'adding',
  'ownPassword',
  'othersPassword',
  'renewing',
  'holding',
  'draft',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What the writer is about to do; printed before it begins. */
export interface ChangePlan {
  readonly kind: ChangeKind
  /** Whose password, or the name of the person or draft. */
  readonly who?: string
  readonly password?: string
  readonly content?: number
}

/** What it was answered; printed after. */
export interface ChangeAnswer {
  readonly personId?: string
  readonly recoveryKey?: string
  readonly head: { readonly seq: number; readonly hash: string }
}

export type ChangeLine =
  | { readonly at: 'begin'; readonly plan: ChangePlan; readonly isTarget: boolean }
  | { readonly at: 'done'; readonly plan: ChangePlan; readonly answer: ChangeAnswer }

/** As the program starts on a data folder with a second disk: an unfinished set-up goes aside first. */
export function openOffice(folder: string): Workstation {
  const office = path.join(folder, 'office')
  const vaultMirrorFolder = path.join(folder, 'second-disk', 'vault')
  fs.mkdirSync(vaultMirrorFolder, { recursive: true })
  setAsideUnfinishedSetUp(office)
  return openTestWorkstation({
    folder: office,
    mirrorFolder: path.join(folder, 'second-disk', 'journal'),
    vaultMirrorFolder,
  })
}
