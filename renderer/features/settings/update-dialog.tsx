import { useEffect, useState } from 'react'
import type { CheckedBefore, TakenUpdate, UpdateCare } from '#shared/application/settings/update-care'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { Mark } from '../../ui/marks/mark'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useRunning } from '../../ui/states/use-running'

export interface UpdateDialogProps {
  readonly taken: TakenUpdate
  /** The version that runs. */
  readonly from: string
  readonly updates: UpdateCare
  readonly onClose: () => void
}

/** What an update does, what stays, what to do where it fails; the database is read whole before it may begin. */
export function UpdateDialog({ taken, from, updates, onClose }: UpdateDialogProps) {
  const { t } = useMessages()
  const check = useCheckBefore(updates)
  const { isBusy, problem, run } = useRunning<Problem>()
  const [handed, setHanded] = useState<'opened' | 'shown' | null>(null)
  const start = async (): Promise<void> => {
    const done = await run(() => updates.start())
    if (done) setHanded(done.outcome)
  }
  const failed = problem ?? check.problem
  return (
    <Dialog
      open
      width={640}
      help="updating"
      title={t('update.dialog', { from, to: taken.version })}
      {...(handed ? {} : { onClose })}
      acts={
        handed ? null : (
          <>
            <Act showsKeys="Esc" onAct={onClose}>
              {t('update.later')}
            </Act>
            <Act
              look="primary"
              keys="Ctrl+Enter"
              busy={isBusy}
              disabledBecause={check.found ? undefined : t(check.problem ? 'update.notSound' : 'update.checking')}
              onAct={() => void start()}
            >
              {t('update.start')}
            </Act>
          </>
        )
      }
    >
      <div className="settings-form update-plan">
        <Plan title={t('update.does')} lines={doesOf(taken.kind).map(line => t(line))} />
        <Plan title={t('update.keeps')} lines={[t('update.keeps.data'), t('update.keeps.settings')]} />
        <Plan title={t('update.fails')} lines={[t('update.fails.again'), t('update.fails.damaged')]} />
        <div aria-live="polite">
          {handed ? <ProgressLine>{t(`update.handed.${handed}`)}</ProgressLine> : <CheckLine check={check} />}
        </div>
      </div>
      {failed ? <ProblemNote sentence={problemSentence(failed, t)} /> : null}
    </Dialog>
  )
}

const doesOf = (kind: TakenUpdate['kind']) =>
  [
    'update.does.check',
    kind === 'appimage' ? 'update.does.show' : 'update.does.open',
    'update.does.end',
    'update.does.after',
  ] as const

function Plan({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

interface BeforeCheck {
  readonly found: CheckedBefore | null
  readonly problem: Problem | null
}

function CheckLine({ check: { found, problem } }: { readonly check: BeforeCheck }) {
  const { t, format } = useMessages()
  if (problem) return null
  if (!found) return <ProgressLine>{t('update.checking')}</ProgressLine>
  return (
    <>
      <p className="settings-state">
        <Mark flag="done" />
        {t('update.sound', { acts: format.count(found.acts), rows: format.count(found.rows) })}
      </p>
      {found.hasCopy ? null : (
        <p className="settings-state">
          <Mark flag="soon" />
          {t('update.noCopy')}
        </p>
      )}
    </>
  )
}

/** Begins with the dialog: by the time the plan was read, most journals have been. */
function useCheckBefore(updates: UpdateCare): BeforeCheck {
  const [check, setCheck] = useState<BeforeCheck>({ found: null, problem: null })
  useEffect(() => {
    let isShown = true
    void updates.checkBefore().then(answer => {
      if (isShown)
        setCheck(answer.ok ? { found: answer.value, problem: null } : { found: null, problem: answer.problem })
    })
    return () => void (isShown = false)
  }, [updates])
  return check
}
