import { build } from './build.mjs'
import { install } from './install.mjs'

/** Brings a clone to the point where dist/ can be started: packages installed, everything built that has changed. */
export default async function prepare() {
  await install()
  await build()
}
