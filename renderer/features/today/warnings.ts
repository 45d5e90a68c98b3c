import { parseCivilDate, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { BoardGroup, GroupCounts } from '#shared/domain/requests/board-groups'
import type { Translator } from '../../i18n/translator'
import type { Flag } from '../../ui/marks/mark'
import type { JournalHealth } from './journal-line'
import type { LeftBehind } from './left-behind'

/** Where the next act of a warning leads. */
export type WarningAct =
  | { readonly kind: 'list'; readonly group: BoardGroup }
  | { readonly kind: 'draft'; readonly oldest: LeftBehind['oldest'] }
  /** Main is asked anew how disk, copy and clock stand. */
  | { readonly kind: 'lookAgain' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'readingRoom' }

/** What is wrong, what is kept, what to do next. */
export interface Warning {
  readonly id: string
  readonly flag: Flag
  readonly what: string
  readonly kept: string
  readonly label: string
  readonly act: WarningAct
}

export interface WarningParts {
  /** Of every open request; undefined until they were read. */
  readonly counts: GroupCounts | undefined
  readonly health: JournalHealth | undefined
  readonly left: LeftBehind | null
  /** Visitors who are still signed in from an earlier day. */
  readonly visitors?: { readonly count: number; readonly oldestOn: CivilDate } | null | undefined
  /** Years whose holiday calendar is waited for. */
  readonly yearsAwaited: readonly number[]
  /** Whether the settings desk, where a folder is chosen, is open to who looks. */
  readonly mayChooseFolder: boolean
}

/** Below this the disk is spoken of, while there is still time: the program stops new work at 1 GiB. */
export const spokenOfFreeBytes = 3 * 2 ** 30

/** The machine first, because without it nothing is kept; then what the law presses; then what was left lying. */
export function warningsOf(parts: WarningParts, translator: Translator): readonly Warning[] {
  const { health, counts, left, visitors } = parts
  return [
    ...(health ? machineWarnings(health, parts, translator) : []),
    ...(counts ? caseWarnings(counts, parts, translator) : []),
    ...(visitors ? [visitorsWarning(visitors, translator)] : []),
    ...(left ? [leftWarning(left, translator)] : []),
  ]
}

function machineWarnings(
  health: JournalHealth,
  { mayChooseFolder }: WarningParts,
  translator: Translator,
): readonly Warning[] {
  const { t } = translator
  const again = { label: t('warning.lookAgain'), act: { kind: 'lookAgain' } } as const
  const found: Warning[] = []
  const megabytes = translator.format.count(Math.floor((health.freeBytes ?? Infinity) / 2 ** 20))
  if (!health.mayStartNewWork) {
    const words = { what: t('warning.diskFull', { megabytes }), kept: t('warning.diskFull.kept') }
    found.push({ id: 'disk', flag: 'late', ...words, ...again })
  } else if (health.freeBytes !== undefined && health.freeBytes < spokenOfFreeBytes) {
    const words = { what: t('warning.diskLow', { megabytes }), kept: t('warning.diskLow.kept') }
    found.push({ id: 'disk', flag: 'soon', ...words, ...again })
  }
  found.push(...mirrorWarnings(health, mayChooseFolder, translator))
  if (health.clockCorrected) found.push({ ...clockWarning(health.clockCorrected, translator), ...again })
  return found
}

function mirrorWarnings(health: JournalHealth, mayChooseFolder: boolean, { t }: Translator): readonly Warning[] {
  const { mirror, mirrorFailed = 0, mirrorAside = 0 } = health
  const again = { label: t('warning.lookAgain'), act: { kind: 'lookAgain' } } as const
  const found: Warning[] = []
  if (mirror === 'missing') {
    const words = { what: t('warning.mirrorMissing'), kept: t('warning.mirrorMissing.kept') }
    found.push({ id: 'mirror', flag: 'late', ...words, ...again })
  } else if (mirror === 'behind') {
    const next = mayChooseFolder ? ({ label: t('warning.toSettings'), act: { kind: 'settings' } } as const) : again
    const what = mirrorFailed > 0 ? t('warning.mirrorFailed', { n: mirrorFailed }) : t('warning.mirrorBehind')
    found.push({ id: 'mirror', flag: 'soon', what, kept: t('warning.mirror.kept'), ...next })
  }
  if (mirrorAside > 0) {
    const words = { what: t('warning.mirrorAside', { n: mirrorAside }), kept: t('warning.mirrorAside.kept') }
    found.push({ id: 'mirrorAside', flag: 'late', ...words, ...again })
  }
  return found
}

type Corrected = NonNullable<JournalHealth['clockCorrected']>

function clockWarning({ machineSays, officeSays }: Corrected, { t, format }: Translator) {
  const dayOf = (text: string): string => {
    const day = parseCivilDate(text)
    return day.ok ? format.fullDay(day.value) : text
  }
  const what = t('warning.clock', { machineSays: dayOf(machineSays) })
  return { id: 'clock', flag: 'soon', what, kept: t('warning.clock.kept', { officeSays: dayOf(officeSays) }) } as const
}

/** `mine` is no warning: it is the work. What is late or due soon has a lane of its own right below, which says it once. */
const warned = [
  { group: 'unserved', flag: 'soon' },
  { group: 'unconfirmed', flag: 'provisional' },
  { group: 'undated', flag: 'provisional' },
] as const

function caseWarnings(counts: GroupCounts, { yearsAwaited }: WarningParts, { t }: Translator): readonly Warning[] {
  const years = yearsAwaited.join(t('strip.listJoin'))
  return warned.flatMap(({ group, flag }): Warning[] => {
    const n = counts[group]
    if (n === 0) return []
    const kept = group === 'undated' && years ? t('warning.undated.years', { years }) : t(`warning.${group}.kept`)
    const next = { label: t('warning.list', { n }), act: { kind: 'list', group } } as const
    return [{ id: group, flag, what: t(`warning.${group}`, { n }), kept, ...next }]
  })
}

function visitorsWarning(
  { count, oldestOn }: NonNullable<WarningParts['visitors']>,
  { t, format }: Translator,
): Warning {
  return {
    id: 'visitors',
    flag: 'soon',
    what: t('warning.visitors', { n: count, day: format.day(oldestOn) }),
    kept: t('warning.visitors.kept'),
    label: t('warning.visitors.open'),
    act: { kind: 'readingRoom' },
  }
}

function leftWarning({ count, oldestOn, oldest }: LeftBehind, { t, format }: Translator): Warning {
  return {
    id: 'drafts',
    flag: 'draft',
    what: t('warning.drafts', { n: count, day: format.day(oldestOn as CivilDate) }),
    kept: t('warning.drafts.kept'),
    label: t('warning.drafts.open'),
    act: { kind: 'draft', oldest },
  }
}
