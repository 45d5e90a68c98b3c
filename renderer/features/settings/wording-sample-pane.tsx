import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { WordingSample } from '#shared/application/settings/ports'
import { slotsOf, type WordedLetter, type WordingSlot, type WordingTexts } from '#shared/domain/wording/office-wording'
import { useMessages } from '../../i18n/messages-provider'
import { PaperPreview } from '../../ui/paper-preview/paper-preview'
import { later } from '../../ui/states/later'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'

export interface WordingSamplePaneProps {
  readonly desk: Pick<Desk, 'wording'>
  readonly letter: WordedLetter
  readonly texts: WordingTexts
  /** The text that is worked on; null points at all that can be worded. */
  readonly slot: WordingSlot | null
  /** No sample is made of words that may not be saved; the last one stays in sight and says so. */
  readonly isFaulty: boolean
}

/** The letter as it would read, with the texts that the office may word pointed at. */
export function WordingSamplePane({ desk, letter, texts, slot, isFaulty }: WordingSamplePaneProps) {
  const { t } = useMessages()
  const { sample, isMaking } = useSample(desk.wording, { letter, texts, isFaulty })
  const isSlow = useLate(isMaking)
  const slots: readonly string[] = slot ? [slot] : slotsOf(letter)
  const images = sample?.images ?? []
  return (
    <section className="wording-sample" aria-label={t('wording.preview')}>
      <h3>{t('wording.preview')}</h3>
      <p role="status" className="settings-quiet">
        {isFaulty
          ? t('wording.noPreview')
          : isSlow
            ? t('wording.previewing')
            : sample === null && !isMaking
              ? t('wording.sampleFailed')
              : t('wording.pointed')}
      </p>
      {images.length > 0 ? (
        <PaperPreview
          images={images}
          label={t('wording.preview')}
          pageLabels={images.map((_, index) => t('replies.letter.page', { n: index + 1, of: images.length }))}
          spots={sample?.spots.filter(({ about }) => slots.includes(about))}
        />
      ) : isMaking ? (
        <ProgressLine>{t('wording.previewing')}</ProgressLine>
      ) : null}
    </section>
  )
}

const pause = 400
const imageWidth = 900

interface Wanted {
  readonly letter: WordedLetter
  readonly texts: WordingTexts
  readonly isFaulty: boolean
}

interface Made {
  readonly of: string
  readonly sample: WordingSample | null
}

/** `sample` undefined: none was made yet. */
function useSample({ sample }: Desk['wording'], { letter, texts, isFaulty }: Wanted) {
  const [made, setMade] = useState<Made>()
  const wanted = JSON.stringify([letter, texts])
  useEffect(() => {
    if (isFaulty) return
    let isCurrent = true
    const stop = later(() => {
      const [kind, words] = JSON.parse(wanted) as [WordedLetter, WordingTexts]
      void sample(kind, words, imageWidth).then(answer =>
        isCurrent ? setMade({ of: wanted, sample: answer }) : undefined,
      )
    }, pause)
    return () => {
      isCurrent = false
      stop()
    }
  }, [sample, wanted, isFaulty])
  return { sample: made?.sample, isMaking: !isFaulty && made?.of !== wanted }
}
