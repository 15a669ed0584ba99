import { createConnection } from 'mysql2/promise'

/** Runs one statement as root on the MariaDB server of this port. */
export async function executeOn(port: number, statement: string): Promise<void> {
  const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' })
  try {
    await connection.query(statement)
  } finally {
    await connection.end()
  }
}

/** Makes an empty database as the product asks for it and returns its address. */
export async function createDatabaseOn(port: number, name: string): Promise<string> {
  await executeOn(port, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
  return `mariadb://root@127.0.0.1:${port}/${name}`
}
