-- A job that was in hand when its process died is most often innocent: deaths are counted apart from failures.

ALTER TABLE jobs ADD COLUMN deaths integer NOT NULL DEFAULT 0;
