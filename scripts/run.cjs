'use strict'
// Entry of every npm script: `node scripts/run.cjs prepare|lint|test …`.
// Plain ES5 but for one import(), so that a Node.js that is too old parses it and says what to do instead of printing a syntax error.

var found = process.versions.node
var parts = found.split('.').map(Number)
var major = parts[0]
var minor = parts[1]
// The same ranges as "engines" in package.json: ES modules must be loadable by require().
var supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22

if (!supported) {
  console.error('Dialogwerk needs Node.js 20.19 or later (22.12 or later in line 22), but this is ' + found + ': install a current version from https://nodejs.org/ and repeat the command.')
  process.exit(1)
}

process.chdir(require('path').join(__dirname, '..'))
import('./' + process.argv[2] + '.mjs')
  .then(function (task) { return task.default(process.argv.slice(3)) })
  .then(function (code) { process.exitCode = code || 0 })
  .catch(function (error) {
    console.error(error.remedy ? error.message + ' ' + error.remedy : error)
    process.exitCode = 1
  })
