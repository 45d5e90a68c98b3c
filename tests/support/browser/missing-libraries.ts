import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Names of shared libraries that the loader cannot find for this executable. Empty where that cannot be asked. */
export async function missingLibraries(executable: string): Promise<string[]> {
  if (process.platform !== 'linux') return []
  try {
    const { stdout } = await run('ldd', [executable], { timeout: 20_000 })
    return namesNotFound(stdout)
  } catch {
    const usual = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/lib64', '/lib']
    return usual.some(folder => existsSync(`${folder}/libnss3.so`)) ? [] : ['libnss3.so']
  }
}

export function namesNotFound(lddOutput: string): string[] {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1] ?? '')
}
