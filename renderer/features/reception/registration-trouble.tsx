import type { DraftState } from '#shared/application/drafts/sealed-draft'
import type { Problem } from '#shared/contracts/problems'
import { problemSentence } from '../../i18n/problems'
import type { Translator } from '../../i18n/translator'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ErrorPanel, type KeptThing } from '../../ui/states/error-panel'

export type Trouble =
  | { readonly kind: 'notRegistered'; readonly problem: Problem; readonly draft: DraftState }
  | { readonly kind: 'draftNotSaved'; readonly problem: Problem }

export interface RegistrationTroubleProps {
  readonly trouble: Trouble
  /** The journal takes no acts, so that registering again cannot help. */
  readonly isReadOnly: boolean
  /** Does again what failed. */
  readonly onAgain: () => void
  readonly onBack: () => void
  readonly onLeaveAnyway: () => void
}

/** What happened, what was kept, what to do next, above the form, which keeps everything that was typed. */
export function RegistrationTrouble(props: RegistrationTroubleProps) {
  const { trouble, isReadOnly, onAgain, onBack, onLeaveAnyway } = props
  const translator = useMessages()
  const { t } = translator
  const { what, next } = problemSentence(trouble.problem, t)
  const isRegistering = trouble.kind === 'notRegistered'
  return (
    <ErrorPanel
      title={t(isRegistering ? 'reception.failed.title' : 'reception.leave.failed')}
      kept={keptIn(trouble, translator)}
      acts={
        <>
          {isRegistering && isReadOnly ? null : (
            <Act look="primary" onAct={onAgain}>
              {t(isRegistering ? 'reception.failed.again' : 'reception.leave.again')}
            </Act>
          )}
          <Act onAct={onBack}>{t('reception.failed.back')}</Act>
          {isRegistering ? null : (
            <Act look="quiet" onAct={onLeaveAnyway}>
              {t('reception.leave.withoutDraft')}
            </Act>
          )}
        </>
      }
      {...(trouble.problem.kind === 'failed' ? { reference: trouble.problem.reference } : {})}
    >
      {what}
      {isRegistering && trouble.problem.kind === 'failed' ? t('reception.failed.uncertain') : next}
    </ErrorPanel>
  )
}

function keptIn(trouble: Trouble, { t, format }: Translator): readonly KeptThing[] {
  const onScreen: KeptThing = { what: t('reception.failed.kept'), state: t('reception.failed.keptOnScreen') }
  const lost: KeptThing = {
    flag: 'late',
    what: t('reception.failed.draft'),
    state: t('reception.failed.draftNotSaved'),
  }
  if (trouble.kind === 'draftNotSaved') return [onScreen, lost]
  const draft: KeptThing =
    trouble.draft.kind === 'saved'
      ? {
          what: t('reception.failed.draft'),
          state: t('reception.failed.draftSaved', { time: format.time(trouble.draft.savedAt) }),
        }
      : lost
  if (trouble.problem.kind === 'failed') return [onScreen, draft]
  const number: KeptThing = { what: t('reception.failed.number'), state: t('reception.failed.numberFree') }
  return [onScreen, draft, number]
}
