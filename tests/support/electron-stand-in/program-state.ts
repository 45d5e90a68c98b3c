import { performance } from 'node:perf_hooks'

let ready = false

export function isProgramReady(): boolean {
  return ready
}

export function markProgramReady(): void {
  ready = true
}

/** Everything that tried to leave the program's own origin, with the way it was noticed. */
export const externalAttempts: string[] = []

export function trace(...words: unknown[]): void {
  if (process.env.STANDIN_TRACE)
    process.stderr.write(`[stand-in +${Math.round(performance.now())}ms] ${words.join(' ')}\n`)
}

export interface PreventableEvent {
  defaultPrevented: boolean
  preventDefault(): void
}

export function preventable<T extends object>(details?: T): PreventableEvent & T {
  const event = {
    ...(details as T),
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}

/** How long the browser has to end by itself, in ms; the program stays until then. */
export const closeLimit = 30_000
