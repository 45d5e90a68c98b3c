import { lentBy } from '#shared/application/requests/shift'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { CaseLines } from './case-lines'
import { ShiftNews } from './shift-news'
import type { ShiftSheetProps } from './shift-sheet'
import { useShift } from './use-shift'

/** 收回: what I lent for an absence and nobody gave on since. */
export function LentSheet({ desk, open, nameOf, onOpen }: ShiftSheetProps) {
  const { t } = useMessages()
  const { shift, start } = useShift(desk)
  const lent = lentBy(open, desk.me.personId)
  if (lent.length === 0 && shift.kind === 'idle') return null
  const holders = [...new Set(lent.map(({ request }) => nameOf(request.handler)))].join(t('requests.join'))
  const take = (): void => start({ cases: lent, to: desk.me.personId, isTemporary: false })
  return (
    <Sheet
      title={t('hands.lent')}
      aside={lent.length > 0 ? t('hands.lent.with', { n: lent.length, who: holders }) : null}
    >
      {lent.length > 0 && shift.kind !== 'running' ? (
        <>
          <div className="hands-acts">
            <Act look="primary" keys="Alt+S" onAct={take}>
              {t('hands.lent.do', { n: lent.length })}
            </Act>
          </div>
          <CaseLines desk={desk} label={t('hands.lent')} cases={lent} onOpen={onOpen} />
        </>
      ) : null}
      <ShiftNews shift={shift} done={n => t('hands.lent.done', { n })} />
    </Sheet>
  )
}
