import { describe, expect, it } from 'vitest'
import type { ByteStore, StoredBytes } from '../../../../../renderer/search/store/byte-store'
import { openSlotStore } from '../../../../../renderer/search/store/slot-store'
import { Crash } from '../../../../support/search/crashing-store'
import { createDice, type Dice } from '../../../../support/search/dice'
import { createDisk, type Disk } from '../../../../support/search/disk'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('a store in files', () => {
  it('is there after a restart, with names of several slots, and takes the slots of what was removed again', async () => {
    const disk = createDisk()
    const large = new Uint8Array(100_000).map((_, at) => at & 255)
    const first = openSlotStore(disk.files())
    await first.write({
      put: [
        ['large', large],
        ['small', bytes(1)],
      ],
    })
    const again = openSlotStore(disk.files())
    const [small, found, never] = await again.read(['small', 'large', 'never'])
    expect([small, inWords(found ?? bytes()) === inWords(large), never]).toEqual([bytes(1), true, undefined])
    await again.write({ put: [], remove: ['large'], isLasting: true })
    const size = disk.contents[0]?.size
    for (const name of ['a', 'b']) await again.write({ put: [[name, new Uint8Array(40_000)]], isLasting: true })
    expect(disk.contents[0]?.size).toBe(size)
  })

  it('shows another window what the writer has written since, and writes on where another one has written', async () => {
    const disk = createDisk()
    const [writer, reader] = [openSlotStore(disk.files()), openSlotStore(disk.files())]
    for (let round = 0; round < 2_000; round++) {
      await writer.write({
        put: [[`n${round % 50}`, bytes(round & 255)]],
        remove: [`n${(round + 7) % 50}`],
        isLasting: round % 9 === 0,
      })
      if (round % 400 === 3) expect(await all(reader)).toEqual(await all(writer)) // the log was written anew in between
    }
    expect((disk.contents[1]?.size ?? 0) + (disk.contents[2]?.size ?? 0)).toBeLessThan(400_000)
    await reader.write({ put: [['by the other', bytes(1)]] })
    await writer.write({ put: [['by the first', bytes(2)]] })
    expect(await reader.read(['by the other', 'by the first'])).toEqual([bytes(1), bytes(2)])
  })

  it('keeps nothing of a write that the disk had no room for, and takes the next one', async () => {
    const disk = createDisk()
    const store = openSlotStore(disk.files())
    await store.write({ put: [['kept', bytes(1, 2)]] })
    disk.isFull = true
    await expect(store.write({ put: [['half', bytes(3)]], remove: ['kept'] })).rejects.toThrow('grow')
    for (const one of [store, openSlotStore(disk.files())]) expect(await all(one)).toEqual({ kept: '1,2' })
    disk.isFull = false
    await store.write({ put: [['half', bytes(3)]] })
    expect(await all(openSlotStore(disk.files()))).toEqual({ kept: '1,2', half: '1 times 3' })
  })

  it('writes no more once a flush has failed, whatever the disk says then, until it is opened again', async () => {
    for (const isLasting of [true, false]) {
      const disk = createDisk()
      const store = openSlotStore(disk.files())
      await store.write({ put: [['kept', bytes(1, 2)]], isLasting })
      disk.isFailing = true
      await expect(store.write({ put: [['lost', bytes(3)]], isLasting: true })).rejects.toThrow('input or output')
      disk.isFailing = false
      await expect(store.write({ put: [['after', bytes(4)]] })).rejects.toThrow('input or output')
      const again = openSlotStore(disk.files())
      await again.write({ put: [['after', bytes(4)]] })
      expect(await all(again)).toEqual({ after: '1 times 4', kept: '1,2' })
    }
  })

  it('is as after one of its writes, none that lasts lost, wherever it is killed or the power cut', async () => {
    const seen = { writes: 0, killed: 0, cut: 0, wrong: [] as string[] }
    for (let seed = 0; seed < 30; seed++) await manyDeaths(createDisk(), createDice(seed), seen)
    console.log(
      `search, files: ${seen.writes} writes, ${seen.killed} kills, ${seen.cut} power cuts, ${seen.wrong.length} wrong`,
    )
    expect(seen.wrong).toEqual([])
    expect(Math.min(seen.killed, seen.cut)).toBeGreaterThan(40)
    expect(seen.writes).toBeGreaterThan(300)
  })

  it('a planted disk that does not hold fast is seen', async () => {
    const seen = { writes: 0, killed: 0, cut: 0, wrong: [] as string[] }
    const disk = createDisk()
    disk.forgetsFlushes = true
    for (let seed = 0; seed < 10; seed++) await manyDeaths(disk, createDice(seed), seen)
    expect(seen.wrong).not.toEqual([])
  })

  it('reads nothing or what was held fast, never less, whichever bit of its files decays', async () => {
    const disk = createDisk()
    const store = openSlotStore(disk.files())
    for (let round = 0; round < 12; round++) {
      await store.write({ put: [[`n${round}`, bytes(round)]] })
      if (round > 0)
        await store.write({ put: [['manifest', bytes(round)]], remove: [`n${round - 1}`], isLasting: true })
    }
    const seen = { nothing: 0, whole: 0 }
    const dice = createDice(4)
    const log = disk.contents.find(({ size }, at) => at > 0 && size > 0)
    if (!log) throw new Error('there is no log')
    for (let round = 0; round < 400; round++) {
      const at = dice.under(log.size)
      const before = log.bytes[at] as number
      log.bytes[at] = before ^ (1 << dice.under(8))
      const found = await all(openSlotStore(disk.files()))
      expect([{}, { n11: '1 times 11', manifest: '1 times 11' }]).toContainEqual(found)
      if ('manifest' in found) seen.whole++
      else seen.nothing++
      log.bytes[at] = before
    }
    expect(seen.nothing).toBeGreaterThan(300)
    expect(seen.whole).toBeGreaterThan(0)
  })
})

