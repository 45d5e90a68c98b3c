import { useMemo } from 'react'
import type { RequestRecord } from '#shared/application/ports'
import type { IssuedLetter } from '#shared/domain/requests/request-state'
import { letterOf } from '#shared/domain/requests/request-transitions'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { LetterPane } from './letter-pane'
import { PrintPaper } from '../../case-parts/print-paper'
import type { ReviewDeskProps } from './review-desk'
import { ReviewHead } from './review-head'
import { usePages, type MakePaper } from './use-pages'
import { useStaffNames, type NameOf } from '../../case-parts/use-staff-names'

/** The letter has its number: what to print now, and that only the signature is service. */
export function IssuedReply({ desk, record, onDone, onBack }: ReviewDeskProps & { readonly record: RequestRecord }) {
  const translator = useMessages()
  const { t, format } = translator
  const nameOf = useStaffNames(desk)
  const { request } = record
  const { letter } = request
  const kind = letter ? (letterOf(letter.decision) ?? null) : null
  const make = useMemo<MakePaper | null>(
    () => kind && (() => desk.papers.compose(kind, record)),
    [desk.papers, kind, record],
  )
  const pages = usePages(desk.papers, make, 0)
  if (!letter || !kind) return null
  return (
    <div className="reply-desk">
      <ReviewHead
        title={t('replies.issued.title')}
        {...{ desk, request, onBack }}
        acts={
          <Act look="primary" keys="Esc" onAct={onDone}>
            {t('replies.issued.done')}
          </Act>
        }
      />
      <div className="reply-grid">
        <div className="reply-left">
          <Sheet title={t('replies.issued.number')}>
            <p className="issued-number" role="status">
              {letter.letterNo}
            </p>
            <p>
              {t('replies.issued.on', {
                day: format.fullDay(letter.issuedOn),
                decision: t(`refusal.decision.${letter.decision}`),
              })}
            </p>
            <p>{approvalWords(letter, nameOf, translator)}</p>
          </Sheet>
          <Sheet title={t('replies.issued.next')}>
            <div className="issued-prints">
              <PrintPaper
                {...{ desk, record, kind }}
                keys="P"
                look="primary"
                takesFocus
                label={t('replies.print.reply')}
              />
              <PrintPaper {...{ desk, record }} kind="S01" keys="S" label={t('replies.print.receipt')} />
            </div>
            <p className="dialog-hint">{t('replies.issued.serve')}</p>
          </Sheet>
        </div>
        <LetterPane title={t('replies.letter.final')} pages={pages} empty={t('replies.erased')} />
      </div>
    </div>
  )
}

/** Who answers for the letter, and how they said so. */
function approvalWords(letter: IssuedLetter, nameOf: NameOf, { t, format }: Translator): string {
  const { approval, approver, approverName, approvedOn, issuedOn } = letter
  return approval === 'onPaper'
    ? t('decide.issued.onPaper', {
        who: approverName ?? t('replies.erased'),
        day: format.fullDay(approvedOn ?? issuedOn),
      })
    : t(`decide.issued.${approval}`, { who: nameOf(approver) })
}
