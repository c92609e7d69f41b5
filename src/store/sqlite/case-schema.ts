/**
 * Case files: the events are the truth, the other tables follow from them and are there to find a case by.
 *
 * Two triggers keep the events as they were written; erasing a case when its time in the archive is over has to lift
 * them in its own transaction.
 */
export const CASES = `
  CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    tenant TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    revision INTEGER NOT NULL,
    opened_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX cases_changed ON cases (changed_ms);
  CREATE TABLE case_events (
    case_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    by_id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (case_id, seq)
  );
  CREATE TRIGGER case_events_no_update BEFORE UPDATE ON case_events
    BEGIN SELECT RAISE(ABORT, 'the events of a case are append-only'); END;
  CREATE TRIGGER case_events_no_delete BEFORE DELETE ON case_events
    BEGIN SELECT RAISE(ABORT, 'the events of a case are append-only'); END;
  CREATE TABLE case_people (
    person TEXT NOT NULL,
    case_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (person, case_id)
  ) WITHOUT ROWID;
  CREATE INDEX case_people_case ON case_people (case_id, place);
  CREATE TABLE case_documents (
    case_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    state TEXT NOT NULL,
    number TEXT,
    PRIMARY KEY (case_id, place)
  ) WITHOUT ROWID;
  CREATE INDEX case_documents_state ON case_documents (state);
  CREATE TABLE case_deadlines (
    case_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    due TEXT,
    is_open INTEGER NOT NULL,
    PRIMARY KEY (case_id, place)
  ) WITHOUT ROWID;
  CREATE INDEX case_deadlines_due ON case_deadlines (due) WHERE is_open = 1;
  CREATE TABLE case_talks (
    conversation TEXT NOT NULL,
    case_id TEXT NOT NULL,
    document TEXT,
    is_current INTEGER NOT NULL,
    PRIMARY KEY (conversation, case_id)
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX case_talks_current ON case_talks (conversation) WHERE is_current = 1;
  CREATE INDEX case_talks_case ON case_talks (case_id);
  CREATE TABLE case_numbers (
    tenant TEXT NOT NULL,
    pattern TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    given INTEGER NOT NULL,
    PRIMARY KEY (tenant, pattern, year)
  ) WITHOUT ROWID;
  `;
