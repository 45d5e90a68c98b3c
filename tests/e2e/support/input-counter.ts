import type { Desk } from './desk'

export interface InputCount {
  /** Keys pressed that are not text: text is put in by the input method and makes no key event here. */
  readonly keys: number
  /** Every press of a mouse, a pen or a finger, and every turn of the wheel. */
  readonly pointer: number
}

export interface InputCounter {
  count(): InputCount
  /** Counts keys from nought again. */
  fromHere(): void
}

type Told = (kind: keyof InputCount) => void

/** Counts in the window itself, in this document and every one after it, so that no helper can cheat. */
export async function countInput({ page }: Desk): Promise<InputCounter> {
  const counted = { keys: 0, pointer: 0 }
  await page.exposeFunction('toldInput', (kind: keyof InputCount) => void counted[kind]++)
  await page.addInitScript(tellInput)
  await page.evaluate(tellInput)
  return { count: () => ({ ...counted }), fromHere: () => void (counted.keys = 0) }
}

/** Runs in the page. A modifier is held, not pressed: Ctrl+Enter is one key. */
function tellInput(): void {
  const told: Told = kind => (globalThis as unknown as { toldInput: Told }).toldInput(kind)
  const modifiers = ['Control', 'Shift', 'Alt', 'Meta']
  addEventListener('keydown', ({ key }) => (modifiers.includes(key) ? undefined : told('keys')), true)
  // Presses only: Chromium sends moves by itself when the page changes under a resting pointer.
  for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'wheel'])
    addEventListener(kind, () => told('pointer'), true)
}
