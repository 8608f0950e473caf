-- Articles, their versions, and what the pipeline read in them.
-- Routed by article_id. Constraints named routed_* reach over to tables that are routed by story_id.

CREATE TABLE articles (
    article_id   text PRIMARY KEY,
    key          text NOT NULL UNIQUE,             -- canonical URL, else "content:" and the content's hash
    url          text UNIQUE,
    version      integer NOT NULL,                 -- the newest
    content_hash text NOT NULL,                    -- of the newest version
    status       text NOT NULL DEFAULT 'queued',
    failure      text,
    origin       text NOT NULL,                    -- smallest key of the articles that go back to the same report
    story_id     text,                             -- where story_articles holds it
    received_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT articles_id CHECK (article_id ~ '^a_[0-9a-z]{16}$'),
    CONSTRAINT articles_key CHECK (url IS NULL OR key = url),
    CONSTRAINT articles_url CHECK (url <> ''),
    CONSTRAINT articles_status CHECK (status IN ('queued', 'processing', 'processed', 'failed')),
    CONSTRAINT articles_failure CHECK ((status = 'failed') = (failure IS NOT NULL)),
    CONSTRAINT articles_story UNIQUE (article_id, story_id)
);
CREATE INDEX articles_content_hash ON articles (content_hash);
CREATE INDEX articles_origin ON articles (origin);

CREATE TABLE article_versions (
    article_id   text NOT NULL REFERENCES articles ON DELETE CASCADE,
    version      integer NOT NULL,
    headline     text NOT NULL,
    publisher    text NOT NULL,
    authors      text[] NOT NULL,
    published_at text NOT NULL,                    -- as given: a date or an RFC 3339 time
    published_on date NOT NULL,
    language     text NOT NULL,
    english      boolean NOT NULL,                 -- false: stored and shown, never read
    text         text NOT NULL,
    text_length  integer GENERATED ALWAYS AS (char_length(text)) STORED,  -- code points
    text_hash    text NOT NULL,
    content_hash text NOT NULL,
    wire         text NOT NULL,                    -- news agency credited, or ''
    signature    bytea NOT NULL,                   -- MinHash signature
    received_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (article_id, version),
    UNIQUE (article_id, version, text_length),
    CONSTRAINT article_versions_version CHECK (version >= 1),
    CONSTRAINT article_versions_text CHECK (text <> '')
);

ALTER TABLE articles
    ADD CONSTRAINT articles_newest FOREIGN KEY (article_id, version) REFERENCES article_versions
    DEFERRABLE INITIALLY DEFERRED;

-- One place that tells of an event. Spans are half-open and count code points; text_length ties them to the text.
CREATE TABLE mentions (
    article_id     text NOT NULL,
    version        integer NOT NULL,
    ordinal        integer NOT NULL,               -- from 0, in text order
    text_length    integer NOT NULL,
    type           text NOT NULL,
    lemma          text NOT NULL,
    title          text NOT NULL,
    trigger_start  integer NOT NULL,
    trigger_end    integer NOT NULL,
    evidence_start integer NOT NULL,
    evidence_end   integer NOT NULL,
    first_day      date,
    last_day       date,
    edtf           text NOT NULL,
    granularity    smallint NOT NULL,
    basis          smallint NOT NULL,
    time_start     integer,
    time_end       integer,
    time_text      text,
    time_value     text,
    status         text NOT NULL,
    background     boolean NOT NULL,
    attributed_to  text NOT NULL,
    said           text NOT NULL,
    words          text[] NOT NULL,
    sentence       integer NOT NULL,
    participants   json NOT NULL,                  -- [[name, key, kind, role, [aliases]]]
    links          json NOT NULL,                  -- [[relation, target ordinal, start, end]]
    PRIMARY KEY (article_id, version, ordinal),
    FOREIGN KEY (article_id, version, text_length)
        REFERENCES article_versions (article_id, version, text_length) ON DELETE CASCADE,
    CONSTRAINT mentions_ordinal CHECK (ordinal >= 0),
    CONSTRAINT mentions_trigger CHECK (0 <= trigger_start AND trigger_start < trigger_end
                                       AND trigger_end <= text_length),
    CONSTRAINT mentions_evidence CHECK (0 <= evidence_start AND evidence_start < evidence_end
                                        AND evidence_end <= text_length),
    CONSTRAINT mentions_time CHECK (
        num_nulls(time_start, time_end, time_text, time_value) IN (0, 4)
        AND (time_start IS NULL OR (0 <= time_start AND time_start < time_end AND time_end <= text_length))),
    CONSTRAINT mentions_days CHECK (first_day <= last_day),
    CONSTRAINT mentions_status CHECK (status IN ('occurred', 'planned', 'denied', 'alleged'))
);

-- What an article is about. One row an article whose newest version was read.
CREATE TABLE article_profiles (
    article_id   text PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    version      integer NOT NULL,
    published_on date NOT NULL,
    terms        text[] NOT NULL,                  -- heaviest first
    weights      real[] NOT NULL,
    mentions     integer NOT NULL,
    analysed_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT article_profiles_weights CHECK (cardinality(terms) = cardinality(weights)),
    FOREIGN KEY (article_id, version) REFERENCES article_versions ON DELETE CASCADE
);

-- The profiles inverted: articles by term within a window of days.
CREATE TABLE article_terms (
    article_id   text NOT NULL REFERENCES article_profiles ON DELETE CASCADE,
    term         text NOT NULL,
    published_on date NOT NULL,
    PRIMARY KEY (article_id, term)
);
CREATE INDEX article_terms_lookup ON article_terms (term, published_on) INCLUDE (article_id);

-- Keys under which near copies meet.
CREATE TABLE article_bands (
    article_id text NOT NULL REFERENCES article_profiles ON DELETE CASCADE,
    band       bigint NOT NULL,
    PRIMARY KEY (article_id, band)
);
CREATE INDEX article_bands_lookup ON article_bands (band) INCLUDE (article_id);

-- Articles alike enough to share a story; each pair stands in both directions, so that either finds the other.
CREATE TABLE article_links (
    article_id text NOT NULL REFERENCES articles ON DELETE CASCADE,
    other_id   text NOT NULL REFERENCES articles ON DELETE CASCADE,
    score      double precision NOT NULL,
    shared     text[] NOT NULL,                    -- the terms that weigh most in it
    PRIMARY KEY (article_id, other_id),
    CONSTRAINT article_links_two CHECK (article_id <> other_id),
    CONSTRAINT article_links_score CHECK (score > 0 AND score <= 1.000001)
);
CREATE INDEX article_links_other ON article_links (other_id);

-- Articles that go back to one report; each pair in both directions.
CREATE TABLE article_copies (
    article_id text NOT NULL REFERENCES articles ON DELETE CASCADE,
    other_id   text NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (article_id, other_id),
    CONSTRAINT article_copies_two CHECK (article_id <> other_id)
);
CREATE INDEX article_copies_other ON article_copies (other_id);
