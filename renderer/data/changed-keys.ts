import { type Dexie, RangeSet } from 'dexie'

/** What Dexie tells of a transaction that wrote. */
export type ChangedParts = Parameters<Parameters<typeof Dexie.on.storagemutated.subscribe>[0]>[0]

/** Keys of these tables that were written or deleted; `many` where Dexie names no single ones. */
export function changedKeys(
  parts: ChangedParts,
  database: string,
  tables: readonly string[],
): readonly string[] | 'many' {
  if (parts['all']) return 'many'
  const keys: string[] = []
  for (const part of tables.flatMap(table => [`${table}/`, `${table}/:dels`])) {
    const ranges = parts[`idb://${database}/${part}`]
    for (const { from, to } of ranges ? RangeSet(ranges) : []) {
      if (from !== to) return 'many'
      keys.push(from as string)
    }
  }
  return keys
}
