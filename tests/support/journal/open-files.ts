import fs from 'node:fs'

/** Files and folders below `folder` that this process has open. Only Linux tells: elsewhere none. */
export function openFilesBelow(folder: string): string[] {
  const descriptors = '/proc/self/fd'
  if (!fs.existsSync(descriptors)) return []
  return fs.readdirSync(descriptors).flatMap(fd => {
    const name = nameOf(`${descriptors}/${fd}`)
    return name?.startsWith(folder) ? [name] : []
  })
}

/** That of the list itself is gone by then. */
function nameOf(descriptor: string): string | null {
  try {
    return fs.readlinkSync(descriptor)
  } catch {
    return null
  }
}
