/** An index belongs to one view: another view numbers its queue anew. */
export const indexNameFor = (view: string): string => `${prefix}${view}`

const prefix = 'records-desk-search-'

/** Indexes of views that are no more. Not waited for, and nothing depends on it: the next start tries again. */
export function deleteOtherIndexes(current: string): void {
  void indexedDB
    .databases()
    .then(found => {
      for (const { name } of found) if (name?.startsWith(prefix) && name !== current) indexedDB.deleteDatabase(name)
    })
    .catch(() => undefined)
}
