import { defineConfig } from 'vitest/config'

/** Files that replace modules: they get modules of their own, so that no other file meets what they put there. */
const replacingModules = [
  'tests/unit/renderer/search/index/{planted-bugs,verified-lives}.test.ts',
  'tests/unit/renderer/windows/desk/{after-the-board,early-start}.test.ts',
  'tests/unit/renderer/ui/states/idle-work.test.ts',
  'tests/unit/electron/main/printing/print-pages.test.ts',
  'tests/unit/shared/application/drafts/sealed-draft.test.ts',
]

const test = { passWithNoTests: false, allowOnly: false, testTimeout: 20_000 }

/**
 * Unit tests share loaded modules, which is what the program does too; a third of their time went into loading the same modules for
 * each file. What starts processes, and what replaces modules, has its own.
 */
export default defineConfig({
  test: {
    ...test,
    maxWorkers: 2, // left alone it keeps one of two cores idle
    projects: [
      {
        test: {
          ...test,
          ...{ name: 'shared modules', isolate: false },
          include: ['tests/{unit,architecture}/**/*.test.{ts,tsx}'],
          exclude: replacingModules,
        },
      },
      {
        test: {
          ...test,
          ...{ name: 'own modules', isolate: true },
          include: ['tests/{contract,faults}/**/*.test.{ts,tsx}', ...replacingModules],
        },
      },
    ],
  },
})
