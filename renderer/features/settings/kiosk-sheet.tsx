import { useEffect, useState } from 'react'
import type { KioskCare, KioskState } from '#shared/application/settings/ports'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { TextField } from '../../ui/fields/text-field'
import { Mark } from '../../ui/marks/mark'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'

export interface KioskSheetProps {
  readonly care: KioskCare
  readonly today: CivilDate
  readonly adminOnly: string | undefined
}

const everyFewSeconds = 3_000

/** The kiosk of this machine: opened and ended by whoever works here, its limits set by an administrator. */
export function KioskSheet({ care, today, adminOnly }: KioskSheetProps) {
  const { t, format } = useMessages()
  const { state, problem, ask } = useKiosk(care)
  const { edition } = state ?? { edition: null }
  return (
    <Sheet title={t('settings.kiosk')} aside={t('settings.kiosk.aside')}>
      {state ? (
        <div className="settings-rows">
          <div className="settings-row">
            <div>
              <p className="settings-state" role="status">
                <Mark flag={state.isOpen ? 'done' : 'provisional'} />
                {t(state.isOpen ? 'settings.kiosk.open' : 'settings.kiosk.closed')}
              </p>
              <p className="settings-value">
                {edition
                  ? t('settings.kiosk.edition', {
                      documents: edition.documents,
                      rows: edition.statusRows,
                      at: format.moment(edition.madeAt, today),
                    })
                  : t('settings.kiosk.noEdition')}
              </p>
              <p className="settings-quiet">{t('settings.kiosk.hint')}</p>
            </div>
            <div className="settings-row-acts">
              {state.isOpen ? (
                <Act size="small" onAct={() => ask(() => care.end())}>
                  {t('settings.kiosk.end')}
                </Act>
              ) : (
                <Act size="small" onAct={() => ask(() => care.start())}>
                  {t('settings.kiosk.start')}
                </Act>
              )}
            </div>
          </div>
          <Limits key={JSON.stringify(state.limits)} {...{ state, adminOnly, care, ask }} />
        </div>
      ) : (
        <ProgressLine>{t('settings.loading')}</ProgressLine>
      )}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Sheet>
  )
}

type Ask = (change: () => Promise<Result<KioskState, Problem>>) => void

function useKiosk(care: KioskCare): {
  readonly state: KioskState | null
  readonly problem: Problem | null
  readonly ask: Ask
} {
  const [state, setState] = useState<KioskState | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    let isShown = true
    const read = () =>
      void care.read().then(answer => {
        if (isShown && answer.ok) setState(answer.value)
      })
    read()
    const timer = setInterval(read, everyFewSeconds) // it publishes, and staff may end it at the kiosk itself
    return () => {
      isShown = false
      clearInterval(timer)
    }
  }, [care])
  const ask: Ask = change => {
    setProblem(null)
    void change().then(answer => (answer.ok ? setState(answer.value) : setProblem(answer.problem)))
  }
  return { state, problem, ask }
}

interface LimitsProps {
  readonly state: KioskState
  readonly care: KioskCare
  readonly ask: Ask
  readonly adminOnly: string | undefined
}

function Limits({ state: { limits }, care, ask, adminOnly }: LimitsProps) {
  const { t } = useMessages()
  const [idle, setIdle] = useState(String(limits.idleSeconds))
  const [pages, setPages] = useState(String(limits.mostPages))
  const [wasTried, setTried] = useState(false)
  const next = { idleSeconds: Number(idle), mostPages: Number(pages) }
  const isWithin = isCount(idle, [10, 900]) && isCount(pages, [1, 100])
  const save = () => {
    setTried(true)
    if (isWithin) ask(() => care.setLimits(next))
  }
  return (
    <div className="settings-row">
      <TextField
        label={t('settings.kiosk.idleSeconds')}
        value={idle}
        inputMode="numeric"
        disabled={adminOnly !== undefined}
        onChange={setIdle}
        onEnter={save}
        error={wasTried && !isWithin ? t('settings.kiosk.bounds') : null}
      />
      <TextField
        label={t('settings.kiosk.mostPages')}
        value={pages}
        inputMode="numeric"
        disabled={adminOnly !== undefined}
        onChange={setPages}
        onEnter={save}
      />
      <div className="settings-row-acts">
        <Act size="small" disabledBecause={adminOnly} onAct={save}>
          {t('settings.kiosk.save')}
        </Act>
      </div>
    </div>
  )
}

const isCount = (typed: string, [least, most]: readonly [number, number]): boolean =>
  /^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most
