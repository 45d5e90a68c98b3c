import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { Office } from '#shared/domain/agencies/office'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { ChangedSettings } from '#shared/domain/agencies/office-settings'
import {
  countedFields,
  readSettingsForm,
  settingsForm,
  type SettingsForm,
} from '#shared/application/settings/settings-form'
import { settingBounds } from '#shared/domain/agencies/office-settings'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { CheckBox } from '../../ui/fields/check-box'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { useToast } from '../../ui/states/use-toast'

export interface OfficeSettingsSheetProps {
  readonly office: Office
  readonly desk: Pick<Desk, 'officeActs'>
  readonly adminOnly: string | undefined
}

/** Numbers that the office sets for itself. Only what was changed is recorded. */
export function OfficeSettingsSheet({ office, desk, adminOnly }: OfficeSettingsSheetProps) {
  const { t } = useMessages()
  const tell = useToast()
  const [form, setForm] = useState<SettingsForm>(() => settingsForm(office))
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const { changed, wrong } = readSettingsForm(form, office)
  const why = adminOnly ?? (isNothing(changed) && wrong.length === 0 ? t('settings.office.unchanged') : undefined)

  const save = async (): Promise<void> => {
    if (busy || wrong.length > 0) return
    setBusy(true)
    const answer = await desk.officeActs.changeSettings(changed)
    setBusy(false)
    if (answer.ok) tell(t('settings.office.saved'))
    else setRefusal(answer.problem)
  }
  return (
    <Sheet
      title={t('settings.office')}
      aside={t('settings.office.aside')}
      acts={
        <Act keys="Ctrl+S" busy={busy} disabledBecause={why} onAct={() => void save()}>
          {t(busy ? 'settings.saving' : 'settings.save')}
        </Act>
      }
    >
      <div className="settings-fields">
        {countedFields.map(name => {
          const [least, most] = settingBounds[name]
          return (
            <TextField
              key={name}
              label={t(`settings.counted.${name}`)}
              hint={t('settings.counted.hint', { least, most })}
              error={wrong.includes(name) ? t('settings.counted.wrong', { least, most }) : null}
              value={form[name]}
              inputMode="numeric"
              readOnly={adminOnly !== undefined}
              onChange={text => setForm({ ...form, [name]: text })}
            />
          )
        })}
        <SelectField<AgencyId>
          label={t('settings.defaultAgency')}
          choices={office.agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }))}
          value={form.defaultAgencyId}
          placeholder={t('settings.defaultAgency.none')}
          disabled={adminOnly !== undefined}
          onChange={defaultAgencyId => setForm({ ...form, defaultAgencyId })}
        />
      </div>
      <CheckBox
        checked={form.makesPledge}
        note={t('settings.pledge.hint')}
        disabled={adminOnly !== undefined}
        onChange={makesPledge => setForm({ ...form, makesPledge })}
      >
        {t('settings.pledge.check')}
      </CheckBox>
      {refusal ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
    </Sheet>
  )
}

const isNothing = (changed: ChangedSettings): boolean => Object.keys(changed).length === 0
