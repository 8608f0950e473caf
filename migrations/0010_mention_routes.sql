-- Where an event goes from and to and which of several it is no longer stand among its words.

ALTER TABLE mentions
    ADD COLUMN route_from text[] NOT NULL DEFAULT '{}',  -- keys of places
    ADD COLUMN route_to   text[] NOT NULL DEFAULT '{}',
    ADD COLUMN counted    text NOT NULL DEFAULT '';      -- "second" of "the second search"

UPDATE mentions SET
    route_from = ARRAY(SELECT substr(w, 6) FROM unnest(words) AS w WHERE w LIKE 'from %'),
    route_to = ARRAY(SELECT substr(w, 4) FROM unnest(words) AS w WHERE w LIKE 'to %'),
    counted = coalesce((SELECT split_part(w, ' ', 1) FROM unnest(words) AS w
                        WHERE w LIKE '% %' AND w NOT LIKE 'from %' AND w NOT LIKE 'to %' LIMIT 1), ''),
    words = ARRAY(SELECT w FROM unnest(words) AS w WHERE w NOT LIKE '% %')
WHERE EXISTS (SELECT FROM unnest(words) AS w WHERE w LIKE '% %');
