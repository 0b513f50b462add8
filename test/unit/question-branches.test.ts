import { join, relative } from 'node:path'
import { API, type Checker, type Type } from 'typescript/unstable/sync'
import {
  isBinaryExpression,
  isCallExpression,
  isElementAccessExpression,
  isPropertyAccessExpression,
  isSwitchStatement,
} from 'typescript/unstable/ast/is'
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast'
import { expect, test } from 'vitest'

import { questionTypes } from '../../worker/questions/registry.ts'

const root = join(import.meta.dirname, '../..')
const types = Object.keys(questionTypes)
const comparisons = new Set([
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.EqualsEqualsToken,
  SyntaxKind.ExclamationEqualsToken,
])

/** The expressions of a node that decide what is done: compared, switched over, looked up by, or asked for a part. */
function asked(node: Node): { expression: Node; isPart?: true }[] {
  if (isSwitchStatement(node)) return [{ expression: node.expression }]
  if (isElementAccessExpression(node)) return [{ expression: node.argumentExpression }]
  if (isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    if (comparisons.has(kind)) return [{ expression: node.left }, { expression: node.right }]
    return kind === SyntaxKind.InKeyword ? [{ expression: node.right, isPart: true }] : []
  }
  if (!isCallExpression(node) || !isPropertyAccessExpression(node.expression)) return []
  return ['includes', 'has', 'get'].includes(node.expression.name.text)
    ? node.arguments.map((expression) => ({ expression }))
    : []
}

/** Nothing but names of types of question, and more than one of them: a question's type that is not known yet. */
function isUnknownType(type: Type | undefined): boolean {
  const members = membersOf(type)
  return members.length > 1 && members.every((each) => types.includes(String((each as { value?: unknown }).value)))
}

function membersOf(type: Type | undefined): readonly Type[] {
  return !type ? [] : type.isUnionType() ? type.getTypes() : [type]
}

/** A question, or a view of one, whose `type` is not known yet. */
function isUnknownQuestion(type: Type | undefined, checker: Checker): boolean {
  const names = membersOf(type).map((each) => {
    const own = checker.getPropertyOfType(each, 'type')
    return own && checker.getTypeOfSymbol(own)
  })
  const known = names.every(
    (each) => each && membersOf(each).every((one) => types.includes(String((one as { value?: unknown }).value))),
  )
  return names.length > 1 && known
}

function branchesIn(file: SourceFile, checker: Checker): string[] {
  const found: string[] = []
  const visit = (node: Node): undefined => {
    const all = asked(node).map((each) => ({ ...each, type: checker.getTypeAtLocation(each.expression) }))
    // Two types that are compared with each other decide nothing about either.
    const isOfTwo = all.length > 1 && all.every(({ type }) => isUnknownType(type))
    for (const { expression, isPart, type } of isOfTwo ? [] : all) {
      if (!(isPart ? isUnknownQuestion(type, checker) : isUnknownType(type))) continue
      const line = file.text.slice(0, expression.pos).split('\n').length
      found.push(`${relative(root, file.fileName)}:${line}`)
    }
    node.forEachChild(visit)
    return undefined
  }
  visit(file)
  return [...new Set(found)]
}

/** Every branch on a question's type in the files of a project that `wanted` takes. */
function branches(wanted: (path: string) => boolean): string[] {
  const api = new API()
  try {
    const config = join(root, 'tsconfig.json')
    const project = api.updateSnapshot({ openProject: config }).getProject(config)!
    const files = project.program.getSourceFileNames().filter((name) => wanted(relative(root, name)))
    expect(files.length).toBeGreaterThan(0)
    return files.flatMap((name) => branchesIn(project.program.getSourceFile(name)!, project.checker))
  } finally {
    api.close()
  }
}

const ownFiles = /^(worker|web|tools\/authoring)\/questions\//

test('nothing outside the files of the types asks what type a question is', () => {
  const inHouse = (path: string) => /^(worker|web|tools)\//.test(path) && !ownFiles.test(path)
  expect(branches(inHouse)).toEqual([])
}, 120_000)

test('a file that does ask is found, however it asks', () => {
  const found = branches((path) => path === 'test/support/forgetful-branches.ts')
  expect(found.map((line) => Number(line.split(':')[1]))).toEqual([8, 9, 10, 11, 12, 14])
}, 120_000)
