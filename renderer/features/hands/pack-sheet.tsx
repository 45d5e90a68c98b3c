import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { handOverPack, handOverTable } from '#shared/application/registers/hand-over-pack'
import { leftDrafts } from '#shared/application/registers/left-drafts'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import type { RequestRecord } from '#shared/application/ports'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { SelectField } from '../../ui/fields/select-field'
import { Sheet } from '../../ui/sheets/sheet'
import { useWatch } from '../../ui/states/use-watch'
import { TablePaperDialog } from '../../case-parts/table-paper-dialog'
import type { NameOf } from '../../case-parts/use-staff-names'
import { useTableAround } from './use-table-around'

export interface PackSheetProps {
  readonly desk: Desk
  readonly nameOf: NameOf
}

/** 交接清单: when a clerk changes post or leaves; also for one who is not there any more. */
export function PackSheet({ desk, nameOf }: PackSheetProps) {
  const { t } = useMessages()
  const records = useWatch(desk.requests.watchAll)
  const around = useTableAround(desk, nameOf)
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const [table, setTable] = useState<PrintedTable | null>(null)
  const people = handlersOf(records ?? [], desk.me.personId)
  const person = chosen ?? desk.me.personId
  const pack = records && handOverPack(records, person)
  const compose = async (): Promise<void> => {
    if (!pack || !records) return
    const drafts = await leftDrafts(desk.drafts, { records, person, me: desk.me })
    setTable(handOverTable(pack, { ...around, calendar: desk.calendar, person, drafts }))
  }
  return (
    <Sheet title={t('hands.pack')}>
      <p className="hands-quiet">{t('hands.pack.note')}</p>
      <SelectField
        label={t('hands.pack.whose')}
        value={person}
        onChange={setChosen}
        choices={people.map(value => ({ value, label: nameOf(value) }))}
      />
      {pack ? (
        <>
          <dl className="hands-counts">
            {(['open', 'unconfirmed', 'unserved', 'proofsOwed'] as const).map(part => (
              <div key={part}>
                <dt>{t(`hands.pack.${part}`)}</dt>
                <dd>{pack[part].length}</dd>
              </div>
            ))}
          </dl>
          <div className="hands-acts">
            <Act icon="print" keys="Alt+J" onAct={() => void compose()}>
              {t('hands.pack.print')}
            </Act>
          </div>
        </>
      ) : null}
      {table ? (
        <TablePaperDialog
          papers={desk.papers}
          table={table}
          fileName={`hand-over-${desk.today}.pdf`}
          onClose={() => setTable(null)}
        />
      ) : null}
    </Sheet>
  )
}

/** Whoever looks after anything, and who is at the desk. */
const handlersOf = (records: readonly RequestRecord[], me: PersonId): readonly PersonId[] => [
  ...new Set([me, ...records.map(({ request }) => request.handler)]),
]
