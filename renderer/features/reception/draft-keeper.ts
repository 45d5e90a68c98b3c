import type { Drafts } from '#shared/application/desk'
import { isBlankRegistration } from '#shared/application/reception/registration-draft'
import type { RegistrationForm } from '#shared/application/reception/registration'
import type { Problem } from '#shared/contracts/problems'

export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly savedAt: number }
  | { readonly kind: 'failed'; readonly problem: Problem }

export interface DraftKeeper {
  /** The form as it is now. Written once typing has stopped for 400 ms. */
  typed(form: RegistrationForm): void
  /** Writes what is not written yet; answers how the draft stands then. */
  flush(): Promise<DraftState>
  /** The request is registered, or the form given up: no draft stays, whatever was still on its way. */
  drop(): Promise<void>
}

const pauseMs = 400

export type DraftBox = Pick<Drafts, 'save' | 'discard'>

export interface KeepingOptions {
  readonly onState: (state: DraftState) => void
  /** How the draft stood when the form was opened. */
  readonly before?: DraftState
}

/**
 * Keeps one sealed draft in step with the form. Calls run one after another, so that a late save can never bring back
 * a draft that was discarded. A form with nothing in it leaves no draft.
 */
export function keepDraft(
  drafts: DraftBox,
  name: string,
  { onState, before = { kind: 'none' } }: KeepingOptions,
): DraftKeeper {
  let waiting: RegistrationForm | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let dropped = false
  let state = before
  let line: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    const form = waiting
    waiting = null
    if (!form || dropped) return
    const next = await (isBlankRegistration(form) ? discarded(drafts, name) : saved(drafts, name, form))
    if (next.kind === 'failed') waiting ??= form
    state = next
    onState(next)
  }
  const inLine = (work: () => Promise<void>): Promise<void> => (line = line.then(work))

  return {
    typed(form) {
      if (dropped) return
      waiting = form
      clearTimeout(timer)
      timer = setTimeout(() => void inLine(write), pauseMs)
    },
    async flush() {
      clearTimeout(timer)
      await inLine(write)
      return state
    },
    async drop() {
      clearTimeout(timer)
      dropped = true
      await inLine(async () => void (await discarded(drafts, name)))
    },
  }
}

async function saved(drafts: DraftBox, name: string, form: RegistrationForm): Promise<DraftState> {
  const written = await drafts.save(name, form)
  return written.ok ? { kind: 'saved', savedAt: written.value.savedAt } : { kind: 'failed', problem: written.problem }
}

async function discarded(drafts: DraftBox, name: string): Promise<DraftState> {
  const gone = await drafts.discard(name)
  return gone.ok || gone.problem.kind === 'notFound' ? { kind: 'none' } : { kind: 'failed', problem: gone.problem }
}
