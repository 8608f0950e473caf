-- Work to be done. A job is claimed for a time; what a dead worker held comes back when that time is over.

CREATE TABLE jobs (
    job_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text NOT NULL,
    subject     text NOT NULL,                     -- article or story id
    state       text NOT NULL DEFAULT 'waiting',
    attempts    integer NOT NULL DEFAULT 0,        -- failures so far
    due_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    worker      text,
    lease_until timestamptz,
    reason      text,                              -- of the last failure
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT jobs_kind CHECK (kind IN ('analyse', 'form', 'regroup', 'assemble')),
    CONSTRAINT jobs_state CHECK (state IN ('waiting', 'running', 'dead')),
    CONSTRAINT jobs_lease CHECK (CASE WHEN state = 'running' THEN num_nulls(worker, lease_until) = 0
                                      ELSE num_nonnulls(worker, lease_until) = 0 END)
);
CREATE UNIQUE INDEX jobs_waiting ON jobs (kind, subject) WHERE state = 'waiting';
CREATE UNIQUE INDEX jobs_running ON jobs (kind, subject) WHERE state = 'running';
CREATE INDEX jobs_worker ON jobs (worker) WHERE state = 'running';
CREATE INDEX jobs_due_reading ON jobs (due_at) WHERE state = 'waiting' AND kind = 'analyse';
CREATE INDEX jobs_due_writing ON jobs (due_at) WHERE state = 'waiting' AND kind <> 'analyse';

-- Claims and ends rewrite the same few pages all day.
ALTER TABLE jobs SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
