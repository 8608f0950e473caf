-- Which reader read an article, so that another release or another ontology can read it again.

ALTER TABLE article_profiles ADD COLUMN reader text NOT NULL DEFAULT '';  -- pipeline::reader_fingerprint
CREATE INDEX article_profiles_reader ON article_profiles (reader, article_id);
