import { execFileSync } from 'node:child_process'
import { programOf } from '../services/index.js'

/**
 * Lets a process write to no file beyond this position any more (RLIMIT_FSIZE; the process gets EFBIG), or again wherever it likes: what a
 * full disk does to it, without the rights that a small file system of its own would ask for. Pipes and sockets are not files.
 * @param bytes null: no limit
 */
export function limitFiles(pid: number, bytes: number | null): void {
  execFileSync(programOf('prlimit'), ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:`])
}
