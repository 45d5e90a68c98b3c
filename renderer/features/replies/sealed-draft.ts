import type { Drafts } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'

export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly savedAt: number }
  | { readonly kind: 'failed'; readonly problem: Problem }

export interface SealedDraft<T> {
  /** The draft as it is now. Written once typing has stopped for 400 ms. */
  typed(draft: T): void
  /** Writes what is not written yet; answers how the draft stands then. */
  flush(): Promise<DraftState>
  /** The act is done: no draft stays, whatever was still on its way. */
  drop(): Promise<void>
}

const pauseMs = 400

/** Keeps one sealed draft in step. Calls run in a line, so that a late save never brings back a discarded draft. */
export function sealedDraft<T>(drafts: Drafts, name: string, onState: (state: DraftState) => void): SealedDraft<T> {
  let waiting: { readonly draft: T } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDropped = false
  let state: DraftState = { kind: 'none' }
  let line: Promise<void> = Promise.resolve()
  const inLine = (work: () => Promise<void>): Promise<void> => (line = line.then(work, work))

  const write = async (): Promise<void> => {
    const next = waiting
    waiting = null
    if (!next || isDropped) return
    const written = await drafts.save(name, next.draft)
    state = written.ok
      ? { kind: 'saved', savedAt: written.value.savedAt }
      : { kind: 'failed', problem: written.problem }
    if (state.kind === 'failed') waiting ??= next
    onState(state)
  }

  return {
    typed(draft) {
      waiting = { draft }
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
      isDropped = true
      await inLine(async () => void (await drafts.discard(name)))
    },
  }
}
