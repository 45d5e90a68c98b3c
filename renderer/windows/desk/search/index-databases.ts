/** An index belongs to one view: another view numbers its queue anew. */
export const indexNameFor = (view: string): string => `${prefix}${view}`

const prefix = 'records-desk-search-'

/**
 * Indexes of views that are no more, wherever they lie. Not waited for, and nothing depends on it: the next start tries
 * again.
 */
export function deleteOtherIndexes(current: string): void {
  const isOther = (name: string | undefined): name is string => !!name?.startsWith(prefix) && name !== current
  void deleteDatabases(isOther).catch(() => undefined)
  void deleteFolders(isOther).catch(() => undefined)
}

async function deleteDatabases(isOther: (name: string | undefined) => name is string): Promise<void> {
  for (const { name } of await indexedDB.databases()) if (isOther(name)) indexedDB.deleteDatabase(name)
}

async function deleteFolders(isOther: (name: string | undefined) => name is string): Promise<void> {
  const root = await navigator.storage.getDirectory()
  const names: string[] = []
  for await (const name of root.keys()) names.push(name)
  for (const name of names) if (isOther(name)) await root.removeEntry(name, { recursive: true }).catch(() => undefined)
}
