import { useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { postsForEnquiry } from '#shared/domain/enquiries/enquiry-acts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { useWatch } from '../../ui/states/use-watch'
import { demandLines, isSettled, type DemandLine } from './demand-lines'
import { ProposeDialog, SettleDialog } from './demand-dialogs'
import './catalogue-search.css'

export interface DemandListProps {
  readonly desk: Desk
  readonly onSearch: (line: string) => void
  readonly onBack: () => void
}

/** 未满足的需求: what was looked for and not found, put forward for publication under art. 44, and what became of it. */
export function DemandList({ desk, onSearch, onBack }: DemandListProps) {
  const { t } = useMessages()
  const records = useWatch(desk.enquiries.watchAll)
  const lines = useMemo(() => demandLines(records ?? []), [records])
  const [asked, setAsked] = useState<{ readonly what: 'propose' | 'settle'; readonly line: DemandLine } | null>(null)
  if (!records) return null
  const close = (): void => setAsked(null)
  return (
    <div className="lookup">
      <PageHead title={t('lookup.demand.title')} notes={t('lookup.demand.note')} onBack={onBack} />
      {lines.length === 0 ? (
        <EmptyState
          title={t('lookup.demand.empty')}
          acts={
            <Act look="primary" onAct={onBack}>
              {t('lookup.back')}
            </Act>
          }
        >
          {t('lookup.demand.emptyNext')}
        </EmptyState>
      ) : (
        <div className="demand-sheet" tabIndex={0} role="region" aria-label={t('lookup.demand.title')}>
          <table>
            <thead>
              <tr>
                {(['words', 'times', 'last', 'state'] as const).map(column => (
                  <th key={column} scope="col">
                    {t(`lookup.demand.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(line => (
                <Line key={line.enquiryId} {...{ desk, line, onSearch }} onAsk={what => setAsked({ what, line })} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {asked?.what === 'propose' ? <ProposeDialog desk={desk} line={asked.line} onClose={close} /> : null}
      {asked?.what === 'settle' ? <SettleDialog desk={desk} line={asked.line} onClose={close} /> : null}
    </div>
  )
}

interface LineProps {
  readonly desk: Desk
  readonly line: DemandLine
  readonly onSearch: (line: string) => void
  readonly onAsk: (what: 'propose' | 'settle') => void
}

function Line({ desk, line, onSearch, onAsk }: LineProps) {
  const { t, format } = useMessages()
  const { words, times, atKiosk, lastAt, lastOn, state } = line
  const may = (type: 'enquiry.proposed@1' | 'enquiry.settled@1') =>
    desk.me.posts.some(post => postsForEnquiry[type].includes(post))
  return (
    <tr>
      <td>{words ?? t('lookup.demand.erased')}</td>
      <td>
        {atKiosk === 0
          ? format.count(times)
          : t('lookup.demand.timesAtKiosk', { times: format.count(times), atKiosk: format.count(atKiosk) })}
      </td>
      <td>{lastOn ? format.dayNear(lastOn, desk.today) : format.moment(lastAt, desk.today)}</td>
      <td>
        <div className="demand-acts">
          <span>
            {state === 'open' || state === 'proposed'
              ? t(`lookup.demand.${state}`)
              : t(`lookup.demand.settled.${state}`)}
          </span>
          {words === undefined ? null : (
            <Act look="quiet" size="small" onAct={() => onSearch(words)}>
              {t('lookup.demand.searchAgain')}
            </Act>
          )}
          {state === 'open' && may('enquiry.proposed@1') ? (
            <Act size="small" onAct={() => onAsk('propose')}>
              {t('lookup.demand.propose')}
            </Act>
          ) : null}
          {isSettled(line) ? null : (
            <Act
              size="small"
              disabledBecause={may('enquiry.settled@1') ? undefined : t('lookup.demand.reviewers')}
              onAct={() => onAsk('settle')}
            >
              {t('lookup.demand.settle')}
            </Act>
          )}
        </div>
      </td>
    </tr>
  )
}
