import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ShownMedium } from '#shared/application/media/ports'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { useMediumWords } from './medium-words'
import type { SeenMedia } from './use-media'
import { VerifyRunning } from './verify-running'

export interface MediaSheetProps {
  readonly desk: Pick<Desk, 'media'>
  readonly seen: SeenMedia
}

/** What lies on the media that are there: exports to be checked again, and what an export that was cut short left behind. */
export function MediaSheet({ desk, seen }: MediaSheetProps) {
  const { t } = useMessages()
  const media = (seen.media ?? []).filter(({ exports, leftovers }) => exports.length + leftovers.length > 0)
  if (media.length === 0 && !seen.problem) return null
  return (
    <Sheet title={t('media.onMedia')}>
      {seen.problem ? <ProblemNote sentence={problemSentence(seen.problem, t)} /> : null}
      {media.map(medium => (
        <OneMedium key={medium.mediumId} {...{ desk, seen, medium }} />
      ))}
    </Sheet>
  )
}

function OneMedium({ desk, seen, medium }: MediaSheetProps & { readonly medium: ShownMedium }) {
  const { t } = useMessages()
  const words = useMediumWords()
  const [checked, setChecked] = useState<Readonly<Record<string, boolean>>>({})
  const { isBusy, problem, run } = useRunning<Problem>()
  const [read, setRead] = useState<string | null>(null)
  const verify = async (folder: string): Promise<void> => {
    setRead(folder)
    const answer = await run(() => desk.media.verify(medium.mediumId, folder))
    setRead(null)
    if (answer) setChecked(now => ({ ...now, [folder]: answer.isWhole }))
  }
  const isCancelled = problem?.kind === 'checkCancelled' // by whoever sits here: the button is there again
  const remove = async (name: string): Promise<void> => {
    await run(() => desk.media.removeLeftover(medium.mediumId, name))
    await seen.look()
  }
  return (
    <div className="media-one">
      <h3>{words.title(medium)}</h3>
      <ul>
        {medium.exports.map(folder => (
          <li key={folder}>
            <span>{folder}</span>
            {checked[folder] === undefined ? (
              <Act size="small" busy={isBusy} onAct={() => void verify(folder)}>
                {t('media.verify')}
              </Act>
            ) : (
              <Status flag={checked[folder] ? 'done' : 'conflict'}>
                {t(checked[folder] ? 'media.whole' : 'media.notWhole')}
              </Status>
            )}
            {read === folder ? <VerifyRunning media={desk.media} mediumId={medium.mediumId} folder={folder} /> : null}
          </li>
        ))}
        {medium.leftovers.map(name => (
          <li key={name}>
            <span>{t('media.leftover', { name })}</span>
            <Act size="small" busy={isBusy} onAct={() => void remove(name)}>
              {t('media.removeLeftover')}
            </Act>
          </li>
        ))}
      </ul>
      {problem && !isCancelled ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </div>
  )
}
