import type { ReactNode } from 'react'
import type { BundlePreview } from '#shared/application/media/ports'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { apartWords } from '../../i18n/apart-words'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { FocusIfLost } from './focus-if-lost'
import { useBundleWho } from './use-bundle-who'

export interface BundlePreviewSheetProps {
  readonly preview: BundlePreview
  readonly today: CivilDate
  readonly isBusy: boolean
  readonly disabledBecause: string | undefined
  readonly onApply: () => void
  readonly onDiscard: () => void
  readonly problem: ReactNode
}

const namedAtOnce = 30

/** What a checked bundle is and what would change; nothing has changed yet. */
export function BundlePreviewSheet(props: BundlePreviewSheetProps) {
  const { preview, today, isBusy, disabledBecause, onApply, onDiscard, problem } = props
  const { t, format } = useMessages()
  const who = useBundleWho()
  const { requests, blobs } = preview
  const sum = (of: 'fresh' | 'known'): number => preview.chains.reduce((all, one) => all + one[of], 0)
  const numbers = requests.named.flatMap(({ requestNo }) => requestNo ?? []).slice(0, namedAtOnce)
  const unnamed = requests.all - numbers.length
  const items = [
    { label: t('media.in.whose'), value: preview.officeName },
    { label: t('media.in.madeBy'), value: who(preview.by) },
    { label: t('media.in.madeAt'), value: format.moment(Date.parse(preview.madeAt), today) },
    { label: t('media.in.acts'), value: t('media.in.freshKnown', { fresh: sum('fresh'), known: sum('known') }) },
    { label: t('media.in.blobs'), value: t('media.in.freshKnown', { fresh: blobs.fresh, known: blobs.known }) },
    { label: t('media.in.keys'), value: t(`media.in.keys.${preview.keys}`) },
    ...(preview.receipts > 0
      ? [{ label: t('media.in.receipts'), value: t('media.in.receiptsCount', { n: preview.receipts }) }]
      : []),
  ]
  return (
    <Sheet
      title={t('media.in.preview', { name: preview.name })}
      acts={
        <>
          <Act look="primary" busy={isBusy} disabledBecause={disabledBecause} onAct={onApply}>
            {t('media.in.apply')}
          </Act>
          <Act busy={isBusy} onAct={onDiscard}>
            {t('media.in.discard')}
          </Act>
        </>
      }
    >
      <FocusIfLost />
      <div className="media-form" role="status">
        <Status flag={preview.isNews ? 'done' : 'soon'}>
          {t(preview.isNews ? 'media.in.checked' : 'media.in.nothingNew')}
        </Status>
        <KeyValueList items={items} columns={2} />
        {requests.all > 0 ? (
          <p>
            {t('media.in.requests', { n: requests.all })}
            {numbers.length > 0 ? numbers.join(t('media.in.comma')) : ''}
            {unnamed > 0 && numbers.length > 0 ? t('media.in.requestsMore', { n: unnamed }) : ''}
          </p>
        ) : null}
        <ul className="media-lines" aria-label={t('media.in.chains')}>
          {preview.chains.map((one, at) => (
            <li key={at}>
              <span className="media-words">
                <b>{who(one.whose)}</b>
                <span>{t('media.in.freshKnown', { fresh: one.fresh, known: one.known })}</span>
                {one.trouble ? <span>{t(`media.in.trouble.${one.trouble}`)}</span> : null}
                {one.aheadMs === null ? null : (
                  <span>{t('media.in.ahead', { apart: apartWords(one.aheadMs, t) })}</span>
                )}
              </span>
              {one.aheadMs === null ? null : <Status flag="late">{t('media.in.aheadMark')}</Status>}
              {one.trouble ? <Status flag="conflict">{t(`media.in.troubleMark.${one.trouble}`)}</Status> : null}
            </li>
          ))}
        </ul>
        {problem}
      </div>
    </Sheet>
  )
}
