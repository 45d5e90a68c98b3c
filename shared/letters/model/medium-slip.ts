import type { CivilDate } from '../../domain/calendar/civil-date'
import type { ExportOf } from '../../domain/media/media-facts'

/** 介质交接单: what left the office on a medium, who carries it and what the receiver compares. */
export interface MediumSlip {
  readonly letter: 'mediumSlip'
  readonly officeName: string
  readonly mediumNo: string
  readonly exportId: string
  readonly of: ExportOf
  readonly folder: string
  readonly files: number
  readonly bytes: number
  /** Hex SHA-256: printed in eight groups of eight. */
  readonly digest: string
  readonly isMasked: boolean
  /** Who approved names and numbers in full; null where they are masked. */
  /** Its reason is null where it was erased. */
  readonly approval: { readonly by: string; readonly on: CivilDate; readonly reason: string | null } | null
  readonly receiver: string
  /** 领取人; null where it was erased: written in by hand. */
  readonly holder: string | null
  readonly handedOverBy: string
  readonly exportedOn: CivilDate
  readonly madeOn: CivilDate
}
