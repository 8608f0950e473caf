-- Stories and their timelines. Every table is routed by story_id, which stands first in its primary key;
-- event_directory, id_redirects and id_tombstones are routed by the id that is looked up.

CREATE TABLE stories (
    story_id        text PRIMARY KEY,
    title           text NOT NULL DEFAULT '',
    revision        bigint NOT NULL DEFAULT 0,     -- 0 until the first timeline is written
    article_count   integer NOT NULL DEFAULT 0,
    publisher_count integer NOT NULL DEFAULT 0,
    event_count     integer NOT NULL DEFAULT 0,
    first_day       date,
    last_day        date,
    search          tsvector NOT NULL DEFAULT '',
    merged_into     text,                          -- until that story's timeline has taken over the events
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT stories_id CHECK (story_id ~ '^s_[0-9a-z]{16}$'),
    CONSTRAINT stories_revision CHECK (revision >= 0),
    CONSTRAINT stories_merged CHECK (merged_into <> story_id)
);
CREATE INDEX stories_recent ON stories (updated_at DESC, story_id DESC) WHERE revision > 0 AND merged_into IS NULL;
CREATE INDEX stories_search ON stories USING gin (search);
CREATE INDEX stories_merged_into ON stories (merged_into) WHERE merged_into IS NOT NULL;

