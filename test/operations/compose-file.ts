import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { findProgram, systemPython } from '../services/index.js'

export const root = resolve(__dirname, '../..')

export interface ComposeService {
  image: string
  command?: string | string[]
  environment?: Record<string, string | number>
  healthcheck?: { test: string[] }
  stop_grace_period?: string
  read_only?: boolean
  cap_drop?: string[]
  ports?: (string | { target: number })[]
  depends_on?: Record<string, { condition: string }>
}

/** Runs `docker-compose … config` on files of the repository; needs no engine. */
export function composeConfig(args: readonly string[], environment: Record<string, string>): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(findProgram('docker-compose')!, args, { cwd: root, env: { PATH: process.env.PATH ?? '', ...environment }, encoding: 'utf8' })
}

/** The services with all variables filled in. Version 1 of docker-compose knows no JSON, but brings a reader of YAML. */
export function composeServices(args: readonly string[], environment: Record<string, string>): Record<string, ComposeService> {
  const asJson = composeConfig([...args, 'config', '--format', 'json'], environment)
  if (asJson.status === 0 && asJson.stdout.startsWith('{')) return (JSON.parse(asJson.stdout) as { services: Record<string, ComposeService> }).services
  const { status, stdout, stderr } = composeConfig([...args, 'config'], environment)
  if (status !== 0) throw new Error(stderr)
  const read = spawnSync(systemPython, ['-c', 'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin), sys.stdout)'], { input: stdout, encoding: 'utf8' })
  if (read.status !== 0) throw new Error(read.stderr)
  return (JSON.parse(read.stdout) as { services: Record<string, ComposeService> }).services
}

/** A command as the words it is made of; ours need no quotes. */
export function wordsOf({ command = [] }: ComposeService): string[] {
  return typeof command === 'string' ? command.split(' ') : command
}
