import type { SlotFiles, SyncFile } from './sync-file'

/** Several windows open the same files, one of them to write: whoever holds the writer's lock. */
const handleMode = 'readwrite-unsafe'

/**
 * The files of this store in the origin's private file system, made where they are missing. Null where the engine has
 * none, or lets one window only open a file (Chromium before 121). Only in a dedicated worker. Rejects where the
 * disk refuses.
 */
export async function openOpfsFiles(name: string): Promise<SlotFiles | null> {
  if (!hasSharedHandles()) return null
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(name, { create: true })
  const opened: SyncFile[] = []
  const open = async (file: string) => {
    const handle = (await folder.getFileHandle(file, { create: true })) as FileSystemFileHandle & SyncAccess
    const one = await handle.createSyncAccessHandle({ mode: handleMode })
    opened.push(one)
    return one
  }
  try {
    return { logs: [await open('log-0'), await open('log-1')], data: await open('data') }
  } catch (error) {
    for (const file of opened) file.close()
    throw error
  }
}

/** Not in the types of a window: only workers have it. */
interface SyncAccess {
  createSyncAccessHandle(how: { readonly mode: typeof handleMode }): Promise<SyncFile>
}

const hasSharedHandles = (): boolean => {
  const { FileSystemSyncAccessHandle: handle } = globalThis as { FileSystemSyncAccessHandle?: { prototype: object } }
  return handle !== undefined && 'mode' in handle.prototype
}
