import { DefaultNamingStrategy, type NamingStrategyInterface, Table } from 'typeorm'

type TableName = Table | string

/** snake_case columns and readable constraint names. Names of foreign keys are per database in MySQL, hence two underscores. */
export class NamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [...prefixes, custom ?? property].map(snakeCase).join('_')
  }

  override foreignKeyName(table: TableName, columns: string[]): string {
    return constraintName('fk', this.bare(table), columns)
  }

  override indexName(table: TableName, columns: string[]): string {
    return constraintName('ix', this.bare(table), columns)
  }

  private bare(table: TableName): string {
    return this.getTableName(table).split('.').pop()!
  }
}

export function constraintName(kind: 'fk' | 'ix', table: string, columns: string[]): string {
  return `${kind}_${table}__${columns.map(snakeCase).join('_')}`
}

function snakeCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
