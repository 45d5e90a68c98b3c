import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { hardeningRules } from './hardening-rules'
import type { Matcher } from './matchers'

const root = path.resolve(import.meta.dirname, '../../..')

/** What is forbidden, where, why, and a sample that the rule must catch. */
export interface HardeningRule {
  readonly name: string
  /** Paths from the root of the project on which it holds. */
  readonly where: RegExp
  readonly forbids: readonly Matcher[]
  /** At least one for each of `forbids`. */
  readonly bad: readonly string[]
  /** Files that may, each with its reason. */
  readonly allowed?: Readonly<Record<string, string>>
}

export interface Hit {
  readonly rule: string
  readonly file: string
  readonly line: number
}

/** Paths of the product's sources from the root, and how each is parsed. */
export function productFiles(): string[] {
  return ['shared', 'electron', 'renderer', 'headquarters'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map(name => path.join(folder, name).split(path.sep).join('/')),
  )
}

export const parsed = (file: string, text = fs.readFileSync(path.join(root, file), 'utf8')): ts.SourceFile =>
  ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )

/** Every place where a rule is broken, those that are allowed among them. */
export function hitsIn(source: ts.SourceFile, rules: readonly HardeningRule[]): Hit[] {
  const byKind = new Map<ts.SyntaxKind, { readonly rule: string; readonly matches: Matcher['matches'] }[]>()
  for (const { name: rule, where, forbids } of rules) {
    if (!where.test(source.fileName)) continue
    for (const { kinds, matches } of forbids)
      for (const kind of kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), { rule, matches }])
  }
  const hits: Hit[] = []
  const visit = (node: ts.Node): void => {
    for (const { rule, matches } of byKind.get(node.kind) ?? [])
      if (matches(node)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart())
        hits.push({ rule, file: source.fileName, line: line + 1 })
      }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return hits
}

let found: readonly Hit[] | undefined

/** Every place of the product where a rule is broken; read once. */
export const productHits = (): readonly Hit[] =>
  (found ??= productFiles().flatMap(file => hitsIn(parsed(file), hardeningRules)))

/** Those that no rule names with a reason. */
export const unallowedHits = (): readonly Hit[] =>
  productHits().filter(({ rule, file }) =>
    hardeningRules.every(({ name, allowed }) => name !== rule || allowed?.[file] === undefined),
  )
