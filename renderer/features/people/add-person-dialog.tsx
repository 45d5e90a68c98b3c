import { useState } from 'react'
import type { FrontDoor } from '#shared/application/front-door'
import { shortestPassword } from '#shared/application/new-password'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { emptyPersonForm, longestName, newPersonProblems, type NewPersonForm } from './new-person-form'
import { NewPasswordFields } from './new-password-fields'
import { PostChoices } from './post-choices'

export interface AddPersonDialogProps {
  readonly frontDoor: Pick<FrontDoor, 'addPerson'>
  readonly knownNames: readonly string[]
  readonly onAdded: (name: string) => void
  readonly onClose: () => void
}

/** The person types the first password themselves, so that nobody else ever knew it. */
export function AddPersonDialog({ frontDoor, knownNames, onAdded, onClose }: AddPersonDialogProps) {
  const { t } = useMessages()
  const [form, setForm] = useState(emptyPersonForm)
  const [wasTried, setWasTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const problems = newPersonProblems(form, knownNames)
  const shown = wasTried ? problems : null
  const change = (changed: Partial<NewPersonForm>): void => setForm({ ...form, ...changed })

  const add = async (): Promise<void> => {
    setWasTried(true)
    if (busy || problems) return
    setBusy(true)
    const name = form.name.trim()
    const answer = await frontDoor.addPerson({ name, posts: [...form.posts], password: form.password })
    setBusy(false)
    if (answer.ok) onAdded(name)
    else setRefusal(answer.problem)
  }

  return (
    <Dialog
      open
      title={t('people.adding.title')}
      width={640}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('people.adding.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={busy} onAct={() => void add()}>
            {busy ? t('people.adding.busy') : t('people.adding.add')}
          </Act>
        </>
      }
    >
      <div className="people-form">
        <TextField
          label={t('people.adding.name')}
          hint={t('people.adding.nameHint')}
          error={shown?.name ? t(`people.adding.${shown.name}`, { atMost: longestName, name: form.name.trim() }) : null}
          value={form.name}
          onChange={name => change({ name })}
          takesFocus
        />
        <PostChoices posts={form.posts} onChange={posts => change({ posts })} isMissing={shown?.noPost ?? false} />
        <NewPasswordFields
          labels={{ password: t('people.adding.password'), again: t('people.adding.again') }}
          hint={t('people.adding.passwordHint', { atLeast: shortestPassword })}
          password={form.password}
          again={form.again}
          onChange={change}
          problem={shown?.password ?? null}
        />
      </div>
      {refusal ? <ProblemNote sentence={problemSentence(refusal, t)} /> : null}
    </Dialog>
  )
}
