import { useMemo } from 'react'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import { numberGaps, type NumberRun, type NumberSeries } from '#shared/domain/catalogue/number-gaps'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'

const mostSeries = 200
const mostRuns = 30

/** 文号空号: numbers that are missing in a series, and those that are there twice. */
export function GapsDialog({
  lines,
  onClose,
}: {
  readonly lines: readonly DocumentLine[]
  readonly onClose: () => void
}) {
  const { t, format } = useMessages()
  const series = useMemo(
    () => numberGaps(lines.filter(({ isWithdrawn }) => !isWithdrawn).flatMap(({ docNo }) => docNo ?? [])),
    [lines],
  )
  return (
    <Dialog
      open
      width={720}
      help="catalogue"
      title={t('catalogue.gaps')}
      onClose={onClose}
      acts={
        <Act look="primary" showsKeys="Esc" onAct={onClose}>
          {t('catalogue.close')}
        </Act>
      }
    >
      <p>
        {series.length === 0 ? t('catalogue.gaps.none') : t('catalogue.gaps.what', { n: format.count(series.length) })}
      </p>
      <ul className="catalogue-gaps">
        {series.slice(0, mostSeries).map(each => (
          <Series key={`${each.word}/${each.year}`} series={each} />
        ))}
      </ul>
      {series.length > mostSeries ? (
        <p>{t('catalogue.gaps.more', { n: format.count(series.length - mostSeries) })}</p>
      ) : null}
    </Dialog>
  )
}

function Series({ series: { word, year, count, last, gaps, twice } }: { readonly series: NumberSeries }) {
  const { t } = useMessages()
  const join = t('catalogue.gaps.join')
  return (
    <li>
      <b>{year === null ? word : `${word}〔${year}〕`}</b> {t('catalogue.gaps.series', { n: count, last })}
      {gaps.length > 0 ? (
        <span>
          {t('catalogue.gaps.missing', { numbers: gaps.slice(0, mostRuns).map(runWords).join(join) })}
          {gaps.length > mostRuns ? ' …' : ''}
        </span>
      ) : null}
      {twice.length > 0 ? <span>{t('catalogue.gaps.twice', { numbers: twice.join(join) })}</span> : null}
    </li>
  )
}

const runWords = ({ from, to }: NumberRun): string => (from === to ? String(from) : `${from}–${to}`)
