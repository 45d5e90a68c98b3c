import path from 'node:path'

export const projectFolder = path.resolve(import.meta.dirname, '../../..')

export interface NodeBundle {
  /** From the project's folder. */
  readonly files: readonly string[]
  /** As deep in the project as the sources, which look for packages from where they lie. */
  readonly outDir: string
}

/** TypeScript as files that Node reads by itself, each as `NAME.mjs`. What lay in `outDir` goes. */
export async function bundleForNode({ files, outDir }: NodeBundle): Promise<void> {
  const { build } = await import('vite') // not by every script that shares a module with whoever starts it
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectFolder,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ...{ ssr: true, outDir, emptyOutDir: true, target: 'node20', minify: false, copyPublicDir: false },
      rolldownOptions: {
        external: ['vite'],
        input: files.map(file => path.join(projectFolder, file)),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
}
