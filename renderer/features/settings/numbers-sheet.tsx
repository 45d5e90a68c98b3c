import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { yearOf } from '#shared/domain/calendar/civil-date'
import type { Office } from '#shared/domain/agencies/office'
import { formatLetterNo } from '#shared/domain/requests/letter-number'
import { formatCertificateNo } from '#shared/domain/visits/certificate-number'
import { formatRequestNo } from '#shared/domain/requests/request-number'
import { useMessages } from '../../i18n/messages-provider'
import { postNames } from '../../i18n/posts'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { useToast } from '../../ui/states/use-toast'
import { NumberTable } from './number-table'
import { SeriesStartDialog } from './series-start-dialog'
import { VoidDialog } from './void-dialog'

export interface NumbersSheetProps {
  readonly office: Office
  readonly desk: Pick<Desk, 'me' | 'officeActs' | 'today' | 'workstation'>
  readonly nameOf: (personId: string) => string
}

const keepers = ['reviewer', 'head', 'administrator'] as const

/** 编号: where each series goes on from paper, and every gap in it with its reason (reference 7.3). */
export function NumbersSheet({ office, desk, nameOf }: NumbersSheetProps) {
  const { t } = useMessages()
  const tell = useToast()
  const [open, setOpen] = useState<'void' | 'start' | null>(null)
  const may = keepers.some(post => desk.me.posts.includes(post))
  const year = yearOf(desk.today)
  const examples = {
    letter: formatLetterNo({ code: office.agencies[0]?.code ?? '云公开', year, serial: 16 }),
    certificate: formatCertificateNo({ code: office.agencies[0]?.code ?? '云公开', year, serial: 16 }),
    request: formatRequestNo({ placeCode: office.placeCode, workstationCode: desk.workstation, year, serial: 16 }),
  }
  const mayNot = may ? undefined : t('refusal.postNeeded', { posts: postNames(keepers, t) })
  const done = (sentence: string) => {
    setOpen(null)
    tell(sentence)
  }
  return (
    <Sheet
      title={t('settings.numbers')}
      aside={t('settings.voids.aside')}
      acts={
        <>
          <Act keys="Alt+U" disabledBecause={mayNot} onAct={() => setOpen('start')}>
            {t('settings.starts.add')}
          </Act>
          <Act keys="Alt+V" disabledBecause={mayNot} onAct={() => setOpen('void')}>
            {t('settings.voids.add')}
          </Act>
        </>
      }
    >
      <NumberTable
        title={t('settings.starts')}
        empty={t('settings.starts.empty')}
        head={t('settings.starts.last')}
        rows={office.seriesStarts.map(({ lastUsed, ...rest }) => ({ number: lastUsed, ...rest }))}
        {...{ nameOf, today: desk.today }}
      />
      <NumberTable
        title={t('settings.voids')}
        empty={t('settings.voids.empty')}
        head={t('settings.voids.number')}
        rows={office.voidNumbers}
        {...{ nameOf, today: desk.today }}
      />
      {open === 'start' ? (
        <SeriesStartDialog
          acts={desk.officeActs}
          examples={examples}
          onDone={number => done(t('settings.start.done', { number }))}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'void' ? (
        <VoidDialog
          acts={desk.officeActs}
          examples={examples}
          onDone={n => done(t('settings.void.done', { n }))}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Sheet>
  )
}
