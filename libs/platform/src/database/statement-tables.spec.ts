import { SOME_TABLE, tableWrittenBy, tablesReadBy } from './statement-tables.js'

test.each([
  ['INSERT INTO "host"("id", "slug") VALUES (?, ?)', 'host'],
  ['INSERT INTO `host`(`id`) VALUES (?) ON DUPLICATE KEY UPDATE `slug` = VALUES(`slug`)', 'host'],
  ['insert ignore into host (id) values (?)', 'host'],
  ['INSERT OR IGNORE INTO host (id) VALUES (?)', 'host'],
  ['REPLACE INTO host VALUES (?)', 'host'],
  ['UPDATE "event" SET "title" = ?, "revision" = "revision" + 1 WHERE "id" IN (?)', 'event'],
  ['UPDATE `event` SET `title` = ?, `revision` = LAST_INSERT_ID(`revision` + 1) WHERE `id` = ?', 'event'],
  ['UPDATE event SET revision = revision + 1, title = ? WHERE id = ?', 'event'],
  ['DELETE FROM `agenda_item` WHERE `id` IN (?)', 'agenda_item'],
  // What is not known as harmless is taken for a write.
  ['WITH gone AS (SELECT 1) DELETE FROM host', SOME_TABLE],
  ['UPDATE event e JOIN host h ON h.id = e.id SET h.slug = ?', SOME_TABLE],
  ['DELETE h FROM host h JOIN event e ON e.id = h.id', SOME_TABLE],
  ['TRUNCATE TABLE host', SOME_TABLE],
  ['ALTER TABLE host ADD COLUMN x integer', SOME_TABLE],
])('%s writes %s', (statement, table) => {
  expect(tableWrittenBy(statement)).toBe(table)
})

test.each([
  'UPDATE "event" SET "revision" = "revision" + 1 WHERE "id" = ? RETURNING "revision"', 'UPDATE `event` SET `revision` = LAST_INSERT_ID(`revision` + 1) WHERE `id` = ?', 'UPDATE event SET revision = revision + 1 WHERE id = ?',
  'SELECT * FROM "event" WHERE "title" = ?', 'SET TRANSACTION ISOLATION LEVEL READ COMMITTED', 'START TRANSACTION', 'BEGIN TRANSACTION', 'COMMIT', 'ROLLBACK TO SAVEPOINT a', 'PRAGMA foreign_keys',
])('%s changes nothing that is shown', (statement) => {
  expect(tableWrittenBy(statement)).toBeNull()
})

test('what a statement reads is named, with subqueries and joins', () => {
  expect(tablesReadBy('SELECT a.id, b.id FROM event a, host b')).toContain(SOME_TABLE)
  expect(tablesReadBy('SELECT (SELECT value FROM installation WHERE name = ?) AS a, e.* FROM "event" "e" LEFT JOIN `series` s ON 1')).toEqual(['installation', 'event', 'series'])
})
