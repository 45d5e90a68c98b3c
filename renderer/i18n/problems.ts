import type { Problem } from '#shared/contracts/problems'
import { parseCivilDate } from '#shared/domain/calendar/civil-date'
import { bagWords } from './bag-words'
import { bundleNext, bundleWords, ownDiskNext, ownDiskWords } from './bundle-words'
import { formattersIn } from './formatters'
import type { Translate } from './message'
import { refusalSentence } from './refusals'

/** What a person reads when something did not work, in the order in which they ask. */
export interface ProblemSentence {
  readonly what: string
  readonly kept: string
  readonly next: string
}

/** Complete: a kind of Problem that has no sentences does not compile. */
export function problemSentence(problem: Problem, t: Translate): ProblemSentence {
  const values = { ...blank, ...valuesOf(problem, t) }
  const sentence = {
    what: t(`problem.${problem.kind}.what`, values),
    kept: t(`problem.${problem.kind}.kept`, values),
    next: t(`problem.${problem.kind}.next`),
  }
  if (problem.kind === 'enrolmentFailed') return { ...sentence, next: t(`exchange.enrol.next.${problem.why}`) }
  if (problem.kind === 'bundleRefused') return { ...sentence, next: bundleNext(problem.bundle, t) }
  if (problem.kind === 'importCutShort') return { ...sentence, next: ownDiskNext(problem, t) }
  const mistyped = mistypedRecoveryKey(problem, t)
  return mistyped ? { ...sentence, what: mistyped, next: t('problem.badInput.recoveryNext') } : sentence
}

/** The printed group of the recovery key, counted from 1, in which main found an error; null for other problems. */
export function mistypedGroup(problem: Problem): number | null {
  const [, group] = (problem.kind === 'badInput' && /^recoveryKey\.group\.(\d+)$/.exec(problem.detail)) || []
  return group === undefined ? null : Number(group)
}

/** ` 45 秒`, ` 3 分钟` or ` 1 分 20 秒`; never less than a second. */
export function waitWords(waitSeconds: number, t: Translate): string {
  const whole = Math.max(1, Math.ceil(waitSeconds))
  const minutes = Math.floor(whole / 60)
  const seconds = whole % 60
  if (minutes === 0) return t('problem.wait.seconds', { seconds })
  return seconds === 0 ? t('problem.wait.minutes', { minutes }) : t('problem.wait.both', { minutes, seconds })
}

/** Every value that some sentence asks for: a new placeholder in the messages does not compile until it stands here. */
const blank = {
  detail: '',
  reference: '',
  wait: '',
  atLeast: '',
  why: '',
  seq: '',
  n: '',
  witnessedSeq: '',
  lastSeq: '',
  version: '',
  megabytes: '',
  machineSays: '',
  lastActOn: '',
  most: '',
  folder: '',
  name: '',
}

function valuesOf(problem: Problem, t: Translate): Readonly<Record<string, unknown>> {
  switch (problem.kind) {
    case 'refused':
      return { why: refusalSentence(problem.why, t) }
    case 'registerUnreadable':
      return { why: t(`import.unreadable.${problem.why}`) }
    case 'sourceUnreadable':
      return { why: t(`docImport.source.${problem.why}`) }
    case 'bagUnsound':
      return { why: bagWords(problem.bag, t) }
    case 'bundleRefused':
      return { why: bundleWords(problem.bundle, t) }
    case 'importCutShort':
      return { why: ownDiskWords(problem, t) }
    case 'enrolmentFailed':
      return { why: t(`exchange.enrol.why.${problem.why}`) }
    case 'updateRefused':
      return { why: t(`update.refused.${problem.fault}`, { version: problem.version ?? '' }) }
    case 'updateCutShort':
      return { why: t(`update.cut.${problem.why}`), megabytes: Math.floor(problem.heldBytes / 1_048_576) }
    case 'updateNotWhole':
      return { why: t(`update.notWhole.${problem.why}`) }
    case 'mustWait':
      return { wait: waitWords(problem.waitSeconds, t) }
    case 'journalDamaged':
      return { seq: problem.damage.firstBadSeq }
    case 'journalCutShort':
      return { ...problem, n: problem.witnessedSeq - problem.lastSeq }
    case 'folderUnusable':
      return { why: t(`problem.folder.${problem.why}`) }
    case 'mediumFailed':
    case 'mediumNotRead':
      return { why: t(`problem.medium.${problem.why}`) }
    case 'bundleNotWritten':
      return { why: t(`media.bundle.fault.${problem.why}`) }
    case 'exportNameRefused':
      return { why: t(`problem.exportName.${problem.why}`) }
    case 'mediumTooSmall':
      return {
        megabytes: Math.floor(problem.freeBytes / 1_048_576),
        most: Math.ceil(problem.neededBytes / 1_048_576),
      }
    case 'lineNotOpened':
      return { why: t(`problem.line.${problem.why}`) }
    case 'fontUnusable':
      return { why: t(`settings.font.refusal.${problem.why}`) }
    case 'diskNearlyFull':
      return { megabytes: Math.floor(problem.freeBytes / 1_048_576) }
    case 'clockBehind':
      return { machineSays: dayWords(problem.machineSays, t), lastActOn: dayWords(problem.lastActOn, t) }
    case 'scanTypeRefused':
      return { why: t(`scans.found.${problem.found}`) }
    case 'scanUnreadable':
      return { why: t(`scans.unreadable.${problem.why}`) }
    case 'scanTooLarge':
      // Rounded up: a file of 50.2 MB is not said to have 50.
      return { megabytes: Math.ceil(problem.bytes / 1_048_576), most: problem.most / 1_048_576 }
    default:
      // The names of the facts are the names of the placeholders.
      return problem
  }
}

function mistypedRecoveryKey(problem: Problem, t: Translate): string | null {
  const group = mistypedGroup(problem)
  if (group !== null) return t('problem.badInput.recoveryGroup', { group })
  const isWhole = problem.kind === 'badInput' && problem.detail === 'recoveryKey'
  return isWhole ? t('problem.badInput.recoveryKey') : null
}

function dayWords(text: string, t: Translate): string {
  const day = parseCivilDate(text)
  return day.ok ? formattersIn(t, 'zh-CN').fullDay(day.value) : text
}
