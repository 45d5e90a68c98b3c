import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { civilDateAt, yearOf } from '#shared/domain/calendar/civil-date'
import type { Office } from '#shared/domain/agencies/office'
import { formatLetterNo } from '#shared/domain/requests/letter-number'
import { formatRequestNo } from '#shared/domain/requests/request-number'
import { useMessages } from '../../i18n/messages-provider'
import { postNames } from '../../i18n/posts'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { useToast } from '../../ui/states/use-toast'
import { VoidDialog } from './void-dialog'

export interface VoidNumbersSheetProps {
  readonly office: Office
  readonly desk: Pick<Desk, 'me' | 'officeActs' | 'today' | 'workstation'>
  readonly nameOf: (personId: string) => string
}

const voiders = ['reviewer', 'head', 'administrator'] as const

/** 作废号码清单: every gap in a series with its reason (reference 7.3). */
export function VoidNumbersSheet({ office, desk, nameOf }: VoidNumbersSheetProps) {
  const { t, format } = useMessages()
  const tell = useToast()
  const [isOpen, setOpen] = useState(false)
  const may = voiders.some(post => desk.me.posts.includes(post))
  const year = yearOf(desk.today)
  const examples = {
    letter: formatLetterNo({ code: office.agencies[0]?.code ?? '云公开', year, serial: 16 }),
    request: formatRequestNo({ placeCode: office.placeCode, workstationCode: desk.workstation, year, serial: 16 }),
  }
  return (
    <Sheet
      title={t('settings.voids')}
      aside={t('settings.voids.aside')}
      acts={
        <Act
          keys="Alt+V"
          disabledBecause={may ? undefined : t('refusal.postNeeded', { posts: postNames(voiders, t) })}
          onAct={() => setOpen(true)}
        >
          {t('settings.voids.add')}
        </Act>
      }
    >
      {office.voidNumbers.length === 0 ? (
        <p className="settings-quiet">{t('settings.voids.empty')}</p>
      ) : (
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">{t('settings.voids.number')}</th>
              <th scope="col">{t('settings.voids.reason')}</th>
              <th scope="col">{t('settings.voids.by')}</th>
              <th scope="col">{t('settings.voids.on')}</th>
            </tr>
          </thead>
          <tbody>
            {office.voidNumbers.toReversed().map(({ number, reason, by }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                <td>{reason}</td>
                <td>{nameOf(by.actor)}</td>
                <td>{`${format.dayNear(civilDateAt(by.at), desk.today)} ${format.time(by.at)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isOpen ? (
        <VoidDialog
          acts={desk.officeActs}
          examples={examples}
          onDone={n => {
            setOpen(false)
            tell(t('settings.void.done', { n }))
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Sheet>
  )
}
