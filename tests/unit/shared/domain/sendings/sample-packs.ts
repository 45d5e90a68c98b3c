import { readFileSync } from 'node:fs'
import type { LawPack } from '#shared/domain/decisions/law-pack'
import { readLawPack } from '#shared/domain/decisions/read-law-pack'
import { day } from '../published-calendars'

const file = new URL('../../../../../resources/law-packs/2024-01.json', import.meta.url)
const read = readLawPack(JSON.parse(readFileSync(file, 'utf8')))
if (!read.ok) throw new Error(read.problem.kind)

export const builtInPack: LawPack = read.value

/** An invented law of 2027: another term, and reconsideration first for what is not held. */
export const laterPack: LawPack = {
  ...builtInPack,
  ...{ id: '2027-01', effectiveFrom: day('2027-01-01'), note: '试用' },
  terms: { ...builtInPack.terms, litigationMonths: 9 },
  remedies: { ...builtInPack.remedies, NOT_EXIST: 'reconsiderationFirst' },
}
