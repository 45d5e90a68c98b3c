import type { Desk } from '#shared/application/desk'
import { emptyVisit, readVisitDraft } from '#shared/application/visits/visit-form'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { EmptyState } from '../../ui/states/empty-state'
import { ProgressLine } from '../../ui/states/progress-line'
import { SignInPage } from './sign-in-page'
import { useFetchedDraft } from './use-kept-form'
import './reading-room.css'

export interface SignInDeskProps {
  readonly desk: Desk
  readonly draftName: string
  /** Nobody has typed into it before this page: there is nothing to fetch. */
  readonly isNew: boolean
  readonly onKept: (isKept: boolean) => void
  readonly onSignedIn: (visitId: VisitId) => void
  readonly onFresh: () => void
  readonly onLeave: () => void
}

/** 登记来访: a new form, or one that was put aside or outlived a crash. */
export function SignInDesk(props: SignInDeskProps) {
  const { desk, draftName, isNew, onFresh, onLeave } = props
  const { t } = useMessages()
  const fetched = useFetchedDraft(desk, isNew ? null : draftName, readVisitDraft)
  if (isNew) return <SignInPage {...props} start={{ name: draftName, form: emptyVisit, savedAt: null }} />
  if (fetched.kind === 'fetching') return <ProgressLine>{t('room.form.loading')}</ProgressLine>
  if (fetched.kind === 'ready') return <SignInPage {...props} start={fetched.start} />
  return (
    <EmptyState
      title={t('room.form.gone')}
      acts={
        <>
          <Act look="primary" takesFocus onAct={onFresh}>
            {t('room.signIn')}
          </Act>
          <Act keys="Esc" onAct={onLeave}>
            {t('room.back')}
          </Act>
        </>
      }
    />
  )
}
