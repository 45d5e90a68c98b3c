import type { Office } from '../../domain/agencies/office'
import type { AgencyId } from '../../domain/agencies/office-facts'
import { settingBounds, type ChangedSettings, type CountedSetting } from '../../domain/agencies/office-settings'

export const countedFields = Object.keys(settingBounds) as readonly CountedSetting[]

/** As typed; the agency is chosen from a list. */
export type SettingsForm = Readonly<Record<CountedSetting, string>> & {
  readonly makesPledge: boolean
  readonly defaultAgencyId: AgencyId | null
}

export function settingsForm({ settings, agencies }: Office): SettingsForm {
  const counted = Object.fromEntries(countedFields.map(name => [name, String(settings[name])]))
  const only = agencies.length === 1 ? agencies[0]?.agencyId : undefined
  const defaultAgencyId = settings.defaultAgencyId ?? only ?? null
  return { ...(counted as Record<CountedSetting, string>), makesPledge: settings.makesPledge ?? false, defaultAgencyId }
}

/** What differs from the office's settings, and which fields are no number within their bounds. */
export function readSettingsForm(
  form: SettingsForm,
  office: Office,
): { readonly changed: ChangedSettings; readonly wrong: readonly CountedSetting[] } {
  const before = settingsForm(office)
  const read = countedFields.map(name => [name, countIn(name, form[name])] as const)
  const changed = Object.fromEntries(read.filter(([name, value]) => value !== null && String(value) !== before[name]))
  const agency = form.defaultAgencyId !== before.defaultAgencyId && form.defaultAgencyId
  return {
    changed: {
      ...changed,
      ...(form.makesPledge === before.makesPledge ? {} : { makesPledge: form.makesPledge }),
      ...(agency ? { defaultAgencyId: agency } : {}),
    },
    wrong: read.flatMap(([name, value]) => (value === null ? [name] : [])),
  }
}

function countIn(name: CountedSetting, typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  const [least, most] = settingBounds[name]
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}
