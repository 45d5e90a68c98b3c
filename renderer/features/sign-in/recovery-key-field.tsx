import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { typedGroups, type TypedGroup } from './recovery-key-groups'

export interface RecoveryKeyGroupsProps {
  readonly typed: string
  /** The group that main named, counted from 1. */
  readonly mistyped: number | null
}

/** What was typed, laid out as on the sheet, so that it can be compared group by group. */
export function RecoveryKeyGroups({ typed, mistyped }: RecoveryKeyGroupsProps) {
  const { t } = useMessages()
  return (
    <ol className="typed-groups" aria-label={t('recovery.groups')}>
      {typedGroups(typed, mistyped).map(group => (
        <li key={group.n} className={`typed-group typed-${group.state}`} aria-label={sentenceFor(group, t)}>
          <span aria-hidden="true">{group.n}</span>
          <b aria-hidden="true">{group.text.padEnd(4, '·')}</b>
        </li>
      ))}
    </ol>
  )
}

function sentenceFor({ n, text, state }: TypedGroup, t: Translate): string {
  if (state === 'empty') return t('recovery.groupEmpty', { n })
  return t(
    state === 'full' ? 'recovery.group' : state === 'partial' ? 'recovery.groupPartial' : 'recovery.groupWrong',
    {
      n,
      text,
    },
  )
}
