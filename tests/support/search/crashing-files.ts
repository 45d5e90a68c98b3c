import { openSlotStore } from '../../../renderer/search/store/slot-store'
import { Crash, type DyingStore } from './crashing-store'
import type { Dice } from './dice'
import { createDisk } from './disk'

/** A few calls of the disk are one write. */
const callsOfWrite = 6

/**
 * The same as `createCrashingStore` over files: the program dies at any call of the disk. Where a write does not arrive,
 * the power is cut with it.
 */
export function createCrashingFiles(dice: Dice): DyingStore {
  const disk = createDisk()
  let program = openSlotStore(disk.files())
  let isCut = false
  let isDead = false
  const watched = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      isDead ||= error instanceof Crash
      throw error
    }
  }
  return {
    get writes() {
      return disk.calls
    },
    crashAfter(plan) {
      isCut = plan !== null ? !plan.arrives : isCut
      if (plan) return disk.dieAfter(plan.steps * callsOfWrite + dice.under(callsOfWrite))
      disk.dieAfter(null)
      if (!isDead) return
      if (isCut) disk.cutPower(dice)
      isDead = false
      program = openSlotStore(disk.files())
    },
    read: names => watched(program.read(names)),
    write: batch => watched(program.write(batch)),
    names: () => watched(program.names()),
  }
}
