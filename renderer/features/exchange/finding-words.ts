import type { ExchangeFinding } from '#shared/application/exchange/ports'
import { apartWords } from '../../i18n/apart-words'
import type { Translate } from '../../i18n/message'
import type { Flag } from '../../ui/marks/mark'
import type { ChainName } from './chain-names'

type Kind = ExchangeFinding['kind']
type Of<K extends Kind> = Extract<ExchangeFinding, { readonly kind: K }>
type Say<K extends Kind> = (finding: Of<K>, t: Translate, nameOf: ChainName) => string

/** What a person reads of a finding: what happened, what was kept, what to do next. A kind without words does not compile. */
export function findingWords<K extends Kind>(finding: Of<K>, t: Translate, nameOf: ChainName): string {
  return (sayings[finding.kind] as Say<K>)(finding, t, nameOf)
}

const sayings: { readonly [K in Kind]: Say<K> } = {
  went: ({ chain, from, to }, t, nameOf) => t('exchange.went', { who: nameOf(chain), acts: actWords(from, to, t) }),
  came: ({ chain, from, to, by }, t, nameOf) =>
    t('exchange.came', { by: t(`exchange.by.${by}`), who: nameOf(chain), acts: actWords(from, to, t) }),
  refusedThere: ({ chain, from, why }, t, nameOf) =>
    t('exchange.refusedThere', {
      ...{ who: nameOf(chain), from, why: t(`exchange.why.${why}`) },
      next: t(`exchange.next.${why}`),
    }),
  refusedHere: ({ chain, from, why, by }, t, nameOf) =>
    t('exchange.refusedHere', {
      ...{ by: t(`exchange.by.${by}`), who: nameOf(chain), from },
      ...{ why: t(`exchange.why.${why}`), next: t(`exchange.next.${why}`) },
    }),
  rolledOver: ({ at }, t) => t('exchange.rolledOver', { at }),
  branchLeft: ({ chain, at, by }, t, nameOf) =>
    t('exchange.branchLeft', { who: nameOf(chain), at, by: t(`exchange.by.${by}`) }),
  branchKept: ({ chain, at, by }, t, nameOf) =>
    t('exchange.branchKept', { who: nameOf(chain), at, by: t(`exchange.by.${by}`) }),
  partingNotShown: ({ chain, seq }, t, nameOf) => t('exchange.partingNotShown', { who: nameOf(chain), seq }),
  headquartersWentBack: ({ chain, from, to }, t, nameOf) =>
    t('exchange.headquartersWentBack', { who: nameOf(chain), from, to }),
  headquartersRewrote: ({ chain, seq }, t, nameOf) => t('exchange.headquartersRewrote', { who: nameOf(chain), seq }),
  receiptNotSigned: (_finding, t) => t('exchange.receiptNotSigned'),
  clockAhead: ({ chain, fromSeq, byMs }, t, nameOf) =>
    t('exchange.clockAhead', { who: nameOf(chain), seq: fromSeq, hours: Math.round(byMs / hourMs) }),
  fromTheFuture: ({ chain, fromSeq, byMs }, t, nameOf) =>
    t('exchange.fromTheFuture', { who: nameOf(chain), seq: fromSeq, apart: apartWords(byMs, t) }),
  noted: ({ chain, seq, as }, t, nameOf) => t(`exchange.noted.${as}`, { who: nameOf(chain), seq }),
  scanHeldUp: ({ file, why }, t) =>
    t('exchange.scanHeldUp', {
      ...{ file, why: t(`exchange.scanHeldUp.why.${why}`) },
      next: t(`exchange.scanHeldUp.next.${why}`),
    }),
  scansBrokenOff: ({ why }, t) => t(`exchange.scans.trouble.${why}`),
  noAnswer: ({ why }, t) => t(`exchange.noAnswer.${why}`),
}

const actWords = (from: number, to: number, t: Translate): string =>
  from === to ? t('exchange.acts.one', { from }) : t('exchange.acts.some', { from, to })

const hourMs = 3_600_000

/** What went and came as it should. */
export const isMovement = ({ kind }: ExchangeFinding): boolean => kind === 'went' || kind === 'came'

/** `late`: somebody has to do something. `soon`: somebody should know of it. */
export function findingFlag({ kind, ...finding }: ExchangeFinding): Flag {
  if (kind === 'refusedHere' || kind === 'refusedThere') {
    const waits = 'why' in finding && finding.why === 'unknownChain'
    return waits ? 'paused' : 'late'
  }
  return flags[kind]
}

const flags: Readonly<Record<Exclude<Kind, 'refusedHere' | 'refusedThere'>, Flag>> = {
  went: 'done',
  came: 'done',
  rolledOver: 'late',
  branchLeft: 'soon',
  branchKept: 'soon',
  partingNotShown: 'late',
  headquartersWentBack: 'soon',
  headquartersRewrote: 'late',
  receiptNotSigned: 'late',
  clockAhead: 'soon',
  fromTheFuture: 'late',
  noted: 'soon',
  scanHeldUp: 'late',
  scansBrokenOff: 'paused',
  noAnswer: 'paused',
}
