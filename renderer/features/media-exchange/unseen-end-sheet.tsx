import { useEffect, useState } from 'react'
import type { MediaExchange, UnseenEnd } from '#shared/application/media/ports'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'

/** What became of an export, an import or a check over which the desk was locked: the first thing that whoever comes back wants to know. */
export function UnseenEndSheet({ media }: { readonly media: Pick<MediaExchange, 'unseenEnd' | 'forgetEnd'> }) {
  const { t } = useMessages()
  const [unseen, setUnseen] = useState<UnseenEnd | null>(null)
  useEffect(() => {
    let isGone = false
    void media.unseenEnd().then(answer => {
      if (!isGone && answer.ok) setUnseen(answer.value)
    })
    return () => void (isGone = true)
  }, [media])
  if (!unseen) return null
  const forget = (): void => {
    setUnseen(null)
    void media.forgetEnd()
  }
  const { what, name } = unseen
  return (
    <Sheet title={t(`media.unseen.${what}`, { name })} acts={<Act onAct={forget}>{t('media.unseen.seen')}</Act>}>
      <div className="media-form" role="status">
        <End of={unseen} />
      </div>
    </Sheet>
  )
}

const stoppedWords = {
  export: 'media.unseen.stopped',
  import: 'media.unseen.import.stopped',
  check: 'media.unseen.check.stopped',
} as const

function End({ of: { what, end } }: { readonly of: UnseenEnd }) {
  const { t } = useMessages()
  if (end.kind === 'failed') return <ProblemNote sentence={problemSentence(end.problem, t)} />
  if (end.kind === 'checked')
    return (
      <>
        <Status flag={end.isWhole ? 'done' : 'conflict'}>{t(end.isWhole ? 'media.whole' : 'media.notWhole')}</Status>
        <p>{t('media.unseen.check.ended')}</p>
      </>
    )
  const words = (): string => {
    if (end.kind === 'stopped') return t(stoppedWords[what])
    if (what === 'import') return t('media.unseen.import.finished')
    return t(end.mayBePulled ? 'media.unseen.export.finished.pull' : 'media.unseen.export.finished.eject')
  }
  return (
    <>
      <Status flag={end.kind === 'stopped' ? 'conflict' : 'done'}>{t(`media.unseen.${end.kind}.mark`)}</Status>
      <p>{words()}</p>
    </>
  )
}
