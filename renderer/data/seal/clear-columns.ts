import type { DBCoreTableSchema } from 'dexie'

/** The one column that holds everything a sealed row does not keep in clear. */
export const sealedColumn = 'sealed'

/**
 * The columns of a sealed table that stay readable on disk: its key and its indexes, sorted.
 * Throws for a schema that cannot be sealed whole: a key that IndexedDB makes (it is not known when the row is
 * sealed), a key beside the row, or an index into an object (half of that object would lie in clear).
 */
export function clearColumnsOf(schema: DBCoreTableSchema): readonly string[] {
  const { name, primaryKey, indexes } = schema
  if (primaryKey.outbound || primaryKey.autoIncrement) {
    throw new Error(`${name}: a sealed table needs an inbound key that the caller gives`)
  }
  const paths = [primaryKey, ...indexes].flatMap(index => index.keyPath ?? [])
  const nested = paths.find(path => path.includes('.'))
  if (nested !== undefined) throw new Error(`${name}: index "${nested}" would leave half an object in clear`)
  if (paths.includes(sealedColumn)) throw new Error(`${name}: the column name "${sealedColumn}" is taken`)
  return [...new Set(paths)].sort()
}

/** Clear values go into the seal's additional data as JSON, so only what JSON tells apart may stand there. */
export function checkClearValue(table: string, column: string, value: unknown): void {
  const isPlain = value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
  if (isPlain) return
  if (!Array.isArray(value)) throw new Error(`${table}.${column}: a clear column holds text, numbers or lists of them`)
  for (const one of value) checkClearValue(table, column, one)
}
