import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { ProgressLine } from '../../ui/states/progress-line'
import type { Shift } from './use-shift'

export interface ShiftNewsProps {
  readonly shift: Shift
  /** What is said when all went through. */
  readonly done: (n: number) => string
}

/** How far it is; then what went through, and each case that did not, with its reason. */
export function ShiftNews({ shift, done }: ShiftNewsProps) {
  const { t } = useMessages()
  if (shift.kind === 'idle') return null
  if (shift.kind === 'running')
    return (
      <ProgressLine done={shift.done} total={shift.total}>
        {t('hands.shift.running', { done: shift.done, total: shift.total })}
      </ProgressLine>
    )
  const failed = shift.outcomes.flatMap(({ record, problem }) => (problem ? [{ record, problem }] : []))
  return (
    <>
      <p role="status">{done(shift.outcomes.length - failed.length)}</p>
      {failed.length > 0 ? (
        <div role="alert">
          <p>{t('hands.shift.failed', { n: failed.length })}</p>
          <ul className="hands-failed">
            {failed.map(({ record, problem }) => (
              <li key={record.requestId}>
                {t('hands.shift.failedOne', { no: record.request.requestNo, why: problemSentence(problem, t).what })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}
