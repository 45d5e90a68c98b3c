import type { Workstation } from '../../../electron/main/workstation/workstation'
import { clerkSteps, copyOf, openedOrNot, signedIn, type DeskTemplate } from './desk-on-disk'
import type { Life } from './fail-every-operation'

/** What the desk was answered: an act with its place and hash, or nothing. */
interface Saved {
  readonly subject: string
  /** How many acts went as one frame. */
  readonly acts: number
  readonly head: { readonly seq: number; readonly hash: string } | null
}

/**
 * Somebody opens the desk, signs in, saves a registration act by act and two acts as one frame, and locks; with a second copy
 * of everything. `planted`: a desk that says "saved" whatever its disk says.
 */
export const saveLife = (template: DeskTemplate, planted = false): Life<Saved[]> => ({
  name: 'save',
  prepare: async folder => copyOf(template, folder),
  begin: () => [],
  live: async (folder, saved) => {
    const desk = await openedOrNot(folder)
    if (!desk) return
    const steps = clerkSteps(desk)
    for (const step of steps) saved.push(savedBy(desk, [step], planted))
    const printed = steps.filter(({ facts }) => facts[0]!.type === 'document.produced@1')
    saved.push(savedBy(desk, printed, planted))
    desk.lock()
  },
  check: async (folder, saved) => {
    const desk = await signedIn(folder)
    const ledger = desk.ledger!
    const wrong = saved.flatMap(({ head }) =>
      head !== null && ledger.hashAt(head.seq) !== head.hash ? [`act ${head.seq} was acknowledged and is gone`] : [],
    )
    const held = saved[0] ? ledger.actsOf(saved[0].subject).length : 0
    if (!mayStand(saved).has(held)) wrong.push(`${held} acts of the request: a frame by half, or one too many`)
    if (ledger.readOnly) wrong.push(`it is for reading only: ${JSON.stringify(ledger.readOnly)}`)
    desk.lock()
    return wrong
  },
})

function savedBy(desk: Workstation, steps: ReturnType<typeof clerkSteps>, planted: boolean): Saved {
  const { subject } = steps[0]!
  const done = desk.ledger!.append(steps)
  const head = done.ok ? done.value.at(-1)! : planted ? { seq: 1_000, hash: '' } : null
  return { subject, acts: steps.length, head }
}

/** Every number of acts that whole frames can make, where those that were refused may stand or not. */
function mayStand(saved: readonly Saved[]): ReadonlySet<number> {
  let sums = new Set([0])
  for (const { acts, head } of saved) {
    const withIt = [...sums].map(sum => sum + acts)
    sums = new Set(head === null ? [...sums, ...withIt] : withIt)
  }
  return sums
}
