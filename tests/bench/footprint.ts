import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pack } from '../../build/pack/pack'
import { launchWithoutPage, type RunningProgram } from '../support/launch/launch'
import { median } from './figures'
import { openOffice, withOffice } from './office'
import { processesOf, type OneProcess } from './processes'

export interface Footprint {
  /** What ran: figures of the stand-in are those of Chromium and Node, not of Electron. */
  readonly ranOn: RunningProgram['kind']
  readonly size: { readonly asarMb: number; readonly besideMb: number }
  /** From the start of the process to the first letter drawn, seconds, median of `starts`. */
  readonly firstPaintSeconds: number
  readonly starts: number
  /** Half a minute after sign-in, with the board open and nobody touching it. */
  readonly idle: readonly OneProcess[]
}

const root = path.resolve(import.meta.dirname, '../..')
const starts = 7
const untilIdleMs = 30_000

/** Installed size (without Electron, which cannot be had here), start to first paint, memory while nobody works. */
export async function benchFootprint(say: (line: string) => void): Promise<Footprint> {
  const size = await packedSize()
  const times: number[] = []
  for (let time = 0; time < starts; time++) {
    times.push(await startToFirstPaint())
    say(`start ${time + 1} of ${starts}: ${times.at(-1)!.toFixed(2)} s`)
  }
  return withOffice({ requests: 200, say }, async ({ userData }) => {
    const { program } = await openOffice(userData)
    await new Promise(resolve => setTimeout(resolve, untilIdleMs))
    const idle = processesOf(program.pid)
    await program.close()
    return { ranOn: program.kind, size, firstPaintSeconds: median(times), starts, idle }
  })
}

async function packedSize(): Promise<Footprint['size']> {
  const output = fs.mkdtempSync(path.join(os.tmpdir(), 'footprint-'))
  try {
    await pack({ root, output, platforms: ['linux'], isStandIn: true })
    const resources = path.join(output, 'linux-unpacked/resources')
    const licences = fs
      .readdirSync(path.join(resources, 'licences'))
      .map(name => path.join(resources, 'licences', name))
    return { asarMb: mb(path.join(resources, 'app.asar')), besideMb: licences.reduce((sum, file) => sum + mb(file), 0) }
  } finally {
    fs.rmSync(output, { recursive: true, force: true })
  }
}

const mb = (file: string): number => fs.statSync(file).size / 2 ** 20

/** Of a machine that was never set up: nothing but the program itself. */
async function startToFirstPaint(): Promise<number> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'footprint-start-'))
  const began = Date.now()
  const program = await launchWithoutPage({ userData })
  try {
    for (;;) {
      const page = program.pages()[0]
      const at = await page?.evaluate(paintedAt).catch(() => null) // the page may just be changing
      if (at) return (at - began) / 1_000
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  } finally {
    await program.close()
    fs.rmSync(userData, { recursive: true, force: true })
  }
}

/** Runs in the page: the wall clock at its first contentful paint, or null before it. */
function paintedAt(): number | null {
  const paint = performance.getEntriesByName('first-contentful-paint')[0]
  return paint ? performance.timeOrigin + paint.startTime : null
}
