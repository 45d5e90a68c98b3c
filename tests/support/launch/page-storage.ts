import path from 'node:path'
import { findElectron } from '../browser/find-electron'

/** Where the databases of the pages lie, beside the journal and the vault in `office`: a browser keeps them two deeper than Electron. */
export const databasesOf = (userData: string): string =>
  path.join(userData, ...(findElectron() ? [] : ['stand-in-profile', 'Default']), 'IndexedDB')
