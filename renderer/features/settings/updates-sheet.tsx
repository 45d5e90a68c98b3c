import { useState } from 'react'
import type { TakenUpdate, UpdateCare, UpdateOutcome } from '#shared/application/settings/update-care'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { misplacedWords, outcomeWords } from '../../i18n/update-words'
import { Act } from '../../ui/acts/act'
import { Mark } from '../../ui/marks/mark'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { UpdateAtHeadquarters } from './update-at-headquarters'
import { UpdateDialog } from './update-dialog'
import { useUpdates } from './use-updates'

export interface UpdatesSheetProps {
  readonly updates: UpdateCare
  readonly today: CivilDate
  readonly adminOnly: string | undefined
}

/** Which program runs, what came of the last update, and the way from a file, or from headquarters, to the next one. */
export function UpdatesSheet({ updates, today, adminOnly }: UpdatesSheetProps) {
  const { t } = useMessages()
  const [isAsked, setAsked] = useState(false)
  const { state, isBusy, problem, choose, ask, fetch, stopFetch, drop } = useUpdates(updates)
  if (!state)
    return (
      <Sheet title={t('update.title')}>
        <ProgressLine>{t('settings.loading')}</ProgressLine>
      </Sheet>
    )
  const { version, platform, may, taken, offered } = state
  const misplaced = misplacedWords(state, t)
  return (
    <Sheet title={t('update.title')} aside={t('update.aside')}>
      <div className="settings-rows">
        <div className="settings-row">
          <div>
            <p className="settings-value">{t('update.version', { version, platform })}</p>
            {may === 'yes' ? null : <p className="settings-quiet">{t(`update.may.${may}`)}</p>}
            {state.last ? <LastUpdate last={state.last} today={today} /> : null}
            {misplaced ? (
              <p className="settings-state">
                <Mark flag="soon" />
                {misplaced}
              </p>
            ) : null}
          </div>
          {may === 'yes' && !state.fetching ? (
            <div className="settings-row-acts">
              {offered ? (
                <Act size="small" busy={isBusy} disabledBecause={adminOnly} onAct={() => void choose(true)}>
                  {t('update.takeOffered', { name: offered })}
                </Act>
              ) : null}
              <Act size="small" busy={isBusy} disabledBecause={adminOnly} onAct={() => void ask()}>
                {t('update.ask')}
              </Act>
              <Act size="small" busy={isBusy} disabledBecause={adminOnly} onAct={() => void choose(false)}>
                {t('update.choose')}
              </Act>
            </div>
          ) : null}
        </div>
        {may === 'yes' ? <UpdateAtHeadquarters {...{ state, isBusy, adminOnly, fetch, stopFetch }} /> : null}
        {taken ? (
          <TakenPackage {...{ taken, today, adminOnly }} onBegin={() => setAsked(true)} onDrop={() => void drop()} />
        ) : null}
      </div>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {taken && isAsked ? (
        <UpdateDialog taken={taken} from={version} updates={updates} onClose={() => setAsked(false)} />
      ) : null}
    </Sheet>
  )
}

function LastUpdate({ last, today }: { readonly last: UpdateOutcome; readonly today: CivilDate }) {
  const translator = useMessages()
  return (
    <p className="settings-state">
      <Mark flag={last.result === 'updated' ? 'done' : last.result === 'damaged' ? 'late' : 'provisional'} />
      {outcomeWords(last, today, translator)}
    </p>
  )
}

interface TakenPackageProps {
  readonly taken: TakenUpdate
  readonly today: CivilDate
  readonly adminOnly: string | undefined
  readonly onBegin: () => void
  readonly onDrop: () => void
}

function TakenPackage({ taken, today, adminOnly, onBegin, onDrop }: TakenPackageProps) {
  const { t, format, language } = useMessages()
  const notes = language === 'en' ? taken.notes.en : taken.notes.zh
  const at = format.moment(Date.parse(taken.madeAt), today)
  return (
    <div className="settings-row" role="group" aria-label={t('update.package')}>
      <div>
        <p className="settings-state" role="status">
          <Mark flag="done" />
          {t('update.taken', { version: taken.version })}
        </p>
        <p className="settings-value">
          {t('update.about', { file: taken.fileName, at, megabytes: format.count(Math.ceil(taken.bytes / 2 ** 20)) })}
        </p>
        {notes ? <p className="settings-value">{t('update.notes', { notes })}</p> : null}
        <p className="settings-quiet">{t('update.fingerprint', { fingerprint: fingerprint(taken.sha256) })}</p>
      </div>
      <div className="settings-row-acts">
        <Act size="small" disabledBecause={adminOnly} onAct={onDrop}>
          {t('update.drop')}
        </Act>
        <Act size="small" disabledBecause={adminOnly} onAct={onBegin}>
          {t('update.begin', { version: taken.version })}
        </Act>
      </div>
    </div>
  )
}

/** In groups of four, as it is read out over a telephone. */
const fingerprint = (sha256: string): string => (sha256.slice(0, 32).match(/.{4}/g) ?? []).join(' ')
