import { useEffect, useState } from 'react'
import type { Watch } from '#shared/application/ports'

/** The latest state of something that changes by itself; undefined until it is first heard. */
export function useWatch<T>(watch: Watch<T>): T | undefined {
  const [heard, setHeard] = useState<{ readonly value: T } | undefined>(undefined)
  useEffect(() => watch(value => setHeard({ value })), [watch])
  return heard?.value
}
