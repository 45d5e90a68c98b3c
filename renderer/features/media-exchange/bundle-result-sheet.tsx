import type { BundleResult } from '#shared/application/media/ports'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { useBundleWho } from './use-bundle-who'

export interface BundleResultSheetProps {
  readonly result: BundleResult
  readonly onAgain: () => void
}

/** What came, what was here already, and what was not taken and why. */
export function BundleResultSheet({ result, onAgain }: BundleResultSheetProps) {
  const { t } = useMessages()
  const who = useBundleWho()
  const { came, known, blobs, keys, receipted, refused, by, hasRolledOver } = result
  const isNothing = came + blobs + keys + receipted === 0 && refused.length === 0
  const items = [
    { label: t('media.in.came'), value: t('media.in.actsCount', { n: came }) },
    { label: t('media.in.blobs'), value: t('media.in.blobsCount', { n: blobs }) },
    { label: t('media.in.known'), value: t('media.in.knownCount', { n: known }) },
    { label: t('media.in.keys'), value: t('media.in.keysCount', { n: keys }) },
    { label: t('media.in.receipted'), value: t('media.in.actsCount', { n: receipted }) },
  ]
  return (
    <Sheet title={t('media.in.done')} acts={<Act onAct={onAgain}>{t('media.in.again')}</Act>}>
      <div className="media-form" role="status">
        <Status flag={refused.length > 0 ? 'conflict' : 'done'}>
          {t(isNothing ? 'media.in.doneNothing' : 'media.in.doneWords', { who: who(by) })}
        </Status>
        <KeyValueList items={items} columns={2} />
        {hasRolledOver ? <p>{t('media.in.rolledOver')}</p> : null}
        {by.kind === 'machine' ? <p className="media-quiet">{t('media.in.receiptSaid')}</p> : null}
        {refused.length > 0 ? (
          <ul className="media-lines" aria-label={t('media.in.refused')}>
            {refused.map((one, at) => (
              <li key={at}>{t(`media.in.why.${whyOf(one.why)}`, { who: who(one.whose), from: one.from })}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </Sheet>
  )
}

const known = ['gap', 'unknownChain', 'revoked', 'fork', 'cannotWrite'] as const

/** What a clerk can do something about; everything else means that the bundle itself is at fault. */
const whyOf = (why: string): (typeof known)[number] | 'other' => known.find(one => one === why) ?? 'other'
