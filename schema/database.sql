CREATE TABLE public.article_bands (
    article_id text NOT NULL,
    band bigint NOT NULL
);

CREATE TABLE public.article_copies (
    article_id text NOT NULL,
    other_id text NOT NULL,
    CONSTRAINT article_copies_two CHECK ((article_id <> other_id))
);

CREATE TABLE public.article_links (
    article_id text NOT NULL,
    other_id text NOT NULL,
    score double precision NOT NULL,
    CONSTRAINT article_links_score CHECK (((score > (0)::double precision) AND (score <= (1.000001)::double precision))),
    CONSTRAINT article_links_two CHECK ((article_id <> other_id))
);

CREATE TABLE public.article_profiles (
    article_id text NOT NULL,
    version integer NOT NULL,
    published_on date NOT NULL,
    terms text[] NOT NULL,
    weights real[] NOT NULL,
    mentions integer NOT NULL,
    analysed_at timestamp with time zone DEFAULT now() NOT NULL,
    reader text DEFAULT ''::text NOT NULL,
    CONSTRAINT article_profiles_weights CHECK ((cardinality(terms) = cardinality(weights)))
);

CREATE TABLE public.article_terms (
    article_id text NOT NULL,
    term text NOT NULL,
    published_on date NOT NULL
);

CREATE TABLE public.article_urls (
    url text NOT NULL,
    article_id text NOT NULL,
    text_hash text NOT NULL
);

CREATE TABLE public.article_versions (
    article_id text NOT NULL,
    version integer NOT NULL,
    headline text NOT NULL,
    publisher text NOT NULL,
    authors text[] NOT NULL,
    published_at text NOT NULL,
    published_on date NOT NULL,
    language text NOT NULL,
    english boolean NOT NULL,
    text text NOT NULL,
    text_length integer GENERATED ALWAYS AS (char_length(text)) STORED,
    text_hash text NOT NULL,
    content_hash text NOT NULL,
    wire text NOT NULL,
    signature bytea NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT article_versions_text CHECK ((text <> ''::text)),
    CONSTRAINT article_versions_version CHECK ((version >= 1))
);

CREATE TABLE public.articles (
    article_id text NOT NULL,
    key text NOT NULL,
    url text,
    version integer NOT NULL,
    content_hash text NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    failure text,
    origin text NOT NULL,
    story_id text,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT articles_failure CHECK (((status = 'failed'::text) = (failure IS NOT NULL))),
    CONSTRAINT articles_id CHECK ((article_id ~ '^a_[0-9a-z]{16}$'::text)),
    CONSTRAINT articles_key CHECK (((url IS NULL) OR (key = url))),
    CONSTRAINT articles_status CHECK ((status = ANY (ARRAY['queued'::text, 'processing'::text, 'processed'::text, 'failed'::text]))),
    CONSTRAINT articles_url CHECK ((url <> ''::text))
);

CREATE TABLE public.event_directory (
    event_id text NOT NULL,
    story_id text NOT NULL
);

CREATE TABLE public.event_links (
    story_id text NOT NULL,
    event_id text NOT NULL,
    relation text NOT NULL,
    target_id text NOT NULL,
    article_id text NOT NULL,
    words_start integer NOT NULL,
    words_end integer NOT NULL,
    CONSTRAINT event_links_relation CHECK ((relation = ANY (ARRAY['responds_to'::text, 'denies'::text, 'causes'::text, 'subevent_of'::text, 'contradicts'::text, 'about'::text]))),
    CONSTRAINT event_links_two CHECK ((event_id <> target_id)),
    CONSTRAINT event_links_words CHECK (((0 <= words_start) AND (words_start <= words_end)))
);

CREATE TABLE public.event_mentions (
    story_id text NOT NULL,
    event_id text NOT NULL,
    article_id text NOT NULL,
    version integer NOT NULL,
    ordinal integer NOT NULL
);

CREATE TABLE public.event_merges (
    story_id text NOT NULL,
    event_id text NOT NULL,
    records json NOT NULL
);

