import type { PaperSpot } from '../desk'
import type { Problem } from '../../contracts/problems'
import type { KioskLimits, KioskState } from '../../contracts/kiosk-care-channels'
import type { FoundFont, Machine } from '../../contracts/settings-channels'
import type { Agency, AgencyId, SeriesStart, VoidNumber } from '../../domain/agencies/office-facts'
import type { ChangedSettings } from '../../domain/agencies/office-settings'
import type { ChangedWording, WordedLetter, WordingTexts } from '../../domain/wording/office-wording'
import type { Result } from '../../kernel/result'
import type { CardReaderAddress } from './card-reader-address'

export type { FoundFont, KioskState, Machine }
/** What the settings desk records of an agency. */
export type AgencyDetails = Omit<Agency, 'agencyId'>

/** What is recorded about the office itself. Each resolves when the act is on the disk and in the view. */
export interface OfficeActs {
  addAgency(agency: AgencyDetails): Promise<Result<{ agencyId: string }, Problem>>
  changeAgency(change: {
    readonly agencyId: AgencyId
    readonly agency: AgencyDetails
    readonly reason: string
  }): Promise<Result<void, Problem>>
  changeSettings(changed: ChangedSettings): Promise<Result<void, Problem>>
  /** The last number of a series that stands on paper: the next one follows it. */
  startSeries(start: SeriesStart): Promise<Result<void, Problem>>
  /** In one act, each letter with its next version. */
  changeWording(changes: readonly ChangedWording[]): Promise<Result<void, Problem>>
  voidNumbers(voided: {
    readonly series: VoidNumber['series']
    readonly numbers: readonly string[]
    readonly reason: string
  }): Promise<Result<void, Problem>>
}

export type LetterFace = 'body' | 'title'
type Chosen = { readonly outcome: 'chosen'; readonly machine: Machine } | { readonly outcome: 'cancelled' }

/** Printers, folders and fonts of this machine; nothing of it is recorded or travels. */
export interface MachineCare {
  read(): Promise<Result<Machine, Problem>>
  chooseFolder(which: 'mirror' | 'scanner'): Promise<Result<Chosen, Problem>>
  forgetFolder(which: 'mirror' | 'scanner'): Promise<Result<Machine, Problem>>
  printers(): Promise<Result<readonly { readonly name: string; readonly shownAs: string }[], Problem>>
  setPrinter(name: string | null): Promise<Result<Machine, Problem>>
  setCardReader(address: CardReaderAddress | null): Promise<Result<Machine, Problem>>
  findFonts(): Promise<Result<readonly FoundFont[], Problem>>
  /** `found`: the id of one that was found; without it a file is asked for. */
  chooseFont(face: LetterFace, found?: string): Promise<Result<Chosen, Problem>>
  resetFont(face: LetterFace): Promise<Result<Machine, Problem>>
  /** A page of sample text in the faces that letters have now, as PNG; null where it could not be made. */
  fontSample(width: number): Promise<readonly Uint8Array[] | null>
}

/** The kiosk of this machine, as the desk opens, sets and ends it. */
export interface KioskCare {
  read(): Promise<Result<KioskState, Problem>>
  start(): Promise<Result<KioskState, Problem>>
  end(): Promise<Result<KioskState, Problem>>
  setLimits(limits: KioskLimits): Promise<Result<KioskState, Problem>>
}

/** How a letter would read with a wording that is not recorded yet. */
export interface WordingDesk {
  /** Pages of a sample letter, about nobody, `width` pixels wide; null where it could not be made. */
  sample(letter: WordedLetter, texts: WordingTexts, width: number): Promise<WordingSample | null>
}

export interface WordingSample {
  readonly images: readonly Uint8Array[]
  readonly spots: readonly PaperSpot[]
}
