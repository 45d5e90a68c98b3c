import fs from 'node:fs'
import path from 'node:path'
import { vaultFileName } from '../../vault/vault-file'
import { nodeVaultFiles } from '../../vault/vault-files'

/** In the folder that is made beside: everything in it is whole. */
export const doneMark = 'joined'

/** Beside, not inside: one rename puts it in place. */
export const joiningFolder = (office: string): string => `${office}.joining`

/** The whole office takes the place of the folder that held none; what lay there stays beside, and settings go along. */
export function moveIntoPlace(office: string): void {
  const making = joiningFolder(office)
  if (fs.existsSync(office)) {
    const settings = path.join(office, 'settings.json')
    if (fs.existsSync(settings)) fs.copyFileSync(settings, path.join(making, 'settings.json'))
    fs.renameSync(office, `${office}.before-joining-${Date.now()}`)
  }
  fs.renameSync(making, office)
  nodeVaultFiles.syncFolder(path.dirname(office))
  fs.rmSync(path.join(office, doneMark), { force: true })
}

/**
 * At start: an office that was whole when the program ended is put in place; what was not is nothing, and goes. Answers
 * whether one was put in place.
 */
export function finishJoining(office: string): boolean {
  const making = joiningFolder(office)
  if (!fs.existsSync(making)) return false
  const isWhole = fs.existsSync(path.join(making, doneMark))
  if (isWhole && !fs.existsSync(path.join(office, 'vault', vaultFileName))) {
    moveIntoPlace(office)
    return true
  }
  fs.rmSync(making, { recursive: true, force: true })
  return false
}
