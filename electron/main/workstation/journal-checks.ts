import type { Problem } from '#shared/contracts/problems'
import type { JournalCare } from './journal-care'
import type { OpenDesk } from './open-desk'

export interface JournalChecksParts {
  readonly desk: Pick<OpenDesk, 'keys' | 'ledger'>
  /** Left out, the journals were read whole before the first screen. */
  readonly care: JournalCare | undefined
  readonly onUnsound: ((problem: Problem) => void) | undefined
}

/** Reads the journals of one session whole beside the work that goes on: once after they were opened, and whenever somebody asks. */
export class JournalChecks {
  #stopFirst: (() => void) | null = null
  /** Ends a check that somebody waits for, with the answer that the office was locked. */
  #endAsked: (() => void) | null = null

  constructor(private readonly parts: JournalChecksParts) {}

  /** `onMadeSure`: what a checkpoint had vouched for until now has been read and is sound. */
  start(onMadeSure: () => void): void {
    const { desk, care, onUnsound } = this.parts
    const wasUnchecked = desk.ledger.uncheckedUpTo > 0
    this.#stopFirst =
      care?.start({
        ...desk,
        onSound: () => {
          if (!wasUnchecked) return
          desk.ledger.confirmSound()
          onMadeSure()
        },
        onUnsound: problem => onUnsound?.(problem),
      }) ?? null
  }

  /** Every journal, whatever its length. Null where they are sound. */
  now(): Promise<Problem | null> {
    const { desk, care, onUnsound } = this.parts
    if (desk.ledger.readOnly) return Promise.resolve(desk.ledger.readOnly)
    if (!care) throw new Error('this workstation has nobody to check its journals')
    this.#endAsked?.()
    return new Promise(resolve => {
      const answer = (problem: Problem | null) => {
        this.#endAsked = null
        resolve(problem)
      }
      const stop = care.start({
        ...{ ...desk, isAsked: true },
        onSound: () => answer(null),
        onUnsound: problem => {
          onUnsound?.(problem)
          answer(problem)
        },
      })
      this.#endAsked = () => {
        stop()
        answer({ kind: 'locked' })
      }
    })
  }

  /** The office is being locked: whoever waits is told so. */
  end(): void {
    this.#endAsked?.()
    this.#stopFirst?.()
  }
}
