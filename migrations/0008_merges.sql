-- The records of an event's joins stand in one row: a mention that comes between two others would move hundreds.

CREATE TEMPORARY TABLE merges_so_far ON COMMIT DROP AS
    SELECT story_id, event_id,
           json_agg(json_build_array(merged, score, reason, features, left_article, left_mention, right_article,
                                     right_mention) ORDER BY ordinal) AS records
    FROM event_merges GROUP BY story_id, event_id;
DROP TABLE event_merges;

CREATE TABLE event_merges (
    story_id text NOT NULL,
    event_id text NOT NULL,
    records  json NOT NULL,  -- [[merged, score, reason, {feature: contribution}, article, mention, article, mention]]
    PRIMARY KEY (story_id, event_id),
    FOREIGN KEY (story_id, event_id) REFERENCES events ON DELETE CASCADE
);
INSERT INTO event_merges SELECT story_id, event_id, records FROM merges_so_far;
