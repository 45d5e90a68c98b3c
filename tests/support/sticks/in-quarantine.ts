import fs from 'node:fs'
import path from 'node:path'
import type { StickMachine } from './stick-machines'

/** Names of the folders in which bundles wait to be taken in. */
export function inQuarantine({ folder }: StickMachine): readonly string[] {
  const quarantine = path.join(folder, 'exchange', 'sticks', 'quarantine')
  return fs.existsSync(quarantine) ? fs.readdirSync(quarantine) : []
}
