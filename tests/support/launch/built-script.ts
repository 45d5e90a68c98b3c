import fs from 'node:fs'
import path from 'node:path'
import { bundleForNode, projectFolder } from './bundle-for-node'

const scripts = path.join(projectFolder, '.cache/built/scripts')
const built = new Map<string, Promise<string>>()

/**
 * A script that is started again and again, as one file that Node reads by itself: compiling its sources cost each start a second
 * of processor time. `file`, and what lies `beside` it because it is asked for by name: from the project's folder. Built once in each
 * process that asks, into a folder of its own, so that two runs beside each other never read what the other is writing.
 */
export function builtScript(file: string, ...beside: readonly string[]): Promise<string> {
  const known = built.get(file) ?? buildInto(file, beside)
  built.set(file, known)
  return known
}

async function buildInto(file: string, beside: readonly string[]): Promise<string> {
  sweep()
  const outDir = path.join(scripts, `${file.replace(/\.ts$/u, '').replaceAll('/', '-')}-${process.pid}`) // several are called run
  await bundleForNode({ files: [file, ...beside], outDir })
  return path.join(outDir, `${path.parse(file).name}.mjs`)
}

/** What processes left that are no more. */
function sweep(): void {
  if (!fs.existsSync(scripts)) return
  for (const name of fs.readdirSync(scripts))
    if (!isAlive(Number(name.split('-').at(-1)))) fs.rmSync(path.join(scripts, name), { recursive: true, force: true })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
