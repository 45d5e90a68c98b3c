/** Exactly what the desk preload exposes as `window.recordsDesk`; nothing is typed beyond names and unknowns there. */
export interface DeskBridge {
  invoke(name: string, input: unknown): Promise<unknown>
  /** Answers the function that stops listening. */
  on(event: string, listener: () => void): () => void
}

declare global {
  interface Window {
    readonly recordsDesk: DeskBridge
  }
}
