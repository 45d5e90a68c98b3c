import { useState } from 'react'
import type { KioskDesk, Printed } from '#shared/application/kiosk/ports'

export type PrintState =
  | { readonly kind: 'idle' | 'busy' | 'failed' }
  | { readonly kind: 'done'; readonly printed: Printed }

export interface Printing {
  readonly state: PrintState
  print(title: string, firstPagesOnly?: boolean): void
}

/** Prints what the page shows for paper; a second touch while it prints does nothing. */
export function usePrinting(desk: KioskDesk): Printing {
  const [state, setState] = useState<PrintState>({ kind: 'idle' })
  return {
    state,
    print: (title, firstPagesOnly = false) => {
      if (state.kind === 'busy') return
      setState({ kind: 'busy' })
      void desk
        .print({ title: title.slice(0, 200), firstPagesOnly })
        .then(answer => setState(answer.ok ? { kind: 'done', printed: answer.value } : { kind: 'failed' }))
    },
  }
}
