import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const library = (name: string) => fileURLToPath(new URL(`../../libs/${name}/src/index.ts`, import.meta.url))

/** The staff console: one page under /console, no inline script or style (strict CSP), styles of libs/ui come from the api under /assets. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  publicDir: false,
  resolve: { alias: { '@app/contracts': library('contracts'), '@app/i18n': library('i18n'), '@app/ui': library('ui') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Files only: a data: font or script would break `default-src 'none'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
