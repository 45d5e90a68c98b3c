import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { readRegistrationDraft, registrationDraftName } from '#shared/application/reception/registration-draft'
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
  /** A draft that was put aside; left out, the form begins empty. */
  readonly draftName?: string | undefined
  /** `wantsReceipt` is false where the clerk chose 只登记. */
  readonly onRegistered: (requestId: RequestId, wantsReceipt: boolean) => void
  readonly onLeave: () => void
  /** To an earlier request that this one may repeat. */
  readonly onOpenEarlier: (requestId: RequestId) => void
}

/** 受理: the registration form, over a draft that survives a crash. */
export function RegistrationDesk(props: RegistrationDeskProps) {
  const { draftName } = props
  return draftName === undefined ? (
    <FreshForm {...props} />
  ) : (
    <DraftedForm key={draftName} {...props} name={draftName} />
  )
}

function FreshForm(props: RegistrationDeskProps) {
  const { desk } = props
  const [start] = useState<StartOfForm>(() => ({
    name: registrationDraftName(desk.newId()),
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
  const { desk, name, onLeave } = props
  const { t } = useMessages()
  const [fetched, fetchAgain] = useDraft(desk, name)
  const [isFresh, setFresh] = useState(false)
  if (isFresh) return <FreshForm {...props} />
  switch (fetched.kind) {
    case 'fetching':
      return (
        <div className="reception-waits">
          <ProgressLine>{t('reception.draft.loading')}</ProgressLine>
        </div>
      )
    case 'gone':
      return <DraftGone onFresh={() => setFresh(true)} onLeave={onLeave} />
    case 'failed':
      return <DraftNotLoaded problem={fetched.problem} onAgain={fetchAgain} onLeave={onLeave} />
    case 'ready':
      return <RegistrationPage {...props} start={fetched.start} />
  }
}

function useDraft({ drafts, today }: Desk, name: string): readonly [Fetched, () => void] {
  const [fetched, setFetched] = useState<Fetched>({ kind: 'fetching' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isHere = true
    void drafts.load(name).then(draft => {
      if (!isHere) return
      if (!draft.ok && draft.problem.kind !== 'notFound') return setFetched({ kind: 'failed', problem: draft.problem })
      if (!draft.ok || draft.value === null) return setFetched({ kind: 'gone' })
      const { content, savedAt } = draft.value
      setFetched({ kind: 'ready', start: { name, form: readRegistrationDraft(content, today), savedAt } })
    })
    return () => {
      isHere = false
    }
  }, [drafts, name, today, attempt])
  const again = (): void => {
    setFetched({ kind: 'fetching' })
    setAttempt(attempt + 1)
  }
  return [fetched, again]
}