CREATE TABLE public.event_participants (
    story_id text NOT NULL,
    event_id text NOT NULL,
    ordinal integer NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    names text[] NOT NULL,
    role text NOT NULL,
    CONSTRAINT event_participants_role CHECK ((role = ANY (ARRAY['actor'::text, 'recipient'::text, 'place'::text, 'other'::text])))
);

CREATE TABLE public.event_versions (
    story_id text NOT NULL,
    event_id text NOT NULL,
    from_revision bigint NOT NULL,
    to_revision bigint NOT NULL,
    "position" bigint NOT NULL,
    type text NOT NULL,
    first_day date,
    last_day date,
    salience real NOT NULL,
    source_count integer NOT NULL,
    names text[] NOT NULL,
    document text NOT NULL,
    CONSTRAINT event_versions_interval CHECK ((from_revision < to_revision))
);

CREATE TABLE public.events (
    story_id text NOT NULL,
    event_id text NOT NULL,
    "position" bigint NOT NULL,
    type text NOT NULL,
    first_day date,
    last_day date,
    salience real NOT NULL,
    source_count integer NOT NULL,
    origin_count integer NOT NULL,
    document text NOT NULL,
    details_hash text NOT NULL,
    since_revision bigint NOT NULL,
    CONSTRAINT events_days CHECK ((first_day <= last_day)),
    CONSTRAINT events_id CHECK ((event_id ~ '^e_[0-9a-z]{16}$'::text)),
    CONSTRAINT events_sources CHECK (((source_count >= 0) AND (origin_count >= 1)))
);
ALTER TABLE ONLY public.events ALTER COLUMN document SET STORAGE EXTERNAL;

CREATE TABLE public.formation (
    single boolean DEFAULT true NOT NULL,
    turn bigint DEFAULT 0 NOT NULL,
    CONSTRAINT formation_one CHECK (single)
)
WITH (fillfactor='50', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='1000');

CREATE TABLE public.id_redirects (
    old_id text NOT NULL,
    new_id text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT id_redirects_kind CHECK ((("left"(old_id, 2) = "left"(new_id, 2)) AND (old_id <> new_id)))
);

CREATE TABLE public.id_tombstones (
    id text NOT NULL,
    deleted_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.jobs (
    job_id bigint NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    due_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    worker text,
    lease_until timestamp with time zone,
    reason text,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    deaths integer DEFAULT 0 NOT NULL,
    CONSTRAINT jobs_kind CHECK ((kind = ANY (ARRAY['analyse'::text, 'form'::text, 'regroup'::text, 'assemble'::text]))),
    CONSTRAINT jobs_lease CHECK (
CASE
    WHEN (state = 'running'::text) THEN (num_nulls(worker, lease_until) = 0)
    ELSE (num_nonnulls(worker, lease_until) = 0)
END),
    CONSTRAINT jobs_state CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'dead'::text])))
)
WITH (fillfactor='70', autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='1000');

