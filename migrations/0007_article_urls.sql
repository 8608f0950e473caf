-- Every address an article came under, and what it said there: a changed text makes a new version under any of them.

CREATE TABLE article_urls (
    url        text PRIMARY KEY,
    article_id text NOT NULL REFERENCES articles ON DELETE CASCADE,
    text_hash  text NOT NULL                       -- of the text that last came under this address
);
CREATE INDEX article_urls_article ON article_urls (article_id);

INSERT INTO article_urls
SELECT a.url, a.article_id, v.text_hash
FROM articles a JOIN article_versions v USING (article_id, version) WHERE a.url IS NOT NULL;
