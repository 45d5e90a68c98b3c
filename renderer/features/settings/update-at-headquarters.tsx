import type { AtHeadquarters, UpdateState } from '#shared/application/settings/update-care'
import { useMessages } from '../../i18n/messages-provider'
import { leftWords } from '../../i18n/update-words'
import { Act } from '../../ui/acts/act'
import { ProgressLine } from '../../ui/states/progress-line'
import type { UpdatesInHand } from './use-updates'

export interface UpdateAtHeadquartersProps extends Pick<UpdatesInHand, 'fetch' | 'stopFetch' | 'isBusy'> {
  readonly state: UpdateState
  readonly adminOnly: string | undefined
}

/** What headquarters answered, how far what it has is fetched, and why there is nothing. Nothing before somebody asks. */
export function UpdateAtHeadquarters({ state, ...acts }: UpdateAtHeadquartersProps) {
  const { t } = useMessages()
  const { atHeadquarters, fetching } = state
  if (fetching) return <Fetching fetching={fetching} {...acts} />
  if (!atHeadquarters) return null
  if (atHeadquarters.kind === 'newer') return <Offered offer={atHeadquarters} {...acts} />
  const version = atHeadquarters.kind === 'tooFarApart' ? atHeadquarters.version : ''
  return (
    <div className="settings-row">
      <p className="settings-value" role="status">
        {t(`update.there.${atHeadquarters.kind}`, { version })}
      </p>
    </div>
  )
}

type Acts = Omit<UpdateAtHeadquartersProps, 'state'>

interface OfferedProps extends Acts {
  readonly offer: Extract<AtHeadquarters, { kind: 'newer' }>
}

function Offered({ offer: { version, bytes, heldBytes }, adminOnly, isBusy, fetch }: OfferedProps) {
  const { t, format } = useMessages()
  const megabytes = format.count(Math.ceil(bytes / mebibyte))
  const isBegun = heldBytes > 0
  return (
    <div className="settings-row" role="group" aria-label={t('update.there')}>
      <div>
        <p className="settings-value" role="status">
          {t('update.there.newer', { version, megabytes })}
        </p>
        {isBegun ? (
          <p className="settings-value">
            {t('update.there.held', { megabytes: format.count(Math.floor(heldBytes / mebibyte)) })}
          </p>
        ) : null}
        <p className="settings-quiet">{t('update.there.quiet')}</p>
      </div>
      <div className="settings-row-acts">
        <Act size="small" busy={isBusy} disabledBecause={adminOnly} onAct={() => void fetch()}>
          {t(isBegun ? 'update.fetchOn' : 'update.fetch', { version })}
        </Act>
      </div>
    </div>
  )
}

interface FetchingProps extends Acts {
  readonly fetching: NonNullable<UpdateState['fetching']>
}

function Fetching({ fetching: { doneBytes, totalBytes, remainingSeconds }, adminOnly, stopFetch }: FetchingProps) {
  const { t, format } = useMessages()
  const isWhole = doneBytes === totalBytes
  const done = format.count(Math.floor(doneBytes / mebibyte))
  const total = format.count(Math.ceil(totalBytes / mebibyte))
  return (
    <div className="settings-row" role="group" aria-label={t('update.there')}>
      <ProgressLine
        {...{ done: doneBytes, total: totalBytes }}
        act={
          isWhole ? null : (
            <Act size="small" disabledBecause={adminOnly} onAct={stopFetch}>
              {t('update.stopFetch')}
            </Act>
          )
        }
      >
        {isWhole ? t('update.verifying') : t('update.fetching', { done, total })}
        {isWhole || remainingSeconds === null ? null : ` ${leftWords(remainingSeconds, t)}`}
      </ProgressLine>
    </div>
  )
}

const mebibyte = 2 ** 20
