import { useState } from 'react'
import type { NewMachineForm } from '#shared/application/neighbours/ports'
import { useMessages } from '../../../i18n/messages-provider'
import { TextField } from '../../../ui/fields/text-field'

export interface MachineEntry {
  readonly workstation: string
  readonly windowName: string
}

/** As it will be taken; null where something is missing or of another shape. */
export function newMachineFrom({ workstation, windowName }: MachineEntry): NewMachineForm | null {
  const code = workstation.normalize('NFKC').trim().toUpperCase()
  const name = windowName.trim()
  return /^[A-Z]$/.test(code) && name !== '' && name.length <= 20 ? { workstation: code, windowName: name } : null
}

export function useMachineEntry() {
  const [entry, setEntry] = useState<MachineEntry>({ workstation: '', windowName: '' })
  return { entry, change: (part: Partial<MachineEntry>) => setEntry(before => ({ ...before, ...part })) }
}

interface MachineFieldsProps {
  readonly entry: MachineEntry
  readonly onChange: (part: Partial<MachineEntry>) => void
  readonly wasTried: boolean
}

export function MachineFields({ entry, onChange, wasTried }: MachineFieldsProps) {
  const { t } = useMessages()
  const isCodeWrong = newMachineFrom({ ...entry, windowName: '-' }) === null
  const isNameMissing = entry.windowName.trim() === ''
  return (
    <>
      <TextField
        label={t('joining.workstation')}
        hint={t('joining.workstationHint')}
        value={entry.workstation}
        maxLength={3}
        onChange={workstation => onChange({ workstation })}
        error={wasTried && isCodeWrong ? t('joining.workstationWrong') : null}
        takesFocus
      />
      <TextField
        label={t('joining.windowName')}
        hint={t('joining.windowHint')}
        value={entry.windowName}
        maxLength={20}
        onChange={windowName => onChange({ windowName })}
        error={wasTried && isNameMissing ? t('joining.missing', { field: t('joining.windowName') }) : null}
      />
    </>
  )
}
