-- What a story's timeline was at each of its revisions, and event by event what changed from one to the next.

ALTER TABLE stories ADD COLUMN history_from bigint NOT NULL DEFAULT 1;  -- the first revision that can be shown again
UPDATE stories SET history_from = revision WHERE revision > 1;

-- The revision that first shows the event as it stands in this row; 0 where it stood so before there was a history.
ALTER TABLE events ADD COLUMN since_revision bigint NOT NULL DEFAULT 0;
ALTER TABLE events ALTER COLUMN since_revision DROP DEFAULT;

-- Events as they stood before: shown from from_revision on, no longer by to_revision.
CREATE TABLE event_versions (
    story_id      text NOT NULL REFERENCES stories ON DELETE CASCADE,
    event_id      text NOT NULL,
    from_revision bigint NOT NULL,
    to_revision   bigint NOT NULL,
    position      bigint NOT NULL,
    type          text NOT NULL,
    first_day     date,
    last_day      date,
    salience      real NOT NULL,
    source_count  integer NOT NULL,
    names         text[] NOT NULL,                 -- of all participants: key, name and aliases in lower case
    document      text NOT NULL,                   -- the API's event object as JSON text
    PRIMARY KEY (story_id, event_id, from_revision),
    CONSTRAINT event_versions_interval CHECK (from_revision < to_revision)
);
CREATE INDEX event_versions_end ON event_versions (story_id, to_revision);

-- The story's head as each revision shows it; NULL for revisions before there was a history.
ALTER TABLE story_revisions
    ADD COLUMN title           text,
    ADD COLUMN article_count   integer,
    ADD COLUMN publisher_count integer,
    ADD COLUMN event_count     integer,
    ADD COLUMN first_day       date,
    ADD COLUMN last_day        date;
UPDATE story_revisions r SET title = s.title, article_count = s.article_count, publisher_count = s.publisher_count,
                             event_count = s.event_count, first_day = s.first_day, last_day = s.last_day
FROM stories s WHERE s.story_id = r.story_id AND s.revision = r.revision;

ALTER TABLE story_changes
    ADD COLUMN title   text NOT NULL DEFAULT '',   -- of the event after the change, or its last one
    ADD COLUMN into_id text,                       -- the event that took a merged one in
    ADD COLUMN fields  json;                       -- [{"name", "before", "after"}] of a changed event

-- A merge was logged under the id of the event that remained, and named the other in its reason.
UPDATE story_changes SET into_id = event_id, event_id = coalesce(substring(reason FROM 'e_[0-9a-z]{16}'), event_id)
WHERE kind = 'event_merged';
UPDATE story_changes c SET title = coalesce(e.document::json ->> 'title', '')
FROM events e WHERE e.story_id = c.story_id AND e.event_id = c.event_id;
