import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie'
import { checkClearValue, clearColumnsOf, sealedColumn } from './clear-columns'
import type { RowPlace, RowSealer } from './row-sealer'

type Row = Record<string, unknown>
interface RowShape {
  close(row: Row): Row
  open(row: Row | undefined): Row | undefined
}

/**
 * Seals every property of the named tables that is neither key nor index into one column.
 *
 * Level -2 lies below Dexie's own layers (transaction cache -1, query cache and observability 0, virtual indexes 1,
 * hooks 2): those see plain rows, only IndexedDB sees sealed ones, and a live query that is answered from the cache
 * opens nothing twice. All of it is synchronous, because a transaction ends while a promise of another kind runs.
 * Rows are what JSON can carry: a Date or a Map does not survive, an undefined property is gone.
 */
export const sealRows = (tables: ReadonlySet<string>, sealer: RowSealer): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'SealedRows',
  level: -2,
  create: core => ({
    ...core,
    table: name => (tables.has(name) ? sealTable(core.table(name), sealer) : core.table(name)),
  }),
})

function sealTable(table: DBCoreTable, sealer: RowSealer): DBCoreTable {
  const { close, open } = rowShape(table, sealer)
  return {
    ...table,
    mutate: request => {
      const writes = request.type === 'add' || request.type === 'put'
      return table.mutate(writes ? { ...request, values: request.values.map(close) } : request)
    },
    get: request => table.get(request).then(open),
    getMany: request => table.getMany(request).then(rows => rows.map(open)),
    query: request =>
      table.query(request).then(answer => (request.values ? { ...answer, result: answer.result.map(open) } : answer)),
    openCursor: request =>
      table.openCursor(request).then(cursor => (cursor && request.values ? openingCursor(cursor, open) : cursor)),
  }
}

function rowShape(table: DBCoreTable, sealer: RowSealer): RowShape {
  const columns = clearColumnsOf(table.schema)
  const isClear = new Set(columns)
  const placeOf = (row: Row): RowPlace => ({
    table: table.name,
    key: table.schema.primaryKey.extractKey?.(row),
    clear: columns.filter(column => row[column] !== undefined).map(column => [column, row[column]]),
  })
  return {
    close(row) {
      if (sealedColumn in row) throw new Error(`${table.name}: the property name "${sealedColumn}" is taken`)
      const entries = Object.entries(row)
      const clear = entries.filter(([column]) => isClear.has(column))
      for (const [column, value] of clear) if (value !== undefined) checkClearValue(table.name, column, value)
      const rest = Object.fromEntries(entries.filter(([column]) => !isClear.has(column)))
      return { ...Object.fromEntries(clear), [sealedColumn]: sealer.seal(placeOf(row), rest) }
    },
    open(row) {
      if (row === undefined || row === null) return row
      const clear = Object.entries(row).filter(([column]) => isClear.has(column))
      return { ...sealer.open(placeOf(row), row[sealedColumn]), ...Object.fromEntries(clear) }
    },
  }
}

/**
 * IDBCursor's getters refuse a foreign `this`, so each is forwarded; start, next and continue come by prototype.
 * `cursor.value` is the same object until the cursor moves, so each row is opened once.
 */
function openingCursor(cursor: DBCoreCursor, open: RowShape['open']): DBCoreCursor {
  let from: unknown
  let value: unknown
  return Object.create(cursor, {
    key: { get: () => cursor.key as unknown },
    primaryKey: { get: () => cursor.primaryKey as unknown },
    value: {
      get: () => {
        const raw = cursor.value as Row
        if (raw !== from) {
          from = raw
          value = open(raw)
        }
        return value
      },
    },
  }) as DBCoreCursor
}
