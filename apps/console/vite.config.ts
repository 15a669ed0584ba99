import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const library = (name: string) => at(`../../libs/${name}/src/index.ts`)

/** The address of the stylesheet with its version, when libs/ui has built one; the files may be cached for ever. */
function versionedStyles(): Plugin {
  const manifest = at('../../dist/public/assets/manifest.json')
  return {
    name: 'versioned-styles',
    transformIndexHtml(html) {
      if (!existsSync(manifest)) return html
      const address = (JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>)['console.css']
      return address === undefined ? html : html.replace('"/assets/console.css"', `"${address}"`)
    },
  }
}

/** The staff console: one page under /console, no inline script or style (strict CSP), styles of libs/ui come from the api under /assets. */
export default defineConfig({
  root: at('.'),
  base: '/console/',
  publicDir: false,
  plugins: [versionedStyles()],
  resolve: { alias: { '@app/contracts': library('contracts'), '@app/i18n': library('i18n'), '@app/ui': library('ui') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: at('../../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    // Files only: a data: font or script would break `default-src 'none'`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      onLog(level, log, report) {
        // react-query marks its files for server components; in a browser bundle that means nothing.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
      },
    },
  },
})
