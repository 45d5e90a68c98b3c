/** Exactly what the kiosk's preload exposes as `window.recordsKiosk`. */
export interface KioskBridge {
  invoke(name: string, input: unknown): Promise<unknown>
  /** Answers the function that stops listening. */
  on(event: string, listener: () => void): () => void
}

declare global {
  interface Window {
    readonly recordsKiosk: KioskBridge
  }
}
