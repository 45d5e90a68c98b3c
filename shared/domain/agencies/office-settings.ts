import type { PersonId } from '../requests/request-facts'
import type { AgencyId } from './office-facts'

/** What an office sets for itself, within the bounds below; the law's own terms are no setting. */
export interface OfficeSettings {
  /** Working days before the due date from which a request counts as due soon. */
  readonly warningWorkingDays: number
  /** Local pledge: hours from the receipt to the first answer to the applicant (reference 3.1). */
  readonly firstResponseHours: number
  /** Local pledge: working days until it is dealt with. Neither shortens nor replaces the statutory clock. */
  readonly handlingWorkingDays: number
  /** Minutes without a touch after which the desk locks itself. */
  readonly autoLockMinutes: number
  /**
   * Whether the office makes the two pledges above to the public: on receipts, case pages and the board. Missing: it makes
   * none. No number of the program may become a promise that nobody gave (reference 3.1: found in no source).
   */
  readonly makesPledge?: boolean
  /** Chosen beforehand on the registration form; missing: of several, none is. */
  readonly defaultAgencyId?: AgencyId
}

export type ChangedSettings = Partial<OfficeSettings>

export type CountedSetting = Exclude<keyof OfficeSettings, 'defaultAgencyId' | 'makesPledge'>

/** The settings from one moment on. */
export interface SettingsVersion {
  readonly settings: OfficeSettings
  readonly by: { readonly actor: PersonId; readonly at: number; readonly hlc: string }
}

/** The settings as they stood at a moment of the ledger. */
export const settingsAt = (versions: readonly SettingsVersion[], hlc: string): OfficeSettings =>
  versions.findLast(({ by }) => by.hlc <= hlc)?.settings ?? firstSettings

export const firstSettings: OfficeSettings = {
  warningWorkingDays: 3,
  firstResponseHours: 72,
  handlingWorkingDays: 5,
  autoLockMinutes: 15,
}

/** Least and most, both included. Twenty working days are the whole term of art. 33(2); a desk locks within the hour. */
export const settingBounds: Readonly<Record<CountedSetting, readonly [least: number, most: number]>> = {
  warningWorkingDays: [1, 10],
  firstResponseHours: [1, 240],
  handlingWorkingDays: [1, 20],
  autoLockMinutes: [1, 60],
}

export type SettingProblem =
  | { readonly kind: 'settingsEmpty' }
  | {
      readonly kind: 'settingOutOfRange'
      readonly setting: CountedSetting
      readonly least: number
      readonly most: number
    }

const countedSettings = Object.keys(settingBounds) as CountedSetting[]

/** Why these settings cannot be taken; undefined where they can. */
export function settingProblem(changed: ChangedSettings): SettingProblem | undefined {
  if (Object.values(changed).every(value => value === undefined)) return { kind: 'settingsEmpty' }
  const setting = countedSettings.find(name => changed[name] !== undefined && !isWithin(name, changed[name]))
  if (!setting) return undefined
  const [least, most] = settingBounds[setting]
  return { kind: 'settingOutOfRange', setting, least, most }
}

function isWithin(setting: CountedSetting, value: number): boolean {
  const [least, most] = settingBounds[setting]
  return Number.isInteger(value) && value >= least && value <= most
}
