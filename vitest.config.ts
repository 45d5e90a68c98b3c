import fs from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Files that replace modules, clocks or globals get modules of their own, so that no other file meets what they put there. */
const replacing = /\bvi\.(?:mock|doMock|resetModules|stubGlobal|useFakeTimers)\(/
const replacingModules = fs
  .readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
  .filter(name => /\.test\.tsx?$/.test(name))
  .map(name => path.posix.join('tests/unit', name.split(path.sep).join('/')))
  .filter(file => replacing.test(fs.readFileSync(file, 'utf8')))

const test = {
  ...{ passWithNoTests: false, allowOnly: false, testTimeout: 20_000 },
  expect: { poll: { timeout: 15_000 } }, // after a second, as vitest has it, a busy machine has not flushed one file
}

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
