import ts from 'typescript'

/** One import, export … from or import() of a file. */
export interface Import {
  readonly specifier: string
  /** Erased by the compiler: `import type`. */
  readonly typeOnly: boolean
  readonly names: readonly string[]
  readonly line: number
}

/** A parsed file of the house. */
export interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly isTest: boolean
  /** Calls `see` for every node. */
  walk(see: (node: ts.Node, line: number) => void): void
}

/** Parses one TypeScript file; nothing is resolved, so a file that does not compile can be judged too. */
export function parse(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const lineOf = (node: ts.Node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
  const walk: Source['walk'] = (see) => {
    const visit = (node: ts.Node): void => {
      see(node, lineOf(node))
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  const imports: Import[] = []
  walk((node, line) => {
    const found = importOf(node)
    if (found) imports.push({ ...found, line })
  })
  return { path, text, imports, walk, isTest: /\.(spec|e2e-spec)\.tsx?$/.test(path) }
}

function importOf(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause
    const elements = clause?.namedBindings && ts.isNamedImports(clause.namedBindings) ? [...clause.namedBindings.elements] : []
    const allTypes = elements.length > 0 && !clause?.name && elements.every(({ isTypeOnly }) => isTypeOnly)
    return {
      specifier: node.moduleSpecifier.text,
      typeOnly: clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes,
      names: elements.map(({ name, propertyName }) => (propertyName ?? name).text),
    }
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { specifier: node.moduleSpecifier.text, typeOnly: node.isTypeOnly, names: [] }
  }
  if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')) {
    const [specifier] = node.arguments
    if (specifier && ts.isStringLiteralLike(specifier)) return { specifier: specifier.text, typeOnly: false, names: [] }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true, names: [] }
  }
  return undefined
}
