import path from 'node:path'
import { pathFault } from '../bag/bag-paths'

/** Folders in which attachments lie, beside the text or at the top. */
const folders = ['附件', 'attachments']

/** The folder of the attachments of one text: `供水办法.附件` beside `供水办法.md`. */
export const ownFolders = (text: string): readonly string[] => {
  const stem = text.slice(0, text.length - path.posix.extname(text).length)
  return folders.map(folder => `${stem}.${folder}`)
}

/**
 * Where the file lies that a text names: in the folder of its own attachments, beside it, or in a folder for attachments. Only
 * what the source itself lists; a name that leads elsewhere leads nowhere.
 */
export function attachedPath(text: string, name: string, isThere: (path: string) => boolean): string | null {
  if (pathFault(name) !== null) return null
  const beside = path.posix.dirname(text)
  const inside = (folder: string): string => path.posix.join(folder, name)
  const places = [
    ...ownFolders(text).map(inside),
    ...['', ...folders].map(folder => inside(path.posix.join(beside, folder))),
    ...folders.map(inside),
  ]
  return places.find(place => place !== text && isThere(place)) ?? null
}
