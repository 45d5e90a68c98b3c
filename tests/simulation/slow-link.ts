import { err, ok, type Result } from '#shared/kernel/result'
import type { HeadquartersLink, LinkProblem } from '../../electron/main/sync/headquarters-link'
import { Crash } from './fuse'
import type { MemoryHeadquarters } from './memory-headquarters'

/** What becomes of one call on the network. */
export type Fate = 'arrives' | 'lost' | 'answerLost' | 'twice' | 'late' | { readonly diesAfter: number }

/** A call that waits for its fate. */
export interface WaitingCall {
  readonly machine: number
  readonly kind: 'heads' | 'send' | 'fetch'
  /** In the order in which they were made. */
  readonly nth: number
  /** Never throws; the answer has been given to the caller when it returns. */
  decide(fate: Fate): Promise<void>
}

export interface NetworkNotes {
  noteSent(segment: Uint8Array): void
  /** Headquarters died in this call. */
  noteDied(): void
  noteLate(): void
  noteFault(fault: string): void
}

export interface LinkOptions {
  readonly machine: number
  readonly office: string
  readonly headquarters: MemoryHeadquarters
  readonly waiting: WaitingCall[]
  readonly notes: NetworkNotes
  isCut(): boolean
  readonly bugs: ReadonlySet<string>
}

const away: Result<never, LinkProblem> = err({ kind: 'away' })

/** Calls to headquarters that arrive when, as often and in the order that the schedule says. */
export function slowLink(options: LinkOptions): HeadquartersLink {
  const { headquarters, office, notes } = options
  let before: Awaited<ReturnType<HeadquartersLink['heads']>> | null = null
  const heads = async () => ok(headquarters.heads(office))
  return {
    heads: () =>
      wait(options, 'heads', {
        run: heads,
        late: () => {
          const answer = before
          before = ok(headquarters.heads(office))
          return answer
        },
      }),
    send: segment => {
      notes.noteSent(segment)
      return wait(options, 'send', {
        run: async () => ok(await headquarters.take(office, segment)),
        early: () => receiptBeforehand(options, segment),
        answered: answer => {
          if (answer.kind !== 'taken') return
          const { chain, seq, hash } = answer.head
          if (headquarters.offices.get(office)!.chains.get(chain)?.[seq - 1]?.hash !== hash)
            notes.noteFault(`${office} ${chain}: act ${seq} is receipted and not there`)
        },
      })
    },
    fetch: (chain, after, limit) =>
      wait(options, 'fetch', { run: async () => ok(headquarters.acts(office, chain, { after, limit })) }),
  }
}

interface Work<T> {
  run(): Promise<Result<T, LinkProblem>>
  /** An answer that was given earlier, and comes only now. */
  late?(): Result<T, LinkProblem> | null
  /** Looks at the answer as it is given. */
  answered?(answer: T): void
  /** A planted fault: what is answered although headquarters died. */
  early?(): Promise<Result<T, LinkProblem>> | null
}

let calls = 0

function wait<T>(options: LinkOptions, kind: WaitingCall['kind'], work: Work<T>): Promise<Result<T, LinkProblem>> {
  if (options.isCut()) return Promise.resolve(away)
  return new Promise(resolve => {
    const decide = async (fate: Fate): Promise<void> => {
      const answer = await answerOf(options, work, fate)
      if (answer.ok) work.answered?.(answer.value)
      resolve(answer)
    }
    options.waiting.push({ machine: options.machine, kind, nth: calls++, decide })
  })
}

async function answerOf<T>(options: LinkOptions, work: Work<T>, fate: Fate): Promise<Result<T, LinkProblem>> {
  if (fate === 'lost' || options.isCut()) return away
  if (fate === 'late') {
    const answer = work.late?.() ?? null
    if (answer) options.notes.noteLate()
    return answer ?? work.run()
  }
  if (fate === 'twice') await work.run()
  if (typeof fate === 'object') return dies(options, work, fate.diesAfter)
  const answer = await work.run()
  return fate === 'answerLost' ? away : answer
}

async function dies<T>(options: LinkOptions, work: Work<T>, after: number): Promise<Result<T, LinkProblem>> {
  const { fuse } = options.headquarters.options
  const early = await (work.early?.() ?? null)
  fuse.light(after)
  try {
    const answer = await work.run()
    fuse.quench()
    return answer
  } catch (cause) {
    if (!(cause instanceof Crash)) throw cause
    options.notes.noteDied()
    return early ?? away
  }
}

/** What headquarters would answer, from a copy of its rows. */
function receiptBeforehand(options: LinkOptions, segment: Uint8Array) {
  if (!options.bugs.has('answerBeforeCommit')) return null
  const { offices } = options.headquarters
  const rows = offices.get(options.office)!
  return options.headquarters.take(options.office, segment).then(answer => {
    offices.set(options.office, rows)
    return ok(answer)
  })
}
