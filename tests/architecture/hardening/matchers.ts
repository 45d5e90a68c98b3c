import ts from 'typescript'

/** Says of one node of a source file whether it is what a rule forbids. */
export interface Matcher {
  readonly kinds: readonly ts.SyntaxKind[]
  readonly matches: (node: ts.Node) => boolean
}

const matcher = <N extends ts.Node>(kind: ts.SyntaxKind, matches: (node: N) => boolean): Matcher => ({
  kinds: [kind],
  matches: node => matches(node as N),
})

const { SyntaxKind } = ts

/** `a.name(…)` or `name(…)`, also where it is written `a['name'](…)`. */
export const calls = (names: RegExp, holds: (call: ts.CallExpression) => boolean = () => true): Matcher =>
  matcher<ts.CallExpression>(
    SyntaxKind.CallExpression,
    call => names.test(nameOf(call.expression)) && !isDeclared(call) && holds(call),
  )

/** `name(…)` of the platform, and no method of that name. */
export const callsByName = (name: RegExp): Matcher => calls(name, ({ expression }) => ts.isIdentifier(expression))

export const makes = (names: RegExp, holds: (made: ts.NewExpression) => boolean = () => true): Matcher =>
  matcher<ts.NewExpression>(SyntaxKind.NewExpression, made => names.test(nameOf(made.expression)) && holds(made))

/** `name: value`, `{ name }` and `a.name = value`, where the value is not exactly one of these sources. */
export const setsTo = (name: RegExp, ...allowed: readonly string[]): Matcher => ({
  kinds: [SyntaxKind.PropertyAssignment, SyntaxKind.ShorthandPropertyAssignment, SyntaxKind.BinaryExpression],
  matches: node => {
    if (ts.isShorthandPropertyAssignment(node)) return name.test(node.name.text)
    if (ts.isPropertyAssignment(node))
      return name.test(keyOf(node.name)) && !allowed.includes(node.initializer.getText())
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== SyntaxKind.EqualsToken) return false
    return isMember(node.left) && name.test(nameOf(node.left)) && !allowed.includes(node.right.getText())
  },
})

/** An import, static or not, `require`, or an export of what another module has; with names, only of these. */
export const imports = (module: RegExp, names?: RegExp): Matcher => ({
  kinds: [
    ...[SyntaxKind.ImportDeclaration, SyntaxKind.ExportDeclaration],
    ...[SyntaxKind.ImportEqualsDeclaration, SyntaxKind.CallExpression],
  ],
  matches: node => {
    if (ts.isCallExpression(node)) return isLoad(node) && module.test(textOf(node.arguments[0]))
    if (ts.isImportEqualsDeclaration(node))
      return ts.isExternalModuleReference(node.moduleReference) && module.test(textOf(node.moduleReference.expression))
    if (ts.isExportDeclaration(node))
      return module.test(textOf(node.moduleSpecifier)) && passesOn(node).some(name => names?.test(name) ?? true)
    if (!ts.isImportDeclaration(node) || !module.test(textOf(node.moduleSpecifier))) return false
    return names === undefined || valuesOf(node).some(name => names.test(name))
  },
})

/** `import(x)` and `require(x)` of what is not written there. */
export const loadsUnknown = (): Matcher =>
  matcher<ts.CallExpression>(
    SyntaxKind.CallExpression,
    call => isLoad(call) && !(call.arguments[0] && ts.isStringLiteralLike(call.arguments[0])),
  )

/** `a.b` read, called or taken out: `const { b } = a`. */
export const reads = (name: RegExp): Matcher => ({
  kinds: [SyntaxKind.PropertyAccessExpression, SyntaxKind.ElementAccessExpression, SyntaxKind.BindingElement],
  matches: node => name.test(ts.isBindingElement(node) ? takenName(node) : wholeName(node)),
})

export const saysWord = (name: RegExp): Matcher =>
  matcher<ts.Identifier>(SyntaxKind.Identifier, ({ text }) => name.test(text))

/** A literal, or a part of a template, that reads so. */
export const says = (text: RegExp): Matcher => ({
  kinds: [
    ...[SyntaxKind.StringLiteral, SyntaxKind.NoSubstitutionTemplateLiteral, SyntaxKind.TemplateHead],
    ...[SyntaxKind.TemplateMiddle, SyntaxKind.TemplateTail, SyntaxKind.JsxText],
  ],
  matches: node => text.test((node as ts.LiteralLikeNode).text),
})

export const element = (name: RegExp): Matcher => ({
  kinds: [SyntaxKind.JsxOpeningElement, SyntaxKind.JsxSelfClosingElement],
  matches: node => name.test((node as ts.JsxOpeningLikeElement).tagName.getText()),
})

/** Of an element or a component whose name fits. */
export const attribute = (name: RegExp, holds: (value: string) => boolean = () => true, of = /^/): Matcher =>
  matcher<ts.JsxAttribute>(
    SyntaxKind.JsxAttribute,
    node =>
      name.test(node.name.getText()) &&
      of.test((node.parent.parent as ts.JsxOpeningLikeElement).tagName.getText()) &&
      holds(node.initializer?.getText() ?? ''),
  )

/** `<name {...props}>`: nobody sees which attributes come. */
export const spreadsInto = (name: RegExp): Matcher =>
  matcher<ts.JsxSpreadAttribute>(SyntaxKind.JsxSpreadAttribute, ({ parent }) =>
    name.test((parent.parent as ts.JsxOpeningLikeElement).tagName.getText()),
  )

