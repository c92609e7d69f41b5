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
  CREATE TABLE IF NOT EXISTS vectors (
    row INTEGER PRIMARY KEY REFERENCES passages(row) ON DELETE CASCADE,
    embedder TEXT NOT NULL,
    vector BLOB NOT NULL
  ) STRICT;
`;
