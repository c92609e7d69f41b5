/** Tables of the knowledge base; every statement may run again on a base that has them. */
export const LIBRARY_SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    audience TEXT NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    indexed INTEGER NOT NULL DEFAULT -1,
    documents INTEGER NOT NULL DEFAULT 0,
    passages INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS documents (
    id INTEGER PRIMARY KEY,
    collection TEXT NOT NULL REFERENCES collections(name) ON DELETE CASCADE,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    mtime_ms REAL NOT NULL,
    reader TEXT NOT NULL,
    passages INTEGER NOT NULL,
    meta TEXT NOT NULL,
    UNIQUE (collection, path)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS passages (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    language TEXT NOT NULL,
    place INTEGER NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (collection, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS passages_by_document ON passages (document);
  CREATE INDEX IF NOT EXISTS passages_by_article ON passages (collection, article_id, language, place);
  -- one counter for all collections: a generation never comes back, not even with a collection of the same name
  CREATE TABLE IF NOT EXISTS clock (one INTEGER PRIMARY KEY CHECK (one = 1), generation INTEGER NOT NULL) STRICT;
  INSERT OR IGNORE INTO clock SELECT 1, coalesce(max(generation), 0) FROM collections;
  -- rows that an index may still name
  CREATE TABLE IF NOT EXISTS gone (
    collection TEXT NOT NULL,
    row INTEGER NOT NULL,
    article_id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    PRIMARY KEY (collection, row)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS passage_is_gone AFTER DELETE ON passages BEGIN
    INSERT OR IGNORE INTO gone
      SELECT old.collection, old.row, old.article_id, generation FROM collections WHERE name = old.collection;
  END;
  -- the former words of documents that were replaced, until an index of their new words is published
  CREATE TABLE IF NOT EXISTS replaced (
    row INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    language TEXT NOT NULL,
    place INTEGER NOT NULL,
    content TEXT NOT NULL,
    generation INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS replaced_by_document ON replaced (document);
  CREATE INDEX IF NOT EXISTS replaced_by_generation ON replaced (collection, generation);
  -- vectors are kept with the index; a base of an earlier version gives their room back
  DROP TABLE IF EXISTS vectors;
`;