/** The page goes to another address: its own anchor (`location.hash`) is no such thing. */
export const goesTo = (): Matcher => ({
  kinds: [SyntaxKind.BinaryExpression, SyntaxKind.PropertyAccessExpression, SyntaxKind.BindingElement],
  matches: node => {
    if (!ts.isBinaryExpression(node))
      return /(?:^|\.)location\.(?:assign|replace)$/.test(ts.isBindingElement(node) ? takenName(node) : wholeName(node))
    const isSet = node.operatorToken.kind === SyntaxKind.EqualsToken
    return isSet && /(?:^|\.)location(?:\.(?:href|pathname|search|host|protocol))?$/.test(wholeName(node.left))
  },
})

/** `JSON.parse(…) as T`, or of a type without a check, where the text did not come from `JSON.stringify` beside it. */
export const castsParsedJson = (): Matcher =>
  matcher<ts.CallExpression>(SyntaxKind.CallExpression, call => {
    if (call.expression.getText() !== 'JSON.parse') return false
    const [text] = call.arguments
    if (text && ts.isCallExpression(text) && text.expression.getText() === 'JSON.stringify') return false
    const { parent } = call
    if (ts.isAsExpression(parent)) return !isReasoned(parent)
    return ts.isVariableDeclaration(parent) && parent.type?.kind !== SyntaxKind.UnknownKeyword
  })

/** The sentence that a cast of this house carries on its line. */
const isReasoned = (node: ts.Node): boolean => {
  const { text } = node.getSourceFile()
  const end = text.indexOf('\n', node.end)
  return text.slice(node.end, end < 0 ? undefined : end).includes('// authenticated')
}

/** Name of what is called or read last: `b` of `a.b`, `a?.b` and `a['b']`. */
export function nameOf(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  if (ts.isElementAccessExpression(node)) return textOf(node.argumentExpression)
  return ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) ? nameOf(node.expression) : ''
}

const wholeName = (node: ts.Node): string =>
  ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
    ? `${wholeName(node.expression)}.${nameOf(node)}`
    : nameOf(node)

/** `ipcMain.handle` of `const { handle } = ipcMain`; empty for a name taken out of what has none. */
function takenName({ parent, propertyName, name }: ts.BindingElement): string {
  const { parent: declared } = parent
  if (!ts.isObjectBindingPattern(parent) || !ts.isVariableDeclaration(declared) || !declared.initializer) return ''
  return `${wholeName(declared.initializer)}.${(propertyName ?? name).getText()}`
}

const isMember = (node: ts.Node): boolean => ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
const keyOf = (name: ts.PropertyName): string => (ts.isComputedPropertyName(name) ? '' : name.text)
export const textOf = (node: ts.Node | undefined): string => (node && ts.isStringLiteralLike(node) ? node.text : '')

const isLoad = ({ expression }: ts.CallExpression): boolean =>
  expression.kind === SyntaxKind.ImportKeyword || nameOf(expression) === 'require'

/** What an import brings in at run time; types are nobody's danger. */
function valuesOf({ importClause }: ts.ImportDeclaration): string[] {
  if (!importClause || importClause.isTypeOnly) return []
  const { name, namedBindings } = importClause
  const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : undefined
  const values = named?.filter(({ isTypeOnly }) => !isTypeOnly).map(one => (one.propertyName ?? one.name).text)
  return [...(name ? [name.text] : []), ...(values ?? (namedBindings ? ['*'] : []))]
}

/** What an export of another module brings on at run time. */
function passesOn({ isTypeOnly, exportClause }: ts.ExportDeclaration): string[] {
  if (isTypeOnly) return []
  if (!exportClause || !ts.isNamedExports(exportClause)) return ['*']
  return exportClause.elements.filter(one => !one.isTypeOnly).map(one => (one.propertyName ?? one.name).text)
}

/** A call of something that the file itself declares under this name is not the one of the platform. */
function isDeclared(call: ts.CallExpression): boolean {
  if (!ts.isIdentifier(call.expression)) return false
  const { text } = call.expression
  for (let scope: ts.Node = call; scope; scope = scope.parent)
    if (ts.isFunctionLike(scope) && scope.parameters.some(({ name }) => name.getText() === text)) return true
  return false
}

export const isConstant = (node: ts.Node | undefined): boolean => node !== undefined && ts.isStringLiteralLike(node)
/** `${appOrigin}/…`, written out where the window is loaded. */
export const startsWithOwnOrigin = (node: ts.Node | undefined): boolean =>
  node !== undefined && /^`\$\{appOrigin\}\//.test(node.getText())
/** `{ …, webPreferences: safeWebPreferences(…) }`, written out, once, and nothing spread over it. */
export function holdsSafePreferences({ arguments: given }: ts.NewExpression): boolean {
  const [options] = given ?? []
  if (!options || !ts.isObjectLiteralExpression(options)) return false
  const at = options.properties.findIndex(one => one.name && keyOf(one.name) === 'webPreferences')
  const found = options.properties[at]
  if (!found || !ts.isPropertyAssignment(found) || !/^(?:safe|kiosk)WebPreferences\(/.test(found.initializer.getText()))
    return false
  return options.properties.slice(at + 1).every(one => one.name && keyOf(one.name) !== 'webPreferences')
}