ALTER TABLE public.jobs ALTER COLUMN job_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.jobs_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.mentions (
    article_id text NOT NULL,
    version integer NOT NULL,
    ordinal integer NOT NULL,
    text_length integer NOT NULL,
    type text NOT NULL,
    lemma text NOT NULL,
    title text NOT NULL,
    trigger_start integer NOT NULL,
    trigger_end integer NOT NULL,
    evidence_start integer NOT NULL,
    evidence_end integer NOT NULL,
    first_day date,
    last_day date,
    edtf text NOT NULL,
    granularity smallint NOT NULL,
    basis smallint NOT NULL,
    time_start integer,
    time_end integer,
    time_text text,
    time_value text,
    status text NOT NULL,
    background boolean NOT NULL,
    attributed_to text NOT NULL,
    said text NOT NULL,
    words text[] NOT NULL,
    sentence integer NOT NULL,
    participants json NOT NULL,
    links json NOT NULL,
    route_from text[] DEFAULT '{}'::text[] NOT NULL,
    route_to text[] DEFAULT '{}'::text[] NOT NULL,
    counted text DEFAULT ''::text NOT NULL,
    CONSTRAINT mentions_days CHECK ((first_day <= last_day)),
    CONSTRAINT mentions_evidence CHECK (((0 <= evidence_start) AND (evidence_start < evidence_end) AND (evidence_end <= text_length))),
    CONSTRAINT mentions_ordinal CHECK ((ordinal >= 0)),
    CONSTRAINT mentions_status CHECK ((status = ANY (ARRAY['occurred'::text, 'planned'::text, 'denied'::text, 'alleged'::text]))),
    CONSTRAINT mentions_time CHECK (((num_nulls(time_start, time_end, time_text, time_value) = ANY (ARRAY[0, 4])) AND ((time_start IS NULL) OR ((0 <= time_start) AND (time_start < time_end) AND (time_end <= text_length))))),
    CONSTRAINT mentions_trigger CHECK (((0 <= trigger_start) AND (trigger_start < trigger_end) AND (trigger_end <= text_length)))
);