-- An article stands in one story at most: articles.story_id says in which, and the constraint keeps the two at one.
CREATE TABLE story_articles (
    story_id   text NOT NULL REFERENCES stories ON DELETE CASCADE,
    article_id text NOT NULL,
    PRIMARY KEY (story_id, article_id),
    CONSTRAINT routed_story_articles FOREIGN KEY (article_id, story_id) REFERENCES articles (article_id, story_id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX story_articles_article ON story_articles (article_id, story_id);

CREATE TABLE story_entities (
    story_id text NOT NULL REFERENCES stories ON DELETE CASCADE,
    key      text NOT NULL,                        -- the same in every story for the same person, place, …
    name     text NOT NULL,
    names    text[] NOT NULL,                      -- key, name and aliases in lower case
    events   integer NOT NULL,
    PRIMARY KEY (story_id, key)
);
CREATE INDEX story_entities_names ON story_entities USING gin (names);

CREATE TABLE events (
    story_id     text NOT NULL REFERENCES stories ON DELETE CASCADE,
    event_id     text NOT NULL,
    position     bigint NOT NULL,                  -- chronological; gaps leave room for later finds
    type         text NOT NULL,
    first_day    date,
    last_day     date,
    salience     real NOT NULL,
    source_count integer NOT NULL,
    origin_count integer NOT NULL,
    document     text NOT NULL,                    -- the API's event object as JSON text
    details_hash text NOT NULL,                    -- of participants, mentions, links and merges as stored
    PRIMARY KEY (story_id, event_id),
    CONSTRAINT events_id CHECK (event_id ~ '^e_[0-9a-z]{16}$'),
    CONSTRAINT events_position UNIQUE (story_id, position) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT events_days CHECK (first_day <= last_day),
    CONSTRAINT events_sources CHECK (source_count >= 0 AND origin_count >= 1)
);
ALTER TABLE events ALTER COLUMN document SET STORAGE EXTERNAL;

CREATE TABLE event_directory (
    event_id text PRIMARY KEY,
    story_id text NOT NULL,
    CONSTRAINT routed_event_directory FOREIGN KEY (story_id, event_id) REFERENCES events ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX event_directory_story ON event_directory (story_id, event_id);

CREATE TABLE event_mentions (
    story_id   text NOT NULL,
    event_id   text NOT NULL,
    article_id text NOT NULL,
    version    integer NOT NULL,
    ordinal    integer NOT NULL,
    PRIMARY KEY (story_id, event_id, article_id, ordinal),
    FOREIGN KEY (story_id, event_id) REFERENCES events ON DELETE CASCADE,
    CONSTRAINT routed_event_mentions FOREIGN KEY (article_id, version, ordinal) REFERENCES mentions
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX event_mentions_article ON event_mentions (article_id, version, ordinal);

CREATE TABLE event_participants (
    story_id text NOT NULL,
    event_id text NOT NULL,
    ordinal  integer NOT NULL,
    key      text NOT NULL,
    name     text NOT NULL,
    names    text[] NOT NULL,                      -- key, name and aliases in lower case
    role     text NOT NULL,
    PRIMARY KEY (story_id, event_id, ordinal),
    FOREIGN KEY (story_id, event_id) REFERENCES events ON DELETE CASCADE,
    CONSTRAINT event_participants_role CHECK (role IN ('actor', 'recipient', 'place', 'other'))
);

CREATE TABLE event_links (
    story_id    text NOT NULL,
    event_id    text NOT NULL,
    relation    text NOT NULL,
    target_id   text NOT NULL,
    article_id  text NOT NULL,                     -- whose words say so
    words_start integer NOT NULL,
    words_end   integer NOT NULL,
    PRIMARY KEY (story_id, event_id, relation, target_id),
    FOREIGN KEY (story_id, event_id) REFERENCES events ON DELETE CASCADE,
    FOREIGN KEY (story_id, target_id) REFERENCES events ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT event_links_relation CHECK (
        relation IN ('responds_to', 'denies', 'causes', 'subevent_of', 'contradicts', 'about')),
    CONSTRAINT event_links_two CHECK (event_id <> target_id),
    CONSTRAINT event_links_words CHECK (0 <= words_start AND words_start <= words_end)
);
CREATE INDEX event_links_target ON event_links (story_id, target_id);

-- Why mentions were joined to the event, and which were nearly joined.
CREATE TABLE event_merges (
    story_id      text NOT NULL,
    event_id      text NOT NULL,
    ordinal       integer NOT NULL,
    merged        boolean NOT NULL,
    score         double precision NOT NULL,
    reason        text NOT NULL,
    features      json NOT NULL,                   -- feature to contribution
    left_article  text NOT NULL,
    left_mention  integer NOT NULL,
    right_article text NOT NULL,
    right_mention integer NOT NULL,
    PRIMARY KEY (story_id, event_id, ordinal),
    FOREIGN KEY (story_id, event_id) REFERENCES events ON DELETE CASCADE
);

-- The log of what changed in a story. A revision is open, and not shown, until its timeline is written.
CREATE TABLE story_revisions (
    story_id     text NOT NULL REFERENCES stories ON DELETE CASCADE,
    revision     bigint NOT NULL,
    published_at timestamptz,
    PRIMARY KEY (story_id, revision),
    CONSTRAINT story_revisions_number CHECK (revision >= 1)
);

CREATE TABLE story_changes (
    story_id   text NOT NULL,
    revision   bigint NOT NULL,
    change_id  bigint GENERATED ALWAYS AS IDENTITY,
    kind       text NOT NULL,
    event_id   text,
    article_id text,
    reason     text NOT NULL,
    PRIMARY KEY (story_id, revision, change_id),
    FOREIGN KEY (story_id, revision) REFERENCES story_revisions ON DELETE CASCADE,
    CONSTRAINT story_changes_kind CHECK (
        kind IN ('event_added', 'event_changed', 'event_removed', 'event_merged', 'article_added', 'article_removed',
                 'story_merged', 'story_split'))
);

-- Where to look for what has gone: never deleted.
CREATE TABLE id_redirects (
    old_id     text PRIMARY KEY,
    new_id     text NOT NULL,                      -- itself never redirected
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT id_redirects_kind CHECK (left(old_id, 2) = left(new_id, 2) AND old_id <> new_id)
);
CREATE INDEX id_redirects_new ON id_redirects (new_id);

CREATE TABLE id_tombstones (
    id         text PRIMARY KEY,
    deleted_at timestamptz NOT NULL DEFAULT now()
);
