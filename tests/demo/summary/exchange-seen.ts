import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { noPreviousHash, type PlainAct } from '#shared/ledger/act'
import { readOffice } from '../../support/journal/read-office'
import { administrator } from '../hands/people-of-the-story'
import { savedPapers } from './saved-papers'

/** What one machine wrote itself, read from its own journal. */
export interface MachineSeen {
  readonly acts: number
  readonly isChained: boolean
  readonly readOnly: string | null
  readonly types: readonly string[]
}

/** What headquarters said of an office when the day was over. */
const officeSeen = z.object({
  ...{ officeId: z.number(), machines: z.number(), backlog: z.number(), open: z.number() },
  ...{ conflicts: z.number(), poison: z.number(), quarantined: z.number(), acts: z.number() },
})

export interface ExchangeSeen {
  /** On the network; its second machine; the one without a network; the first office's third, which exchanges with the first alone. */
  readonly first: MachineSeen
  readonly beside: MachineSeen
  readonly far: MachineSeen
  readonly third: MachineSeen
  /** In the order of their numbers. */
  readonly offices: readonly z.infer<typeof officeSeen>[]
  /** Without spaces. */
  readonly slip: string
  readonly screenshots: number
}

/** Reads after everything has ended. `folders`: the machines, in the order in which they were started. */
export async function seeExchange(folders: readonly string[], output: string): Promise<ExchangeSeen> {
  const [first, beside, far, third] = await Promise.all(folders.map(machineIn))
  if (!first || !beside || !far || !third) throw new Error(`four machines were at work, ${folders.length} are there`)
  const said: unknown = JSON.parse(fs.readFileSync(path.join(output, 'headquarters.json'), 'utf8'))
  const { offices } = z.object({ offices: z.array(officeSeen) }).parse(said)
  const papers = await savedPapers(output)
  return {
    ...{ first, beside, far, third },
    offices: [...offices].sort((a, b) => a.officeId - b.officeId),
    slip: (papers['东江-交接单.pdf'] ?? '').replace(/\s/gu, ''),
    screenshots: fs.readdirSync(output).filter(name => name.endsWith('.png')).length,
  }
}

async function machineIn(folder: string): Promise<MachineSeen> {
  const { acts, readOnly } = await readOffice(path.join(folder, 'office'), administrator)
  return {
    acts: acts.length,
    isChained: isChained(acts),
    readOnly: readOnly?.kind ?? null,
    types: [...new Set(acts.flatMap(({ facts }) => facts.map(({ type }) => type)))].sort(),
  }
}

/** Each act names the one before by its hash, and none is missing between. */
const isChained = (acts: readonly PlainAct[]): boolean =>
  acts.every(({ seq, prev }, at) => seq === at + 1 && prev === (acts[at - 1]?.hash ?? noPreviousHash))
