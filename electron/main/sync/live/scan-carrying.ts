import type { ScansTrouble } from '#shared/contracts/exchange-finding'
import type { ExchangeStatus } from '#shared/contracts/exchange-channels'
import type { Result } from '#shared/kernel/result'
import type { CannotWrite } from '../../vault/attempt-write'
import type { BlobLink } from '../blob-link'
import type { CarriedCount, CarryBlobsParts } from '../carry-blobs'
import { heldUp, type ExchangeFinding, type TellFinding } from '../exchange-findings'
import type { LinkProblem } from '../headquarters-link'
import { noScans, type ScanCounter } from '../waiting-scans'

export type CarryOrder = Required<Pick<CarryBlobsParts, 'isActsTurn' | 'onFault' | 'onCarried'>>

/** Sealed files of the office: what carries them, and what counts those that wait. */
export interface Scans {
  /** Null while the desk is locked. */
  readonly carry: (link: BlobLink, order: CarryOrder) => Promise<Result<CarriedCount, LinkProblem>> | null
  readonly counter: ScanCounter
  /** Headquarters no longer holds all that it was found to hold: it is asked for each of them again. */
  readonly lost: () => void
}

export interface ScanCarryingParts {
  readonly scans: Scans | undefined
  readonly tell: TellFinding
  /** The status is another. */
  readonly onChange: () => void
  readonly now: () => number
}

/** Then headquarters is asked whether acts came for this machine, however slow the line. */
const longestMs = 30_000

/** Scans behind the acts of every pass, and what the status says of them. */
export class ScanCarrying {
  #trouble: ScansTrouble | null = null

  constructor(private readonly parts: ScanCarryingParts) {}

  get waiting(): ExchangeStatus['scans'] {
    return { ...(this.parts.scans?.counter.count() ?? noScans), trouble: this.#trouble }
  }

  changed(): void {
    this.parts.scans?.counter.changed()
  }

  /** `isFurther`: of a chain that headquarters writes beside the one that was pinned. */
  hear(finding: ExchangeFinding, isFurther: (chain: string) => boolean): void {
    const isPutBack = saysPutBack(finding, isFurther)
    if (isPutBack) this.parts.scans?.lost()
    if (isPutBack || finding.kind === 'came') this.changed()
  }

  /** `more`: some wait for nothing but the next pass. */
  async run(link: BlobLink, hasActs: () => boolean): Promise<Result<void | 'more', LinkProblem>> {
    const { scans, now, tell, onChange } = this.parts
    this.changed()
    const endAt = now() + longestMs
    const carried = await scans?.carry(link, {
      isActsTurn: () => hasActs() || now() > endAt,
      onFault: (name, why) => tell(heldUp(name, why)),
      onCarried: () => {
        this.changed()
        onChange()
      },
    })
    this.changed()
    if (!carried) return { ok: true, value: undefined }
    this.#trouble = carried.ok ? diskTrouble(carried.value.disk) : lineTrouble(carried.problem)
    if (this.#trouble) tell({ kind: 'scansBrokenOff', why: this.#trouble })
    if (!carried.ok) return carried
    return { ok: true, value: carried.value.next > 0 ? 'more' : undefined }
  }
}

/**
 * Headquarters holds less than it did, or something else; or it speaks on in a chain of its own that was not there before, as it
 * does after it was put back to a backup. Its files may be as old.
 */
const saysPutBack = (finding: ExchangeFinding, isFurther: (chain: string) => boolean): boolean =>
  finding.kind === 'headquartersWentBack' ||
  finding.kind === 'headquartersRewrote' ||
  (finding.kind === 'came' && finding.from === 1 && isFurther(finding.chain))

const diskTrouble = (disk: CannotWrite | null): ScansTrouble | null =>
  disk && (/^(ENOSPC|EDQUOT)$/.test(disk.detail ?? '') ? 'diskFull' : 'diskFailed')

/** That somebody locked, or stopped it, or that headquarters wants a moment, is no trouble of theirs. */
const lineTrouble = ({ kind }: LinkProblem): ScansTrouble | null =>
  kind === 'locked' || kind === 'stopped' || kind === 'tooOften' ? null : kind
