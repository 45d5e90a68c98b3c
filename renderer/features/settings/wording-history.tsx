import {
  wordingHistory,
  type TextChange,
  type WordingForm,
  type WordingStep,
} from '#shared/application/settings/wording-form'
import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { WordedLetter, WordingVersion } from '#shared/domain/wording/office-wording'
import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'

interface Readers {
  readonly today: CivilDate
  readonly nameOf: (personId: string) => string
}

/** Whose words this letter speaks now. */
export function WordingNow({ version, today, nameOf }: Readers & { readonly version: WordingVersion | undefined }) {
  const { t, format } = useMessages()
  if (!version || Object.keys(version.texts).length === 0)
    return <p className="settings-quiet">{t('wording.now.program')}</p>
  const { at, actor } = version.by
  const when = { day: format.dayNear(civilDateAt(at), today), time: format.time(at) }
  return (
    <p className="settings-quiet">
      {t('wording.now.office', { version: version.version, ...when, name: nameOf(actor) })}
    </p>
  )
}

export interface WordingHistoryProps extends Readers {
  readonly versions: readonly WordingVersion[]
  readonly letter: WordedLetter
  /** Puts the texts of a version into the editor; saving them is a version of its own. */
  readonly onRestore: (texts: WordingForm, version: number) => void
}

/** Every version with who, when and what it changed, the latest first. */
export function WordingHistory({ versions, letter, onRestore, ...readers }: WordingHistoryProps) {
  const { t } = useMessages()
  const steps = wordingHistory(versions, letter)
  return (
    <section className="wording-history">
      <h3>{t('wording.history')}</h3>
      {steps.length === 0 ? <p className="settings-quiet">{t('wording.history.none')}</p> : null}
      <ol>
        {steps.map((step, index) => (
          <Step key={step.version.version} step={step} isNow={index === 0} onRestore={onRestore} {...readers} />
        ))}
      </ol>
    </section>
  )
}

interface StepProps extends Readers, Pick<WordingHistoryProps, 'onRestore'> {
  readonly step: WordingStep
  readonly isNow: boolean
}

function Step({ step: { version, changes }, isNow, today, nameOf, onRestore }: StepProps) {
  const { t, format } = useMessages()
  const { at, actor } = version.by
  const n = version.version
  return (
    <li>
      <p>
        <b>
          {t('wording.history.line', {
            version: n,
            day: format.dayNear(civilDateAt(at), today),
            time: format.time(at),
            name: nameOf(actor),
          })}
        </b>{' '}
        {isNow ? null : (
          <TextLink onAct={() => onRestore(version.texts, n)}>{t('wording.history.restore', { version: n })}</TextLink>
        )}
      </p>
      {Object.keys(version.texts).length === 0 ? <p>{t('wording.history.program')}</p> : null}
      {changes.length === 0 ? <p>{t('wording.history.same')}</p> : null}
      {changes.map(({ slot, ...change }) => (
        <p key={slot} className="wording-change">
          {t('wording.history.slot', { slot: t(`wording.slot.${slot}`) })}
          <Change {...change} />
        </p>
      ))}
    </li>
  )
}

/** Said as well as struck through or underlined: a reader hears no colour. */
function Change({ start, removed, added, end }: TextChange) {
  const { t } = useMessages()
  return (
    <>
      {start}
      {removed ? (
        <del>
          <span className="unseen">{t('wording.diff.removed')}</span>
          {removed}
        </del>
      ) : null}
      {added ? (
        <ins>
          <span className="unseen">{t('wording.diff.added')}</span>
          {added}
        </ins>
      ) : null}
      {end}
    </>
  )
}
