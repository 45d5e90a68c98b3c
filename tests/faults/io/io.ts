import { exportRound, faultsOfRound } from '../../support/media/export-rounds'
import { mediumFaultKinds } from '../../support/media/faulty-medium'
import { exportLife, importLife } from './bundle-lives'
import { makeTemplate } from './desk-on-disk'
import { failEveryOperation, type FailingOrder, type Life, type LifeReport } from './fail-every-operation'
import { saveLife } from './save-life'
import { syncLife } from './sync-life'

export interface IoReport {
  readonly lives: readonly LifeReport[]
  readonly points: number
  readonly wrong: readonly string[]
  /** Planted failures, and whether one was caught. */
  readonly planted: readonly { readonly name: string; readonly isCaught: boolean }[]
}

const makers = { save: saveLife, export: exportLife, import: importLife, sync: syncLife } as const
export type IoLife = 'save' | 'export' | 'import' | 'sync' | 'medium'
export const ioLives: readonly IoLife[] = ['save', 'export', 'import', 'sync', 'medium']

/** Saving, exporting, importing and exchanging, with a failure at every operation of the disk in every way. */
export async function failEverywhere(order: FailingOrder = {}, only = ioLives): Promise<IoReport> {
  const template = await makeTemplate()
  try {
    const lives: LifeReport[] = []
    const planted = []
    for (const name of only) {
      if (name === 'medium') lives.push(await exportsToMedium(order))
      else {
        lives.push(await reportOn(makers[name](template), order))
        planted.push(await caught(makers[name](template, true)))
      }
    }
    return {
      ...{ lives, planted },
      points: lives.reduce((sum, { points }) => sum + points, 0),
      wrong: lives.flatMap(({ wrong }) => wrong),
    }
  } finally {
    template.drop()
  }
}

// Each tells something else of what it was answered; whoever runs them does not look at it.
const reportOn = (life: AnyLife, order: FailingOrder): Promise<LifeReport> =>
  failEveryOperation(life as Life<unknown>, order)
type AnyLife = ReturnType<typeof saveLife | typeof exportLife | typeof importLife | typeof syncLife>

async function caught(life: AnyLife): Promise<IoReport['planted'][number]> {
  const { wrong } = await reportOn(life, { every: 20 })
  return { name: `planted: ${life.name}`, isCaught: wrong.length > 0 }
}

/** The export onto a medium in memory, whose operations are a port of their own. */
async function exportsToMedium({ every = 1, progress = () => undefined }: FailingOrder): Promise<LifeReport> {
  const name = 'export onto a medium'
  const { operations } = await exportRound(null)
  const wrong: string[] = []
  let [points, met] = [0, 0]
  for (const kind of mediumFaultKinds)
    for (let at = 1; at <= operations; at += every) {
      const round = await exportRound({ kind, at })
      points++
      if (round.wasMet) met++
      wrong.push(...(await faultsOfRound(round)).map(fault => `${name}, ${kind} at ${at}: ${fault}`))
    }
  progress(`${name}: ${points} points, ${met} met, ${wrong.length} wrong`)
  return { name, operations, points, met, ended: 0, wrong }
}
