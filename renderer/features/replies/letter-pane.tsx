import type { ReactNode } from 'react'
import type { PaperPart } from '#shared/application/desk'
import { paperProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { PaperGaps } from '../../ui/paper-preview/paper-gaps'
import { PaperPreview } from '../../ui/paper-preview/paper-preview'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'
import type { Pages } from './use-pages'

export interface LetterPaneProps {
  readonly title: string
  readonly pages: Pages
  /** Paragraphs that are pointed at, on screen only. */
  readonly pointed?: readonly PaperPart[]
  /** Shown where there is no letter yet. */
  readonly empty: string
  readonly acts?: ReactNode
  /** Between the head and the pages. */
  readonly children?: ReactNode
}

/** The letter beside the form. An old page stays in sight while the new one is set. */
export function LetterPane({ title, pages, pointed = [], empty, acts, children }: LetterPaneProps) {
  const translator = useMessages()
  const { t } = translator
  const { images, paper, problem, isComposing } = pages
  const isSlow = useLate(isComposing)
  return (
    <section className="letter-pane" aria-label={title}>
      <div className="letter-head">
        <h2>{title}</h2>
        <span role="status">
          {isSlow ? t('replies.letter.composing') : paper ? t('replies.letter.pages', { n: paper.pages }) : ''}
        </span>
        {acts}
      </div>
      {children}
      {problem && !isComposing ? (
        <p className="letter-problem" role="alert">
          {paperProblemSentence(problem, translator)}
        </p>
      ) : null}
      <PaperGaps gaps={paper?.gaps} />
      {images.length > 0 ? (
        <PaperPreview
          images={images}
          label={title}
          spots={paper?.spots?.filter(({ about }) => pointed.includes(about))}
          pageLabels={images.map((_, index) => t('replies.letter.page', { n: index + 1, of: images.length }))}
        />
      ) : (
        <div className="letter-empty">
          {isSlow ? (
            <ProgressLine>{t('replies.letter.composing')}</ProgressLine>
          ) : isComposing || problem ? null : (
            empty
          )}
        </div>
      )}
    </section>
  )
}
