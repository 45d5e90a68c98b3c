import { pathFault } from '../../documents/bag/bag-paths'

/** FAT, exFAT, NTFS and every reader of ZIP agree on these; a path is counted from the top of the medium. */
export const longestName = 64
export const longestPath = 180

/** `.part-` and the export's id: what is not whole yet. Nothing else on a medium is ever removed. */
const partPrefix = '.part-'
export const partFolderName = (exportId: string): string => `${partPrefix}${exportId.slice(0, 8)}`
export const isLeftoverName = (name: string): boolean => /^\.part-[0-9a-f]{8}$/u.test(name)

/** `records-desk-20261126-1f2e3d4c`: the day and the beginning of the export's id, and nothing that says whose. */
export const exportFolderName = (on: string, exportId: string): string =>
  `records-desk-${on.replaceAll('-', '')}-${exportId.slice(0, 8)}`
export const isExportFolderName = (name: string): boolean => /^records-desk-\d{8}-[0-9a-f]{8}$/u.test(name)

/** Why a path inside an export may not be used, or null. `top` is the folder it will lie in. */
export function nameFault(path: string, top: string): 'sign' | 'tooLong' | 'personal' | null {
  const parts = path.split('/')
  if (pathFault(path) !== null || !parts.every(part => plainName.test(part))) return 'sign'
  if (parts.some(part => part.length > longestName) || `${top}/${path}`.length > longestPath) return 'tooLong'
  return personalNumber.test(path) ? 'personal' : null
}

/** Small letters: names that differ by case alone are one name on such media. */
const plainName = /^[a-z0-9][a-z0-9._-]*$/u
/** The shape of an identity number or of a mobile telephone. */
const personalNumber = /(?<![0-9a-z])(?:\d{17}[\dx]|1[3-9]\d{9})(?![0-9a-z])/u
