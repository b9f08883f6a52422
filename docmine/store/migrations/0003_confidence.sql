-- Commitments, figures and people know how probable it is that a careful reader would record them too.

ALTER TABLE all_commitments ADD COLUMN confidence DOUBLE;
COMMENT ON COLUMN all_commitments.confidence IS 'How probable it is, 0 to 1, that a careful reader would record it too; null in what an earlier docmine read.';
ALTER TABLE all_figures ADD COLUMN confidence DOUBLE;
COMMENT ON COLUMN all_figures.confidence IS 'How probable it is, 0 to 1, that a careful reader would record it too; null in what an earlier docmine read.';
ALTER TABLE all_owners ADD COLUMN confidence DOUBLE;
COMMENT ON COLUMN all_owners.confidence IS 'How probable it is, 0 to 1, that a careful reader would record it too; null in what an earlier docmine read.';

-- Views know the columns they were made with, so that each is made again.
CREATE OR REPLACE VIEW commitments AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_commitments AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW commitments IS 'Each statement that binds somebody to something still to be done, in the current versions of the documents.';

CREATE OR REPLACE VIEW figures AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_figures AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW figures IS 'Each number that states a fact about the service, in the current versions of the documents.';

CREATE OR REPLACE VIEW owners AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_owners AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW owners IS 'Each person who is named, once a document, in the current versions of the documents.';
