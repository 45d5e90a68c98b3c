import { useState } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../acts/act'
import { TextField } from '../fields/text-field'
import { groupsToAsk, isGroup } from './sheet-check'

export interface SheetReadBackProps {
  readonly recoveryKey: string
  /** Both groups were typed as they stand on the sheet. */
  readonly onRead: () => void
  /** Shows the key again; other groups are asked next time. */
  readonly onBack: () => void
  /** A verb. */
  readonly leaveLabel: string
}

/** Two groups by chance, typed from the paper: a sheet that jammed in the printer is found out now and not in ten years. */
export function SheetReadBack({ recoveryKey, onRead, onBack, leaveLabel }: SheetReadBackProps) {
  const { t } = useMessages()
  const groups = recoveryKey.split('-')
  const [asked] = useState(() => groupsToAsk(groups.length, throwDice()))
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [wrong, setWrong] = useState<readonly number[]>([])

  const read = (): void => {
    const differing = asked.filter(n => !isGroup(typed[n] ?? '', groups[n - 1] ?? ''))
    setWrong(differing)
    if (differing.length === 0) onRead()
  }
  return (
    <div className="read-back">
      <h2>{t('sheet.check')}</h2>
      <p>{t('sheet.check.about')}</p>
      {asked.map((n, index) => (
        <TextField
          key={n}
          label={t('sheet.check.group', { n })}
          error={wrong.includes(n) ? t('sheet.check.wrong', { n }) : null}
          value={typed[n] ?? ''}
          onChange={text => setTyped({ ...typed, [n]: text })}
          onEnter={read}
          maxLength={12}
          takesFocus={index === 0}
        />
      ))}
      <div className="keep-leave">
        <Act onAct={onBack}>{t('sheet.check.again')}</Act>
        <Act look="primary" size="large" keys="Ctrl+Enter" onAct={read}>
          {leaveLabel}
        </Act>
      </div>
    </div>
  )
}

function throwDice(): [number, number] {
  const [one = 0, other = 0] = crypto.getRandomValues(new Uint32Array(2))
  return [one, other]
}
