import { CompiledQuery, type Driver } from 'kysely';
import { NodeSqliteDialect } from '../../packages/api/src/store/sqlite.ts';

/** SQLite as it is, on a disk whose room the test decides: SQLite itself then answers that it is full. */
export class SmallDiskDialect extends NodeSqliteDialect {
  #driver: Driver | null = null;

  override createDriver(): Driver {
    this.#driver = super.createDriver();
    return this.#driver;
  }

  /** Pages the file may have; fewer than it has means that it cannot grow. */
  async room(pages: number): Promise<void> {
    const connection = await this.#driver!.acquireConnection();
    await connection.executeQuery(CompiledQuery.raw(`pragma max_page_count = ${pages}`));
    await this.#driver!.releaseConnection(connection);
  }
}