/** What a store holds, by name. */
async function all(store: ByteStore): Promise<Record<string, string>> {
  const names = [...(await store.names())].sort()
  const read = await store.read(names)
  return Object.fromEntries(names.map((name, at) => [name, inWords(read[at] ?? bytes())]))
}

const inWords = (held: Uint8Array): string =>
  held.every(byte => byte === held[0]) ? `${held.length} times ${held[0]}` : held.join()

interface Deaths {
  writes: number
  killed: number
  cut: number
  readonly wrong: string[]
}

/** A few programs one after another on one disk, each of which dies at a random call of it. */
async function manyDeaths(disk: Disk, dice: Dice, seen: Deaths): Promise<void> {
  /** From the last one that lasts on: a power cut may bring back each of them. */
  let states = [await all(openSlotStore(disk.files()))]
  for (let program = 0; program < 5; program++) {
    const store = openSlotStore(disk.files())
    let acknowledged = states.length - 1
    disk.dieAfter(dice.under(60))
    try {
      for (;;) {
        const change = randomChange(dice)
        states.push(after(states.at(-1) ?? {}, change))
        await store.write(change)
        if (change.isLasting) states = states.slice(-1)
        acknowledged = states.length - 1
        seen.writes++
      }
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      disk.dieAfter(null)
    }
    const isCut = dice.under(2) === 0
    if (isCut) disk.cutPower(dice)
    seen[isCut ? 'cut' : 'killed']++
    const now = await all(openSlotStore(disk.files()))
    const found = states.findLastIndex(state => JSON.stringify(state) === JSON.stringify(now))
    if (found < (isCut ? 0 : acknowledged)) seen.wrong.push(`${isCut ? 'cut' : 'killed'} after ${acknowledged}`)
    states = isCut ? [now] : states.slice(0, found + 1)
  }
}

interface Change {
  readonly put: readonly StoredBytes[]
  readonly remove: readonly string[]
  readonly isLasting: boolean
}

const randomChange = (dice: Dice): Change => ({
  put: Array.from({ length: dice.under(4) }, () => {
    const length = dice.under(20) === 0 ? 50_000 : 1 + dice.under(3)
    return [`n${dice.under(9)}`, new Uint8Array(length).fill(dice.under(256))] as const
  }),
  remove: Array.from({ length: dice.under(3) }, () => `n${dice.under(9)}`),
  isLasting: dice.under(4) === 0,
})

function after(state: Record<string, string>, { put, remove }: Change): Record<string, string> {
  const next = new Map(Object.entries(state))
  for (const name of remove) next.delete(name)
  for (const [name, held] of put) next.set(name, inWords(held))
  return Object.fromEntries([...next].sort(([one], [other]) => (one < other ? -1 : 1)))
}
