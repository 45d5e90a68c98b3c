import fs from 'node:fs'
import path from 'node:path'
import { vaultFileName } from '../vault/vault-file'
import { nodeVaultFiles } from '../vault/vault-files'

/** Why an office is made beside its place: each way has names of its own, so that none takes up what another left. */
export interface Making {
  /** Ending of the folder beside. */
  readonly ending: string
  /** File in it: everything is whole. */
  readonly doneMark: string
  /** Part of the name that a folder without an office gets when one takes its place. */
  readonly aside: string
}

/** Beside, not inside: one rename puts it in place. */
export const makingFolder = (office: string, { ending }: Making): string => `${office}.${ending}`

/** The whole office takes the place of the folder that held none; what lay there stays beside, and settings go along. */
export function moveMade(office: string, how: Making): void {
  const making = makingFolder(office, how)
  if (fs.existsSync(office)) {
    const settings = path.join(office, 'settings.json')
    if (fs.existsSync(settings)) fs.copyFileSync(settings, path.join(making, 'settings.json'))
    fs.renameSync(office, `${office}.${how.aside}-${Date.now()}`)
  }
  fs.renameSync(making, office)
  nodeVaultFiles.syncFolder(path.dirname(office))
  fs.rmSync(path.join(office, how.doneMark), { force: true })
}

/**
 * At start: an office that was whole when the program ended is put in place; what was not is nothing, and goes. Answers
 * whether one was put in place.
 */
export function finishMaking(office: string, how: Making): boolean {
  const making = makingFolder(office, how)
  if (!fs.existsSync(making)) return false
  const isWhole = fs.existsSync(path.join(making, how.doneMark))
  if (isWhole && !fs.existsSync(path.join(office, 'vault', vaultFileName))) {
    moveMade(office, how)
    return true
  }
  fs.rmSync(making, { recursive: true, force: true })
  return false
}
