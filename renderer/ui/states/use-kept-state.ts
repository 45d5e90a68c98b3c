import { useCallback, useSyncExternalStore } from 'react'

type Change<T> = T | ((now: T) => T)

interface Cell {
  value: unknown
  readonly listeners: Set<() => void>
}

const kept = new WeakMap<object, Map<string, Cell>>()

/**
 * State that outlives its page: work that goes on while somebody looks at another one is found again as it stands. Kept for an
 * owner, which must be an object of whoever is signed in, so that nothing stays for the next person. `name` once for each owner.
 */
export function useKeptState<T>(owner: object, name: string, first: T): readonly [T, (change: Change<T>) => void] {
  const cell = cellOf(owner, name, first)
  const value = useSyncExternalStore(
    useCallback(listener => (cell.listeners.add(listener), () => void cell.listeners.delete(listener)), [cell]),
    () => cell.value as T,
  )
  const set = useCallback((change: Change<T>) => setIn(cell, change), [cell])
  return [value, set]
}

function cellOf(owner: object, name: string, first: unknown): Cell {
  const cells = kept.get(owner) ?? new Map<string, Cell>()
  kept.set(owner, cells)
  const cell = cells.get(name) ?? { value: first, listeners: new Set() }
  cells.set(name, cell)
  return cell
}

function setIn<T>(cell: Cell, change: Change<T>): void {
  const next = typeof change === 'function' ? (change as (now: T) => T)(cell.value as T) : change // no state is a function
  if (Object.is(next, cell.value)) return
  cell.value = next
  for (const listener of cell.listeners) listener()
}
