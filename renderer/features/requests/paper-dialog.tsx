import { useState } from 'react'
import { envelopeStocks, type EnvelopeStock } from '#shared/application/desk'
import type { Desk, PaperKind } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { producePaper } from '#shared/application/requests/case-acts'
import { OutgoingPaperDialog } from '../../case-parts/outgoing-paper'
import { makePaper } from '../../case-parts/paper-stage'
import { useMadePaper } from '../../case-parts/use-made-paper'
import { useMessages } from '../../i18n/messages-provider'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { LabelPlace } from './label-place'

export interface PaperDialogProps {
  readonly desk: Desk
  /** The request as it stood when the paper was asked for. */
  readonly asked: { readonly paper: PaperKind; readonly record: RequestRecord }
  readonly onClose: () => void
}

const previewWidth = 1_000

/** A paper of a request; that it went out is recorded, and what goes out after that is a reprint. */
export function PaperDialog({ desk, asked, onClose }: PaperDialogProps) {
  const { t } = useMessages()
  const { papers } = desk
  const { paper: kind, record } = asked
  const [stock, setStock] = useState<EnvelopeStock>('DL')
  const [labelPlace, setLabelPlace] = useState(1)
  const [isReprint, setReprint] = useState(false)
  const [made, isCurrent] = useMadePaper(`${kind} ${stock} ${labelPlace} ${isReprint}`, () => {
    const composing = papers.compose(kind, record, { gaps: 'allowed', isReprint, envelope: stock, labelPlace })
    return makePaper(composing, paper => papers.pageImages(paper, previewWidth))
  })
  const name = t(`requests.paper.${kind}`)
  return (
    <OutgoingPaperDialog
      {...{ made, isCurrent, onClose }}
      title={t('requests.paper.title', { paper: name, no: record.request.requestNo })}
      label={name}
      outWord={out => t(`requests.paper.${out}`)}
      produce={(paper, how) => producePaper(desk, record.requestId, { paper, how })}
      onOut={() => setReprint(true)}
    >
      {kind === 'envelope' ? (
        <ChoiceGroup
          label={t('papers.stock')}
          choices={envelopeStocks.map(value => ({ value, label: t(`papers.stock.${value}`) }))}
          value={stock}
          onChange={setStock}
        />
      ) : null}
      {kind === 'envelope' && stock === 'labels' ? <LabelPlace place={labelPlace} onChange={setLabelPlace} /> : null}
    </OutgoingPaperDialog>
  )
}
