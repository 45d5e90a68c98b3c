import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { clerksBut } from '#shared/application/requests/hand-acts'
import { casesOf } from '#shared/application/requests/shift'
import type { PersonId, RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { CheckBox } from '../../ui/fields/check-box'
import { SelectField } from '../../ui/fields/select-field'
import { Sheet } from '../../ui/sheets/sheet'
import { useWatch } from '../../ui/states/use-watch'
import type { NameOf } from '../../case-parts/use-staff-names'
import { CaseLines } from './case-lines'
import { ShiftNews } from './shift-news'
import { useShift } from './use-shift'

export interface ShiftSheetProps {
  readonly desk: Desk
  readonly open: readonly RequestRecord[]
  readonly nameOf: NameOf
  readonly onOpen: (requestId: RequestId) => void
}

/** 交班: all my open cases to one colleague in one step. */
export function ShiftSheet({ desk, open, nameOf, onOpen }: ShiftSheetProps) {
  const { t } = useMessages()
  const [to, setTo] = useState<PersonId | null>(null)
  const [isTemporary, setTemporary] = useState(true)
  const [isTried, setTried] = useState(false)
  const { shift, start } = useShift(desk)
  const colleagues = clerksBut(useWatch(desk.staff.watchAll) ?? [], desk.me.personId)
  const mine = casesOf(open, desk.me.personId)
  const isIdle = shift.kind !== 'running'
  const give = (): void => {
    setTried(true)
    if (to) start({ cases: mine, to, isTemporary })
  }
  return (
    <Sheet title={t('hands.shift')} aside={t('hands.shift.count', { n: mine.length })}>
      {mine.length > 0 && isIdle ? (
        <>
          {colleagues.length === 0 ? (
            <p className="hands-quiet">{t('hands.shift.alone')}</p>
          ) : (
            <>
              <SelectField
                label={t('hands.shift.to')}
                value={to}
                onChange={setTo}
                placeholder={t('hands.choose')}
                error={isTried && !to ? t('hands.chooseColleague') : null}
                choices={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
              />
              <CheckBox checked={isTemporary} onChange={setTemporary} note={t('hands.shift.temporaryNote')}>
                {t('hands.shift.temporary')}
              </CheckBox>
              <div className="hands-acts">
                <Act look="primary" keys="Ctrl+Enter" onAct={give}>
                  {t('hands.shift.do', { n: mine.length })}
                </Act>
              </div>
            </>
          )}
          {/* Below: with sixty cases the way to the colleague would be sixty stops of Tab long. */}
          <CaseLines desk={desk} label={t('hands.shift')} cases={mine} onOpen={onOpen} />
        </>
      ) : null}
      {mine.length === 0 && shift.kind === 'idle' ? <p className="hands-quiet">{t('hands.shift.none')}</p> : null}
      <ShiftNews shift={shift} done={n => t('hands.shift.done', { n, who: to ? nameOf(to) : '' })} />
    </Sheet>
  )
}