CREATE TABLE public.schema_migrations (
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.stories (
    story_id text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    revision bigint DEFAULT 0 NOT NULL,
    article_count integer DEFAULT 0 NOT NULL,
    publisher_count integer DEFAULT 0 NOT NULL,
    event_count integer DEFAULT 0 NOT NULL,
    first_day date,
    last_day date,
    search tsvector DEFAULT ''::tsvector NOT NULL,
    merged_into text,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    history_from bigint DEFAULT 1 NOT NULL,
    CONSTRAINT stories_id CHECK ((story_id ~ '^s_[0-9a-z]{16}$'::text)),
    CONSTRAINT stories_merged CHECK ((merged_into <> story_id)),
    CONSTRAINT stories_revision CHECK ((revision >= 0))
);

CREATE TABLE public.story_articles (
    story_id text NOT NULL,
    article_id text NOT NULL
);

CREATE TABLE public.story_changes (
    story_id text NOT NULL,
    revision bigint NOT NULL,
    change_id bigint NOT NULL,
    kind text NOT NULL,
    event_id text,
    article_id text,
    reason text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    into_id text,
    fields json,
    CONSTRAINT story_changes_kind CHECK ((kind = ANY (ARRAY['event_added'::text, 'event_changed'::text, 'event_removed'::text, 'event_merged'::text, 'article_added'::text, 'article_removed'::text, 'story_merged'::text, 'story_split'::text])))
);

ALTER TABLE public.story_changes ALTER COLUMN change_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.story_changes_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.story_entities (
    story_id text NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    names text[] NOT NULL,
    events integer NOT NULL
);

CREATE TABLE public.story_revisions (
    story_id text NOT NULL,
    revision bigint NOT NULL,
    published_at timestamp with time zone,
    title text,
    article_count integer,
    publisher_count integer,
    event_count integer,
    first_day date,
    last_day date,
    CONSTRAINT story_revisions_number CHECK ((revision >= 1))
);

ALTER TABLE ONLY public.article_bands
    ADD CONSTRAINT article_bands_pkey PRIMARY KEY (article_id, band);

ALTER TABLE ONLY public.article_copies
    ADD CONSTRAINT article_copies_pkey PRIMARY KEY (article_id, other_id);

ALTER TABLE ONLY public.article_links
    ADD CONSTRAINT article_links_pkey PRIMARY KEY (article_id, other_id);

ALTER TABLE ONLY public.article_profiles
    ADD CONSTRAINT article_profiles_pkey PRIMARY KEY (article_id);

ALTER TABLE ONLY public.article_terms
    ADD CONSTRAINT article_terms_pkey PRIMARY KEY (article_id, term);

ALTER TABLE ONLY public.article_urls
    ADD CONSTRAINT article_urls_pkey PRIMARY KEY (url);

ALTER TABLE ONLY public.article_versions
    ADD CONSTRAINT article_versions_article_id_version_text_length_key UNIQUE (article_id, version, text_length);

ALTER TABLE ONLY public.article_versions
    ADD CONSTRAINT article_versions_pkey PRIMARY KEY (article_id, version);

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_key_key UNIQUE (key);

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (article_id);

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_story UNIQUE (article_id, story_id);

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_url_key UNIQUE (url);

ALTER TABLE ONLY public.event_directory
    ADD CONSTRAINT event_directory_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY public.event_links
    ADD CONSTRAINT event_links_pkey PRIMARY KEY (story_id, event_id, relation, target_id);

ALTER TABLE ONLY public.event_mentions
    ADD CONSTRAINT event_mentions_pkey PRIMARY KEY (story_id, event_id, article_id, ordinal);

ALTER TABLE ONLY public.event_merges
    ADD CONSTRAINT event_merges_pkey PRIMARY KEY (story_id, event_id);

ALTER TABLE ONLY public.event_participants
    ADD CONSTRAINT event_participants_pkey PRIMARY KEY (story_id, event_id, ordinal);

ALTER TABLE ONLY public.event_versions
    ADD CONSTRAINT event_versions_pkey PRIMARY KEY (story_id, event_id, from_revision);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (story_id, event_id);

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_position UNIQUE (story_id, "position") DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.formation
    ADD CONSTRAINT formation_pkey PRIMARY KEY (single);

ALTER TABLE ONLY public.id_redirects
    ADD CONSTRAINT id_redirects_pkey PRIMARY KEY (old_id);

ALTER TABLE ONLY public.id_tombstones
    ADD CONSTRAINT id_tombstones_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (job_id);

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_pkey PRIMARY KEY (article_id, version, ordinal);

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.stories
    ADD CONSTRAINT stories_pkey PRIMARY KEY (story_id);

ALTER TABLE ONLY public.story_articles
    ADD CONSTRAINT story_articles_pkey PRIMARY KEY (story_id, article_id);

ALTER TABLE ONLY public.story_changes
    ADD CONSTRAINT story_changes_pkey PRIMARY KEY (story_id, revision, change_id);

ALTER TABLE ONLY public.story_entities
    ADD CONSTRAINT story_entities_pkey PRIMARY KEY (story_id, key);

ALTER TABLE ONLY public.story_revisions
    ADD CONSTRAINT story_revisions_pkey PRIMARY KEY (story_id, revision);

CREATE INDEX article_bands_lookup ON public.article_bands USING btree (band) INCLUDE (article_id);

CREATE INDEX article_copies_other ON public.article_copies USING btree (other_id);

CREATE INDEX article_profiles_reader ON public.article_profiles USING btree (reader, article_id);

CREATE INDEX article_terms_lookup ON public.article_terms USING btree (term, published_on) INCLUDE (article_id);

CREATE INDEX article_urls_article ON public.article_urls USING btree (article_id);

CREATE INDEX articles_content_hash ON public.articles USING btree (content_hash);

CREATE INDEX articles_origin ON public.articles USING btree (origin);

CREATE INDEX event_directory_story ON public.event_directory USING btree (story_id, event_id);

CREATE INDEX event_links_target ON public.event_links USING btree (story_id, target_id);

CREATE INDEX event_mentions_article ON public.event_mentions USING btree (article_id, version, ordinal);

CREATE INDEX event_versions_end ON public.event_versions USING btree (story_id, to_revision);

CREATE INDEX id_redirects_new ON public.id_redirects USING btree (new_id);

CREATE INDEX jobs_due_reading ON public.jobs USING btree (due_at) WHERE ((state = 'waiting'::text) AND (kind = 'analyse'::text));

CREATE INDEX jobs_due_writing ON public.jobs USING btree (due_at) WHERE ((state = 'waiting'::text) AND (kind <> 'analyse'::text));

CREATE UNIQUE INDEX jobs_running ON public.jobs USING btree (kind, subject) WHERE (state = 'running'::text);

CREATE UNIQUE INDEX jobs_waiting ON public.jobs USING btree (kind, subject) WHERE (state = 'waiting'::text);

CREATE INDEX jobs_worker ON public.jobs USING btree (worker) WHERE (state = 'running'::text);

CREATE INDEX stories_merged_into ON public.stories USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX stories_recent ON public.stories USING btree (updated_at DESC, story_id DESC) WHERE ((revision > 0) AND (merged_into IS NULL));

CREATE INDEX stories_search ON public.stories USING gin (search);

CREATE INDEX story_articles_article ON public.story_articles USING btree (article_id, story_id);

CREATE INDEX story_entities_names ON public.story_entities USING gin (names);

ALTER TABLE ONLY public.article_bands
    ADD CONSTRAINT article_bands_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article_profiles(article_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_copies
    ADD CONSTRAINT article_copies_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles(article_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_copies
    ADD CONSTRAINT article_copies_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.articles(article_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_profiles
    ADD CONSTRAINT article_profiles_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles(article_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_profiles
    ADD CONSTRAINT article_profiles_article_id_version_fkey FOREIGN KEY (article_id, version) REFERENCES public.article_versions(article_id, version) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_terms
    ADD CONSTRAINT article_terms_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article_profiles(article_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_urls
    ADD CONSTRAINT article_urls_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles(article_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.article_versions
    ADD CONSTRAINT article_versions_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles(article_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_newest FOREIGN KEY (article_id, version) REFERENCES public.article_versions(article_id, version) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.event_links
    ADD CONSTRAINT event_links_story_id_event_id_fkey FOREIGN KEY (story_id, event_id) REFERENCES public.events(story_id, event_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.event_links
    ADD CONSTRAINT event_links_story_id_target_id_fkey FOREIGN KEY (story_id, target_id) REFERENCES public.events(story_id, event_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.event_mentions
    ADD CONSTRAINT event_mentions_story_id_event_id_fkey FOREIGN KEY (story_id, event_id) REFERENCES public.events(story_id, event_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.event_merges
    ADD CONSTRAINT event_merges_story_id_event_id_fkey FOREIGN KEY (story_id, event_id) REFERENCES public.events(story_id, event_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.event_participants
    ADD CONSTRAINT event_participants_story_id_event_id_fkey FOREIGN KEY (story_id, event_id) REFERENCES public.events(story_id, event_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.event_versions
    ADD CONSTRAINT event_versions_story_id_fkey FOREIGN KEY (story_id) REFERENCES public.stories(story_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_story_id_fkey FOREIGN KEY (story_id) REFERENCES public.stories(story_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_article_id_version_text_length_fkey FOREIGN KEY (article_id, version, text_length) REFERENCES public.article_versions(article_id, version, text_length) ON DELETE CASCADE;

ALTER TABLE ONLY public.event_directory
    ADD CONSTRAINT routed_event_directory FOREIGN KEY (story_id, event_id) REFERENCES public.events(story_id, event_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.event_mentions
    ADD CONSTRAINT routed_event_mentions FOREIGN KEY (article_id, version, ordinal) REFERENCES public.mentions(article_id, version, ordinal) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.story_articles
    ADD CONSTRAINT routed_story_articles FOREIGN KEY (article_id, story_id) REFERENCES public.articles(article_id, story_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.story_articles
    ADD CONSTRAINT story_articles_story_id_fkey FOREIGN KEY (story_id) REFERENCES public.stories(story_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.story_changes
    ADD CONSTRAINT story_changes_story_id_revision_fkey FOREIGN KEY (story_id, revision) REFERENCES public.story_revisions(story_id, revision) ON DELETE CASCADE;

ALTER TABLE ONLY public.story_entities
    ADD CONSTRAINT story_entities_story_id_fkey FOREIGN KEY (story_id) REFERENCES public.stories(story_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.story_revisions
    ADD CONSTRAINT story_revisions_story_id_fkey FOREIGN KEY (story_id) REFERENCES public.stories(story_id) ON DELETE CASCADE;
