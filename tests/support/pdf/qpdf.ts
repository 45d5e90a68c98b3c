import { createRequire } from 'node:module'
import createModule from '@neslinesli93/qpdf-wasm'

/** What `qpdf --check` says about the file: exit code 0 and no warnings where the structure is sound. */
export async function qpdfCheck(bytes: Uint8Array): Promise<{ readonly exitCode: number; readonly said: readonly string[] }> {
  const said: string[] = []
  const wasm = createRequire(import.meta.url).resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm')
  const qpdf = await createModule({
    locateFile: () => wasm,
    noInitialRun: true,
    print: (line: string) => said.push(line),
    printErr: (line: string) => said.push(line),
  } as Parameters<typeof createModule>[0])
  qpdf.FS.writeFile('/letter.pdf', bytes)
  const exitCode = (qpdf as unknown as { callMain: (args: string[]) => number }).callMain(['--check', '/letter.pdf'])
  return { exitCode, said }
}
