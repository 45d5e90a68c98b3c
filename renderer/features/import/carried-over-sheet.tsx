import { carriedFromLastYear, type CheckedRow } from '#shared/application/import/check-register'
import type { Office } from '#shared/domain/agencies/office'
import type { AgencyId, CarriedOver } from '#shared/domain/agencies/office-facts'
import type { ApplicantType } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { CheckBox } from '../../ui/fields/check-box'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'

export interface TypedCarriedOver {
  readonly isRecorded: boolean
  readonly counts: Readonly<Record<ApplicantType, string>>
  /** Cases of last year in this import: fewer cannot have been carried over. */
  readonly least: Readonly<Record<ApplicantType, number>>
}

const types = [
  'naturalPerson',
  'commercial',
  'research',
  'publicBenefit',
  'legalService',
  'otherOrganisation',
] as const satisfies readonly ApplicantType[]

export function emptyCarriedOver(rows: readonly CheckedRow[]): TypedCarriedOver {
  const least = carriedFromLastYear(rows)
  const counts = Object.fromEntries(types.map(type => [type, String(least[type])])) as Record<ApplicantType, string>
  return { isRecorded: false, counts, least }
}

/** Null where nothing is to be recorded. */
export function readCarriedOver(
  { isRecorded, counts, least }: TypedCarriedOver,
  of: { readonly agencyId: AgencyId; readonly year: number },
): CarriedOver | 'incomplete' | null {
  if (!isRecorded) return null
  const read = types.map(type => [type, countOf(counts[type])] as const)
  if (read.some(([type, count]) => count === null || count < least[type])) return 'incomplete'
  return { ...of, counts: Object.fromEntries(read) as Record<ApplicantType, number> }
}

const countOf = (typed: string): number | null => (/^\d{1,5}$/.test(typed.trim()) ? Number(typed) : null)

export interface CarriedOverSheetProps {
  readonly office: Office
  readonly agencyId: AgencyId
  readonly year: number
  readonly rows: readonly CheckedRow[]
  readonly over: TypedCarriedOver
  readonly onOver: (over: TypedCarriedOver) => void
}

/** Row 3-2 of the annual report: last year's row 3-4, in six columns. */
export function CarriedOverSheet({ office, agencyId, year, over, onOver }: CarriedOverSheetProps) {
  const { t } = useMessages()
  const agency = office.agencies.find(each => each.agencyId === agencyId)?.name ?? ''
  const isDone = office.carriedOver.some(each => each.agencyId === agencyId && each.year === year)
  if (isDone)
    return (
      <Sheet title={t('import.over.title')} aside={agency}>
        {t('import.over.done', { year })}
      </Sheet>
    )
  return (
    <Sheet title={t('import.over.title')} aside={agency}>
      <CheckBox
        checked={over.isRecorded}
        onChange={isRecorded => onOver({ ...over, isRecorded })}
        note={t('import.over.note')}
      >
        {t('import.over.record', { year })}
      </CheckBox>
      {over.isRecorded ? (
        <div className="import-columns">
          {types.map(type => {
            const count = countOf(over.counts[type])
            const least = over.least[type]
            return (
              <TextField
                key={type}
                label={t(`applicantType.${type}`)}
                inputMode="numeric"
                maxLength={5}
                value={over.counts[type]}
                onChange={typed => onOver({ ...over, counts: { ...over.counts, [type]: typed } })}
                error={
                  count === null
                    ? t('import.over.notANumber')
                    : count < least
                      ? t('import.over.less', { n: least })
                      : undefined
                }
              />
            )
          })}
        </div>
      ) : null}
    </Sheet>
  )
}
