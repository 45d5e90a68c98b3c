/*
 * Readers that pose as a keyboard type a whole card in a few hundredths of a second. Told apart from a person by speed
 * alone, and only where the line is a card: everything else stays what was typed.
 */

/** Milliseconds a key at most, over the whole line; practised typists need twice as long. */
const averageGapMs = 40
/** One key of a reader may come late where the machine stutters; after that it is another line. */
const longestGapMs = 150
const shortestLine = 9
/** A person may press Tab right after a letter; nobody types five letters at this speed before it. */
const lettersBeforeTab = 5

export interface Burst {
  readonly text: string
  /** Milliseconds, of its first and its last key. */
  readonly startedAt: number
  readonly lastAt: number
}

export interface Stroke {
  /** As `KeyboardEvent.key`. */
  readonly key: string
  readonly at: number
  /** Held down, not typed again. */
  readonly isRepeat?: boolean
}

export interface AfterStroke {
  readonly burst: Burst | null
  /** The key belongs to the burst: a Tab must not move the focus. */
  readonly swallows: boolean
  /** Enter ended a burst that may be a card. */
  readonly line: string | null
}

/** What a keystroke makes of the burst before it. */
export function afterStroke(before: Burst | null, stroke: Stroke): AfterStroke {
  const { key, at } = stroke
  if (modifiers.has(key)) return { burst: before, swallows: false, line: null }
  const burst = before && goesOn(before, stroke) ? before : { text: '', startedAt: at, lastAt: at }
  if (key === 'Enter') return { ...nothing, line: isTypedByReader(burst, shortestLine) ? burst.text : null }
  const isInside = key === 'Tab' && isTypedByReader(burst, lettersBeforeTab)
  if (isInside) return { burst: { ...burst, text: `${burst.text}\t`, lastAt: at }, swallows: true, line: null }
  if ([...key].length !== 1 || stroke.isRepeat) return nothing
  return { burst: { ...burst, text: burst.text + key, lastAt: at }, swallows: false, line: null }
}

const goesOn = ({ lastAt }: Burst, { at, isRepeat }: Stroke): boolean => !isRepeat && at - lastAt <= longestGapMs

const isTypedByReader = ({ text, startedAt, lastAt }: Burst, least: number): boolean =>
  text.length >= least && lastAt - startedAt <= averageGapMs * (text.length - 1)

const nothing: AfterStroke = { burst: null, swallows: false, line: null }

/** A reader holds Shift for capitals. */
const modifiers = new Set(['Shift', 'CapsLock'])
