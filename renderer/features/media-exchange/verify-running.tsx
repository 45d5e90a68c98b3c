import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { HowFar, MediaExchange } from '#shared/application/media/ports'
import { durationWords } from '../../i18n/duration-words'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ProgressLine } from '../../ui/states/progress-line'
import { megabytesOf } from './megabytes-of'
import { useHowFar } from './use-how-far'

export interface VerifyRunningProps {
  readonly media: Pick<MediaExchange, 'verifyProgress' | 'cancelVerify'>
  readonly mediumId: string
  readonly folder: string
}

/** In the line of an export that is being read again. Gone with the focus in it, it gives that back to the line's button. */
export function VerifyRunning({ media, mediumId, folder }: VerifyRunningProps) {
  const { t } = useMessages()
  const [isCancelling, setCancelling] = useState(false)
  const ask = useCallback(() => media.verifyProgress(mediumId, folder), [media, mediumId, folder])
  const shown = useHowFar(true, ask)
  const isShown = shown !== null
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const own = box.current
    return () => {
      if (own?.contains(document.activeElement)) own.parentElement?.querySelector('button')?.focus()
    }
  }, [isShown])
  if (!shown) return null
  const { howFar } = shown
  const cancel = (): void => {
    setCancelling(true)
    void media.cancelVerify(mediumId, folder)
  }
  return (
    <div ref={box} className="media-running">
      <ProgressLine
        {...(howFar ? { done: howFar.done, total: howFar.of } : {})}
        act={
          <Act size="small" busy={isCancelling} onAct={cancel}>
            {t('media.cancelVerify')}
          </Act>
        }
      >
        {howFar ? verifyWords(howFar, t) : t('media.verifying')}
      </ProgressLine>
      <p className="media-quiet">{t('media.dontPull')}</p>
    </div>
  )
}

export function verifyWords({ done, of, remainingSeconds: left }: HowFar, t: Translate): string {
  const words = [t('media.verifyingOf', { done: megabytesOf(done), of: megabytesOf(of) })]
  if (left !== null) words.push(t('media.remaining', { time: durationWords(left, t) }))
  return words.join(t('media.in.space'))
}
