import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { readRegistrationDraft } from '#shared/application/reception/registration-draft'
import { emptyRegistration } from '#shared/application/reception/registration-form'
import type { RequestId } from '#shared/domain/requests/request-facts'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { ProgressLine } from '../../ui/states/progress-line'
import { DraftGone, DraftNotLoaded } from './draft-trouble'
import { RegistrationPage, type StartOfForm } from './registration-page'
import './reception.css'

export interface RegistrationDeskProps {
  readonly desk: Desk
  /** Of the draft; a form keeps it for as long as it is the same form. */
  readonly draftName: string
  /** The form begins empty: nothing can be sealed under this name yet. */
  readonly isNew: boolean
  /** The draft now lies sealed under its name, or, emptied again, lies there no longer. */
  readonly onKept: (isKept: boolean) => void
  /** Begins an empty form in place of a draft that is gone. */
  readonly onFresh: () => void
  /** `wantsReceipt` is false where the clerk chose 只登记. */
  readonly onRegistered: (requestId: RequestId, wantsReceipt: boolean) => void
  readonly onLeave: () => void
  /** To an earlier request that this one may repeat. */
  readonly onOpenEarlier: (requestId: RequestId) => void
}

/** 受理: the registration form, over a draft that survives a crash. */
export function RegistrationDesk(props: RegistrationDeskProps) {
  const { draftName } = props
  const [isNew] = useState(props.isNew) // once it is sealed it is still the same form
  return isNew ? <FreshForm {...props} /> : <DraftedForm {...props} name={draftName} />
}

function FreshForm(props: RegistrationDeskProps) {
  const { desk, draftName } = props
  const [start] = useState<StartOfForm>(() => ({
    name: draftName,
    form: emptyRegistration(desk.today, ''),
    savedAt: null,
  }))
  return <RegistrationPage {...props} start={start} />
}

type Fetched =
  | { readonly kind: 'fetching' | 'gone' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'ready'; readonly start: StartOfForm }

function DraftedForm(props: RegistrationDeskProps & { readonly name: string }) {
  const { desk, name, onFresh, onLeave } = props
  const { t } = useMessages()
  const [fetched, fetchAgain] = useDraft(desk, name)
  switch (fetched.kind) {
    case 'fetching':
      return (
        <div className="reception-waits">
          <ProgressLine>{t('reception.draft.loading')}</ProgressLine>
        </div>
      )
    case 'gone':
      return <DraftGone onFresh={onFresh} onLeave={onLeave} />
    case 'failed':
      return <DraftNotLoaded problem={fetched.problem} onAgain={fetchAgain} onLeave={onLeave} />
    case 'ready':
      return <RegistrationPage {...props} start={fetched.start} />
  }
}

function useDraft({ drafts, today }: Desk, name: string): readonly [Fetched, () => void] {
  const [fetched, setFetched] = useState<Fetched>({ kind: 'fetching' })
  const [attempt, setAttempt] = useState(0)
  const [openedOn] = useState(today) // midnight must not fetch again what is being typed
  useEffect(() => {
    let isHere = true
    void drafts.load(name).then(draft => {
      if (!isHere) return
      if (!draft.ok && draft.problem.kind !== 'notFound') return setFetched({ kind: 'failed', problem: draft.problem })
      if (!draft.ok || draft.value === null) return setFetched({ kind: 'gone' })
      const { content, savedAt } = draft.value
      setFetched({ kind: 'ready', start: { name, form: readRegistrationDraft(content, openedOn), savedAt } })
    })
    return () => {
      isHere = false
    }
  }, [drafts, name, openedOn, attempt])
  const again = (): void => {
    setFetched({ kind: 'fetching' })
    setAttempt(attempt + 1)
  }
  return [fetched, again]
}
