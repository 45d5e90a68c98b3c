import { createContext, useContext, useLayoutEffect, useRef, type RefObject } from 'react'
import { ariaShortcut, isSingleCharacter, matchesShortcut, type Shortcut } from './shortcut'

export interface ShortcutBinding {
  readonly keys: Shortcut
  readonly run: () => void
  /** Acts while a dialog is open, too: who leaves the seat locks, whatever stands there or is just on its way out. */
  readonly overDialogs?: boolean
}

export interface ShortcutOptions {
  /** False takes all bindings off. */
  readonly enabled?: boolean
  /** The control or panel the keys belong to. While a dialog is open, only keys of elements inside it act. */
  readonly owner?: RefObject<HTMLElement | null>
}

/** False where the person switched single-letter keys off. */
export const SingleLettersContext = createContext(true)

/**
 * Window-wide keys. Nothing acts while an input method composes; single letters also wait until no field has focus.
 * They listen from the moment their page is in the document (layout effects): a plain effect runs after the paint, and on a
 * slow machine a key pressed on sight of the page would fall between.
 */
export function useShortcuts(bindings: readonly ShortcutBinding[], options: ShortcutOptions = {}): void {
  const { enabled = true, owner } = options
  const singleLetters = useContext(SingleLettersContext)
  const latest = useRef(bindings)
  useLayoutEffect(() => {
    latest.current = bindings
  })
  useLayoutEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const binding = latest.current.find(each => matchesShortcut(each.keys, event))
      if (!binding || (!binding.overDialogs && isBehindDialog(owner?.current))) return
      if (isSingleCharacter(binding.keys) && !takesLetters(singleLetters, event)) return
      event.preventDefault()
      binding.run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [enabled, owner, singleLetters])
}

/** For `aria-keyshortcuts`; undefined where there is no key, or it is switched off. */
export function useSpokenKeys(keys: Shortcut | undefined): string | undefined {
  const singleLetters = useContext(SingleLettersContext)
  if (keys === undefined || (!singleLetters && isSingleCharacter(keys))) return undefined
  return ariaShortcut(keys)
}

function isBehindDialog(owner: HTMLElement | null | undefined): boolean {
  const dialogs = [...document.querySelectorAll<HTMLElement>('[role=dialog][aria-modal=true]')]
  const top = dialogs.filter(dialog => dialog.checkVisibility()).at(-1)
  return top !== undefined && !(owner && top.contains(owner))
}

const takesLetters = (switchedOn: boolean, { target }: KeyboardEvent): boolean => switchedOn && !isTyping(target)

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest(TYPING) !== null)

/** A list, too, takes letters: they jump to an entry. */
const TYPING = 'input:not([type=radio],[type=checkbox],[type=button]),textarea,select,[role=combobox],[role=textbox]'
