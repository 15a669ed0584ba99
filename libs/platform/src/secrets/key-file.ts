import { chmodSync, closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes keys down, for nobody but the owner (0600). The file is there as a whole and on the disk, or not at all: half of it would open no
 * link in any mailbox, and end every start. Keys that are there already stay.
 */
export function writeKeyFile(file: string, text: string): void {
  const beside = writeBeside(file, text)
  try {
    // Unlike a rename, this replaces nothing: of two who start at once, one makes the keys.
    linkSync(beside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  rmSync(beside, { force: true })
  syncFolderOf(file)
}

/** Puts other keys in the place of those that are there, whole or not at all. */
export function replaceKeyFile(file: string, text: string): void {
  renameSync(writeBeside(file, text), file)
  syncFolderOf(file)
}

function writeBeside(file: string, text: string): string {
  const beside = `${file}.part`
  writeFileSync(beside, `${text}\n`, { mode: 0o600, flush: true })
  chmodSync(beside, 0o600)
  return beside
}

function syncFolderOf(file: string): void {
  const folder = openSync(dirname(file), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
