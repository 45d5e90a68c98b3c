import { useEffect, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { sealedDraft, type DraftState, type SealedDraft } from '#shared/application/drafts/sealed-draft'
import { later } from '../../ui/states/later'

export interface StartOfForm<F> {
  /** Of the draft. */
  readonly name: string
  readonly form: F
  readonly savedAt: number | null
}

export interface KeptForm<F> {
  readonly form: F
  readonly draft: DraftState
  readonly keeper: SealedDraft<F>
  readonly change: (part: Partial<F>) => void
  /** The form as it is this moment, later than the last drawing of the page. */
  readonly current: () => F
}

export interface KeptFormOptions<F> {
  readonly isBlank: (form: F) => boolean
  readonly onKept?: (isKept: boolean) => void
}

/** A form whose draft lies sealed in the vault from 400 ms after the last key on, and goes when the act is done. */
export function useKeptForm<F extends object>(
  { drafts }: Pick<Desk, 'drafts'>,
  start: StartOfForm<F>,
  { isBlank, onKept }: KeptFormOptions<F>,
): KeptForm<F> {
  const [form, setForm] = useState(start.form)
  const latest = useRef(start.form)
  const [draft, setDraft] = useState<DraftState>(
    start.savedAt === null ? { kind: 'none' } : { kind: 'saved', savedAt: start.savedAt },
  )
  const tell = (state: DraftState): void => {
    setDraft(state)
    if (state.kind !== 'failed') onKept?.(state.kind === 'saved')
  }
  const [keeper] = useState(() => sealedDraft<F>(drafts, start.name, { onState: tell, before: draft, isBlank, later }))
  // Leaving by any way: another desk, the list, the end of the day.
  useEffect(() => {
    const stop = drafts.keepInStep(keeper.flush)
    return () => {
      stop()
      void keeper.flush()
    }
  }, [keeper, drafts])
  return {
    ...{ form, draft, keeper },
    change(part) {
      latest.current = { ...latest.current, ...part }
      setForm(latest.current)
      keeper.typed(latest.current)
    },
    current: () => latest.current,
  }
}

export type Fetched<F> =
  | { readonly kind: 'fetching' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'ready'; readonly start: StartOfForm<F> }

/** The draft of this name as it was left; `gone` where there is none, or it cannot be read now. */
export function useFetchedDraft<F>(
  { drafts }: Pick<Desk, 'drafts'>,
  name: string | null,
  read: (content: unknown) => F,
): Fetched<F> {
  const [fetched, setFetched] = useState<Fetched<F>>({ kind: 'fetching' })
  const reader = useRef(read)
  useEffect(() => {
    if (name === null) return
    let isHere = true
    void drafts.load(name).then(draft => {
      if (!isHere) return
      if (!draft.ok || draft.value === null) return setFetched({ kind: 'gone' })
      const { content, savedAt } = draft.value
      setFetched({ kind: 'ready', start: { name, form: reader.current(content), savedAt } })
    })
    return () => {
      isHere = false
    }
  }, [drafts, name])
  return fetched
}
