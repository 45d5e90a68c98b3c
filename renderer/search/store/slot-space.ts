/** Which slots of the data file are taken. */
export interface SlotSpace {
  /** The first of as many free slots beside each other. */
  take(count: number): number
  /** They were never referred to and are free at once. */
  giveBack(slot: number, count: number): void
  /** Free once the disk holds fast that nothing refers to them any more: until `settle` a power cut brings it back. */
  free(slot: number, count: number): void
  settle(): void
  /** The slot after the last one that is not free. */
  readonly end: number
}

export function createSlotSpace(taken: Iterable<readonly [slot: number, count: number]>): SlotSpace {
  let states = new Uint8Array(1024)
  let end = 0
  let lowest = 0
  let freed: (readonly [slot: number, count: number])[] = []

  const mark = (slot: number, count: number, state: number) => {
    while (slot + count > states.length) {
      const grown = new Uint8Array(states.length * 2)
      grown.set(states)
      states = grown
    }
    states.fill(state, slot, slot + count)
    if (state === free) lowest = Math.min(lowest, slot)
    else end = Math.max(end, slot + count)
    while (end > 0 && states[end - 1] === free) end--
  }
  const lowestFree = () => {
    while (lowest < end && states[lowest] !== free) lowest++
    return lowest
  }
  for (const [slot, count] of taken) mark(slot, count, used)
  return {
    get end() {
      return end
    },
    take(count) {
      const slot = count === 1 ? lowestFree() : end // what is longer than a slot is rare, and not looked for room for
      mark(slot, count, used)
      return slot
    },
    giveBack: (slot, count) => mark(slot, count, free),
    free: (slot, count) => void freed.push([slot, count]),
    settle() {
      const gone = freed
      freed = []
      for (const [slot, count] of gone) mark(slot, count, free)
    },
  }
}

const free = 0
const used = 1
