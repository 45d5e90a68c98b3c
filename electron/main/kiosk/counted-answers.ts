import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Satisfaction } from '#shared/contracts/kiosk-channels'

const count = z.number().int().min(0).max(100_000)
const day = z.strictObject({
  /** Told once: whoever hears of it twice knows it again. */
  countId: z.uuid(),
  on: z.iso.date(),
  satisfied: count,
  fair: count,
  dissatisfied: count,
})
const file = z.strictObject({ v: z.literal(1), days: z.array(day) })
export type CountedDay = z.infer<typeof day>

/** Answers to the last question, a number a day. No moment, no order and nothing of the visitor. */
export interface CountedAnswers {
  add(satisfaction: Satisfaction, today: string): void
  /** Whole days before `today`, oldest first; still kept until they are told. */
  before(today: string): readonly CountedDay[]
  forget(countId: string): void
}

export function countedAnswers(folder: string): CountedAnswers {
  const place = path.join(folder, 'answers.json')
  const read = (): CountedDay[] => {
    try {
      return file.parse(JSON.parse(fs.readFileSync(place, 'utf8'))).days
    } catch {
      return [] // lost answers are lost numbers; they keep nobody from the kiosk
    }
  }
  const write = (days: readonly CountedDay[]): void => {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    fs.writeFileSync(`${place}.part`, JSON.stringify({ v: 1, days }), { mode: 0o600, flush: true })
    fs.renameSync(`${place}.part`, place)
  }
  return {
    add: (satisfaction, today) => {
      const days = read()
      const known = days.find(({ on }) => on === today)
      const now = known ?? { countId: randomUUID(), on: today, satisfied: 0, fair: 0, dissatisfied: 0 }
      write([...days.filter(one => one !== known), { ...now, [satisfaction]: now[satisfaction] + 1 }])
    },
    before: today => read().filter(({ on }) => on < today),
    forget: countId => write(read().filter(one => one.countId !== countId)),
  }
}
