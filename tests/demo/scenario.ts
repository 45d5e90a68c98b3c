import fs from 'node:fs'
import { defaultStory, type Story } from './hands/people-of-the-story'
import { exchange } from './exchange/exchange'
import { mondayFromTheStart } from './monday/monday'
import { monday as dayOfMonday } from './monday/visitors'
import { readingRoom } from './room/room'
import type { StageOfMachines } from './stage'
import { storyFrom } from './visit/story-file'
import { visit } from './visit/visit'

export interface Scenario {
  /** Below demo-output/. */
  readonly folder: string
  readonly day: string
  readonly opensAt: string
  readonly play: (stage: StageOfMachines) => Promise<unknown>
  /** The script in tests/demo/summary that judges what it left. */
  readonly summary: string
}

export interface ScenarioChoice {
  readonly scenario?: string
  readonly input?: string
  readonly today?: string
}

/** `visit` where nothing is said. Throws with a sentence for a name that is not there or a file that cannot be read. */
export function scenarioFrom({ scenario = 'visit', input, today }: ScenarioChoice): Scenario {
  if (scenario === 'visit') {
    const story = readStory(input)
    return {
      ...{ folder: '', day: today ?? '2026-09-08', opensAt: '09:10', summary: 'visit.ts' },
      play: stage => visit(stage, story),
    }
  }
  if (scenario === 'monday') {
    if (input !== undefined) throw new Error('--input belongs to the scenarios visit and reading-room')
    const day = today ?? dayOfMonday
    return { ...{ folder: 'monday', day, opensAt: '08:10', summary: 'monday.ts' }, play: mondayFromTheStart }
  }
  if (scenario === 'reading-room') {
    if (input !== undefined) expectFolder(input)
    return {
      ...{ folder: 'reading-room', day: today ?? '2026-09-08', opensAt: '09:10', summary: 'room.ts' },
      play: stage => readingRoom(stage, input),
    }
  }
  if (scenario === 'exchange') {
    if (input !== undefined) throw new Error('--input belongs to the scenarios visit and reading-room')
    return {
      ...{ folder: 'exchange', day: today ?? '2026-09-08', opensAt: '09:10', summary: 'exchange.ts' },
      play: exchange,
    }
  }
  throw new Error(`--scenario ${scenario}: there are visit, monday, reading-room and exchange`)
}

function expectFolder(folder: string): void {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`--input ${folder}: the scenario reading-room imports a folder of Markdown files`)
}

function readStory(file: string | undefined): Story {
  if (file === undefined) return defaultStory
  try {
    return storyFrom(fs.readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Error(`--input ${file}:\n${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
