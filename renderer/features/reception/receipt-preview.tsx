import { paperProblemSentence } from '../../i18n/field-problem-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { PaperGaps } from '../../ui/paper-preview/paper-gaps'
import { PaperPreview } from '../../ui/paper-preview/paper-preview'
import { ProgressLine } from '../../ui/states/progress-line'
import type { PaperInHand, ReceiptPaper } from './use-receipt-papers'

export interface ReceiptPreviewProps {
  readonly papers: readonly ReceiptPaper[]
  readonly shown: ReceiptPaper
  readonly onShow: (kind: ReceiptPaper) => void
  readonly inHand: PaperInHand
  readonly onAgain: () => void
}

/** One of the two papers as it will come out of the printer. */
export function ReceiptPreview({ papers, shown, onShow, inHand, onAgain }: ReceiptPreviewProps) {
  const { t } = useMessages()
  return (
    <div className="receipt-paper">
      <ChoiceGroup
        label={t('receipt.preview')}
        labelUnseen
        choices={papers.map(value => ({ value, label: t(`receipt.paper.${value}`) }))}
        value={shown}
        onChange={onShow}
      />
      <Pages paper={t(`receipt.paper.${shown}`)} inHand={inHand} onAgain={onAgain} />
    </div>
  )
}

interface PagesProps {
  readonly paper: string
  readonly inHand: PaperInHand
  readonly onAgain: () => void
}

function Pages({ paper, inHand, onAgain }: PagesProps) {
  const translator = useMessages()
  const { t } = translator
  switch (inHand.kind) {
    case 'composing':
      return (
        <div className="reception-waits">
          <ProgressLine>{t('receipt.composing', { paper })}</ProgressLine>
        </div>
      )
    case 'failed':
      return (
        <div className="receipt-trouble" role="alert">
          <p>{paperProblemSentence(inHand.problem, translator)}</p>
          <p>{t('receipt.registeredKept')}</p>
          <Act size="small" onAct={onAgain}>
            {t('receipt.again')}
          </Act>
        </div>
      )
    case 'made':
      if (inHand.images.length === 0) return <p>{t('receipt.noPreview', { paper })}</p>
      return (
        <>
          <PaperGaps gaps={inHand.paper.gaps} />
          <PaperPreview
            label={paper}
            images={inHand.images}
            pageLabels={inHand.images.map((_image, n) =>
              t('receipt.page', { paper, n: n + 1, of: inHand.images.length }),
            )}
          />
        </>
      )
  }
}
