import type { Hands, SaveTo } from './hands/hands'

export type Shot = (name: string) => Promise<void>

/** What a scenario plays on: a clerk's hands at the screen, and where it leaves what others will look at. */
export interface Stage {
  readonly hands: Hands
  readonly say: (line: string) => void
  readonly shot: Shot
  readonly saveTo: SaveTo
  /** The next open dialog ends with these files, as a person would choose them. */
  readonly openFrom: (files: readonly string[]) => Promise<void>
  /** Where a file of this name is kept, beside the screenshots. */
  readonly fileFor: (name: string) => string
  /** Ends the program and starts it again at this time of the same day, `HH:MM`: the rehearsal's clock cannot jump. */
  readonly goOnAt: (time: string) => Promise<void>
}

/** Another window of the program with hands of its own, and screenshots in the same row. */
export interface SecondWindow {
  readonly hands: Hands
  readonly shot: Shot
}

export interface StageOfTwoWindows extends Stage {
  /** The window that has opened beside the first, once it is there. */
  readonly secondWindow: () => Promise<SecondWindow>
  /** Resolves when only the first is left. */
  readonly oneWindow: () => Promise<void>
}

/** A machine in another office, or beside the first in the same: a program of its own, screenshots in the same row. */
export interface OtherMachine extends Stage {
  readonly close: () => Promise<void>
}

export interface StageOfMachines extends StageOfTwoWindows {
  /** What time the rehearsal has now, ISO 8601. */
  readonly now: () => string
  /** Starts one on a folder of its own. */
  readonly anotherMachine: () => Promise<OtherMachine>
}
