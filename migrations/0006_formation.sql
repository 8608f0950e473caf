-- Forming stories by what a process still knows of the links, and links that are quick to write.

-- Each change of links takes a turn: whoever took the one before knows them as they stand. Always one row.
CREATE TABLE formation (
    single boolean PRIMARY KEY DEFAULT true,
    turn bigint NOT NULL DEFAULT 0,
    CONSTRAINT formation_one CHECK (single)
);
INSERT INTO formation DEFAULT VALUES;
ALTER TABLE formation SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- A large story's newcomer writes a thousand rows, in both directions: an article's row set finds all others, and the
-- deletion of an article, which takes a turn as well, deletes its links itself. What two articles share is in their
-- profiles.
ALTER TABLE article_links
    DROP CONSTRAINT article_links_article_id_fkey,
    DROP CONSTRAINT article_links_other_id_fkey,
    DROP COLUMN shared;
DROP INDEX article_links_other;
