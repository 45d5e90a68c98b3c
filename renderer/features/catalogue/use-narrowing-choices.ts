import { useEffect, useState } from 'react'
import { narrowingCount, type Choice, type NarrowedBy } from '#shared/application/catalogue/catalogue-list'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import { idleWork } from '../../ui/states/idle-work'

type Choices = Readonly<Record<NarrowedBy, readonly Choice[]>>

/** What the lists of conditions offer. Counting a hundred thousand lines waits for idle moments; until then the last count stays. */
export function useNarrowingChoices(lines: readonly DocumentLine[]): Choices {
  const [choices, setChoices] = useState<Choices>(() => narrowingCount().choices())
  useEffect(() => {
    const count = narrowingCount()
    return idleWork(lines, count.add, () => setChoices(count.choices()))
  }, [lines])
  return choices
}
