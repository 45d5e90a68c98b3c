import type { ReactNode } from 'react'
import type { BundleResult } from '#shared/application/media/ports'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { FocusIfLost } from './focus-if-lost'
import { useBundleWho } from './use-bundle-who'

export interface BundleResultSheetProps {
  readonly result: BundleResult
  readonly isBusy: boolean
  /** Of an import that was stopped. */
  readonly onGoOn: () => void
  readonly onAgain: () => void
  readonly problem: ReactNode
}

/** What came, what was here already, and what was not taken and why; of one that was stopped, what is left. */
export function BundleResultSheet({ result, isBusy, onGoOn, onAgain, problem }: BundleResultSheetProps) {
  const { t } = useMessages()
  const { left } = result
  return (
    <Sheet
      title={t(left ? 'media.in.stopped' : 'media.in.done')}
      acts={
        <>
          {left ? (
            <Act look="primary" busy={isBusy} onAct={onGoOn}>
              {t('media.in.goOn')}
            </Act>
          ) : null}
          <Act busy={isBusy} onAct={onAgain}>
            {t('media.in.again')}
          </Act>
        </>
      }
    >
      <FocusIfLost />
      <div className="media-form" role="status">
        {left ? <Status flag="soon">{t('media.in.stoppedMark')}</Status> : <Outcome result={result} />}
        {left ? <Left left={left} /> : null}
        <Figures result={result} />
        {left ? null : <Refused result={result} />}
        {problem}
      </div>
    </Sheet>
  )
}

interface Props {
  readonly result: BundleResult
}

function Left({ left }: { readonly left: NonNullable<BundleResult['left']> }) {
  const { t } = useMessages()
  const acts = left.acts.toLocaleString('en')
  return (
    <p>
      {left.blobs === 0
        ? t('media.in.leftActs', { acts })
        : t('media.in.leftBoth', { acts, blobs: left.blobs.toLocaleString('en') })}
      {t('media.in.space')}
      {t('media.in.stoppedWords')}
    </p>
  )
}

function Outcome({ result: { came, blobs, keys, receipted, refused, by } }: Props) {
  const { t } = useMessages()
  const who = useBundleWho()
  const isNothing = came + blobs + keys + receipted === 0 && refused.length === 0
  return (
    <Status flag={refused.length > 0 ? 'conflict' : 'done'}>
      {t(isNothing ? 'media.in.doneNothing' : 'media.in.doneWords', { who: who(by) })}
    </Status>
  )
}

function Figures({ result: { came, blobs, known, keys, receipted } }: Props) {
  const { t } = useMessages()
  const items = [
    { label: t('media.in.came'), value: t('media.in.actsCount', { n: came }) },
    { label: t('media.in.blobs'), value: t('media.in.blobsCount', { n: blobs }) },
    { label: t('media.in.known'), value: t('media.in.knownCount', { n: known }) },
    { label: t('media.in.keys'), value: t('media.in.keysCount', { n: keys }) },
    { label: t('media.in.receipted'), value: t('media.in.actsCount', { n: receipted }) },
  ]
  return <KeyValueList items={items} columns={2} />
}

function Refused({ result: { by, refused, hasRolledOver } }: Props) {
  const { t } = useMessages()
  const who = useBundleWho()
  return (
    <>
      {hasRolledOver ? <p>{t('media.in.rolledOver')}</p> : null}
      {by.kind === 'machine' ? <p className="media-quiet">{t('media.in.receiptSaid')}</p> : null}
      {refused.length > 0 ? (
        <ul className="media-lines" aria-label={t('media.in.refused')}>
          {refused.map((one, at) => (
            <li key={at}>{t(`media.in.why.${whyOf(one.why)}`, { who: who(one.whose), from: one.from })}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

const known = ['gap', 'unknownChain', 'revoked', 'fork', 'cannotWrite'] as const

/** What a clerk can do something about; everything else means that the bundle itself is at fault. */
const whyOf = (why: string): (typeof known)[number] | 'other' => known.find(one => one === why) ?? 'other'
