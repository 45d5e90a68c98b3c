import { createRequire } from 'node:module'
import createModule, { type QpdfInstance } from '@neslinesli93/qpdf-wasm'

interface Qpdf extends QpdfInstance {
  readonly FS: QpdfInstance['FS'] & { writeFile: (path: string, bytes: Uint8Array) => void }
}

/** What `qpdf --check` says about the file: exit code 0 and no warnings where the structure is sound. */
export async function qpdfCheck(bytes: Uint8Array): Promise<{ readonly exitCode: number; readonly said: string }> {
  const wasm = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm')
  const said: string[] = []
  const { log, error } = console
  // The module takes no printer of ours: it binds the console when it is made.
  console.log = console.error = (line: string) => said.push(line)
  try {
    const qpdf = (await createModule({ locateFile: () => wasm })) as Qpdf
    qpdf.FS.writeFile('/letter.pdf', bytes)
    const exitCode = qpdf.callMain(['--check', '/letter.pdf'])
    return { exitCode, said: said.join('\n') }
  } finally {
    Object.assign(console, { log, error })
  }
}
