import { useState } from 'react'
import { produceVisitPaper } from '#shared/application/visits/visit-acts'
import type { VisitPaperAsked } from '#shared/application/visits/visits'
import { OutgoingPaperDialog } from '../../../case-parts/outgoing-paper'
import { makePaper } from '../../../case-parts/paper-stage'
import { useMadePaper } from '../../../case-parts/use-made-paper'
import { useMessages } from '../../../i18n/messages-provider'
import type { VisitDialogProps } from '../visit-dialogs'

const previewWidth = 1_000

/** S03 or a certificate; that it went out is recorded, and a second certificate says that it is one. */
export function VisitPaperDialog({
  desk,
  record,
  asked,
  onClose,
}: VisitDialogProps & { readonly asked: VisitPaperAsked }) {
  const { t } = useMessages()
  const { visits, papers } = desk
  // As the visit stood when the paper was asked for: recording that it went out must not draw it anew.
  const [then] = useState({ asked, record })
  const [isReprint, setReprint] = useState(false)
  const [made, isCurrent] = useMadePaper(String(isReprint), () =>
    makePaper(visits.compose(then.asked, then.record, { gaps: 'allowed', isReprint }), paper =>
      papers.pageImages(paper, previewWidth),
    ),
  )
  const name = t(`room.paper.${asked.paper}`)
  return (
    <OutgoingPaperDialog
      {...{ made, isCurrent, onClose }}
      title={[name, asked.certificateNo].filter(Boolean).join(' ')}
      label={name}
      outWord={out => t(`requests.paper.${out}`)}
      produce={(paper, how) => produceVisitPaper(desk, record.visitId, { paper, how })}
      onOut={() => setReprint(asked.paper !== 'S03')}
    />
  )
}
