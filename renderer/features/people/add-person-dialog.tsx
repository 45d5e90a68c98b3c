import { useState } from 'react'
import type { FrontDoor } from '#shared/application/front-door'
import { shortestPassword } from '#shared/application/new-password'
import { useMessages } from '../../i18n/messages-provider'
import { OneActDialog } from '../../ui/dialogs/one-act-dialog'
import { TextField } from '../../ui/fields/text-field'
import { emptyPersonForm, longestName, newPersonProblems, type NewPersonForm } from './new-person-form'
import { NewPasswordFields } from './new-password-fields'
import { PostChoices } from './post-choices'

export interface AddPersonDialogProps {
  readonly frontDoor: Pick<FrontDoor, 'addPerson'>
  readonly knownNames: readonly string[]
  /** The office has further machines, each with a lock of its own. */
  readonly isOneOfSeveral: boolean
  readonly onAdded: (name: string) => void
  readonly onClose: () => void
}

/** The person types the first password themselves, so that nobody else ever knew it. */
export function AddPersonDialog({ frontDoor, knownNames, isOneOfSeveral, onAdded, onClose }: AddPersonDialogProps) {
  const { t } = useMessages()
  const [form, setForm] = useState(emptyPersonForm)
  const [wasTried, setWasTried] = useState(false)
  const problems = newPersonProblems(form, knownNames)
  const shown = wasTried ? problems : null
  const change = (changed: Partial<NewPersonForm>): void => setForm({ ...form, ...changed })

  const name = form.name.trim()
  const add = () => {
    setWasTried(true)
    return problems ? null : frontDoor.addPerson({ name, posts: [...form.posts], password: form.password })
  }

  return (
    <OneActDialog
      title={t('people.adding.title')}
      width={640}
      does={t('people.adding.add')}
      doing={t('people.adding.busy')}
      cancels={t('people.adding.cancel')}
      act={add}
      onDone={() => onAdded(name)}
      onClose={onClose}
    >
      <div className="people-form">
        <TextField
          label={t('people.adding.name')}
          hint={t('people.adding.nameHint')}
          error={shown?.name ? t(`people.adding.${shown.name}`, { atMost: longestName, name }) : null}
          value={form.name}
          onChange={typed => change({ name: typed })}
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
        {isOneOfSeveral ? <p>{t('people.adding.thisMachine')}</p> : null}
      </div>
    </OneActDialog>
  )
}
