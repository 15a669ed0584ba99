/**
 * What is built runs as production: React and Express are several times slower otherwise. Imported before everything else, because
 * they look at it while they are loaded.
 */
import './heap.js'

process.env['NODE_ENV'] = 'production'
