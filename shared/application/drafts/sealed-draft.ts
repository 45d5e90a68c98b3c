import type { Problem } from '../../contracts/problems'
import type { Drafts } from '../desk'

export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly savedAt: number }
  | { readonly kind: 'failed'; readonly problem: Problem }

export interface SealedDraft<T> {
  /** The draft as it is now. Written once typing has stopped for 400 ms. */
  typed(draft: T): void
  /** Writes what is not written yet; answers how the draft stands then. */
  flush(): Promise<DraftState>
  /** The act is done, or the form given up: no draft stays, whatever was still on its way. */
  drop(): Promise<void>
}

export type DraftBox = Pick<Drafts, 'save' | 'discard'>

export interface SealedDraftOptions<T> {
  readonly onState: (state: DraftState) => void
  /** Does the work after so many milliseconds; answers how to call it off. */
  readonly later: (work: () => void, ms: number) => () => void
  /** How the draft stood when the form was opened. */
  readonly before?: DraftState
  /** A form with nothing in it leaves no draft. */
  readonly isBlank?: (draft: T) => boolean
}

const pauseMs = 400

/**
 * Keeps one sealed draft in step with a form. Calls run one after another, so that a late save can never bring back a
 * draft that was discarded; one that breaks does not stop the line.
 */
export function sealedDraft<T>(box: DraftBox, name: string, options: SealedDraftOptions<T>): SealedDraft<T> {
  const { onState, later, before = { kind: 'none' }, isBlank = () => false } = options
  let waiting: { readonly draft: T } | null = null
  let callOff: () => void = () => undefined
  let isDropped = false
  let state = before
  let line: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    const next = waiting
    waiting = null
    if (!next || isDropped) return
    state = await (isBlank(next.draft) ? discarded(box, name) : saved(box, name, next.draft)).catch(broken)
    if (state.kind === 'failed') waiting ??= next
    onState(state)
  }
  const inLine = (work: () => Promise<void>): Promise<void> => (line = line.then(work, work))

  return {
    typed(draft) {
      if (isDropped) return
      waiting = { draft }
      callOff()
      callOff = later(() => void inLine(write), pauseMs)
    },
    async flush() {
      callOff()
      await inLine(write)
      return state
    },
    async drop() {
      callOff()
      isDropped = true
      // The act itself is done: a draft that stays is no reason to say that it is not.
      await inLine(async () => void (await discarded(box, name).catch(broken)))
    },
  }
}

async function saved(box: DraftBox, name: string, draft: unknown): Promise<DraftState> {
  const written = await box.save(name, draft)
  return written.ok ? { kind: 'saved', savedAt: written.value.savedAt } : { kind: 'failed', problem: written.problem }
}

async function discarded(box: DraftBox, name: string): Promise<DraftState> {
  const gone = await box.discard(name)
  return gone.ok || gone.problem.kind === 'notFound' ? { kind: 'none' } : { kind: 'failed', problem: gone.problem }
}

/** The port itself broke, which it never should: what was typed is kept and told as not saved. */
const broken = (): DraftState => ({ kind: 'failed', problem: { kind: 'failed', reference: 'draft' } })
