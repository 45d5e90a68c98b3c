import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence, type ProblemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { ProblemNote } from '../../ui/states/problem-note'
import { TextField } from '../../ui/fields/text-field'
import { narrowingsOf, type Condition } from './list-condition'
import { loadConditions, savedConditionsName, withCondition, type SavedCondition } from './saved-conditions'

export interface SavedBarProps {
  readonly desk: Pick<Desk, 'drafts' | 'me'>
  readonly condition: Condition
  readonly onCondition: (condition: Condition) => void
}

/** Conditions that were saved, one press each; and the way to save the one on screen. */
export function SavedBar({ desk, condition, onCondition }: SavedBarProps) {
  const { t } = useMessages()
  const { drafts, me } = desk
  const [saved, setSaved] = useState<readonly SavedCondition[]>([])
  const [isNaming, setNaming] = useState(false)
  const [problem, setProblem] = useState<ProblemSentence | null>(null)
  useEffect(() => void loadConditions(drafts, me.personId).then(setSaved), [drafts, me.personId])
  const keep = async (next: readonly SavedCondition[]): Promise<void> => {
    const written = await drafts.save(savedConditionsName(me.personId), next)
    if (written.ok) setSaved(next)
    setProblem(written.ok ? null : problemSentence(written.problem, t))
  }
  const isWorthSaving = condition.text.trim() !== '' || narrowingsOf(condition).length > 0
  const key = JSON.stringify(condition)
  if (saved.length === 0 && !isWorthSaving) return null
  return (
    <div className="list-saved" role="group" aria-label={t('lists.saved')}>
      {saved.map(each => (
        <span key={each.name} className="list-saved-one">
          <button
            type="button"
            className="list-chip"
            aria-pressed={JSON.stringify(each.condition) === key}
            onClick={() => onCondition(each.condition)}
          >
            {each.name}
          </button>
          <Act look="quiet" size="small" onAct={() => void keep(saved.filter(one => one !== each))}>
            {t('lists.forget', { name: each.name })}
          </Act>
        </span>
      ))}
      {isWorthSaving ? (
        <Act look="quiet" onAct={() => setNaming(true)}>
          {t('lists.save')}
        </Act>
      ) : null}
      {problem ? <ProblemNote sentence={problem} /> : null}
      {isNaming ? (
        <NameDialog
          onName={name => void keep(withCondition(saved, { name, condition }))}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </div>
  )
}

function NameDialog({ onName, onClose }: { readonly onName: (name: string) => void; readonly onClose: () => void }) {
  const { t } = useMessages()
  const [name, setName] = useState('')
  const typed = name.trim()
  const save = (): void => {
    onName(typed)
    onClose()
  }
  return (
    <Dialog
      open
      title={t('lists.save')}
      width={420}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            disabledBecause={typed === '' ? t('lists.nameFirst') : undefined}
            onAct={save}
          >
            {t('lists.saveDo')}
          </Act>
        </>
      }
    >
      <TextField label={t('lists.name')} value={name} onChange={setName} hint={t('lists.nameHint')} takesFocus />
    </Dialog>
  )
}
