-- Issues have numbers, documents their origin; blocks keep links, comments and deletions their author; what was added to
-- a document later has a date of its own, which every record in it shows.

ALTER TABLE all_documents ADD COLUMN number VARCHAR;
ALTER TABLE all_documents ADD COLUMN number_by VARCHAR;
ALTER TABLE all_documents ADD COLUMN source VARCHAR;
ALTER TABLE all_documents ADD COLUMN part_of VARCHAR;
COMMENT ON COLUMN all_documents.number IS 'The number of the issue in its series, as digits.';
COMMENT ON COLUMN all_documents.number_by IS 'How number came to be known: option, text, title, letterhead, signature, filename, metadata or address.';
COMMENT ON COLUMN all_documents.source IS 'The web address that it was fetched from; null for a file.';
COMMENT ON COLUMN all_documents.part_of IS 'Path of the message or archive that it came in; null for a file of its own.';

ALTER TABLE all_blocks ADD COLUMN links STRUCT(start_char INTEGER, end_char INTEGER, target VARCHAR)[];
ALTER TABLE all_blocks ADD COLUMN author VARCHAR;
ALTER TABLE all_blocks ADD COLUMN date VARCHAR;
ALTER TABLE all_blocks ADD COLUMN date_from DATE;
ALTER TABLE all_blocks ADD COLUMN date_to DATE;
ALTER TABLE all_blocks ALTER COLUMN boxes
    TYPE STRUCT(start_char INTEGER, end_char INTEGER, page INTEGER, x0 DOUBLE, top DOUBLE, x1 DOUBLE, bottom DOUBLE, confidence DOUBLE)[]
    USING list_transform(boxes, lambda box: struct_insert(box, confidence := NULL::DOUBLE));
UPDATE all_blocks SET links = [];
COMMENT ON COLUMN all_blocks.kind IS 'heading, paragraph, list_item, table_row, caption, footnote or signature; and, kept apart from what the document says: furniture (running heads and feet), deletion and comment (of tracked changes), quoted (earlier mail).';
COMMENT ON COLUMN all_blocks.links IS 'Which of its characters lead where; the offsets count in all_documents.text.';
COMMENT ON COLUMN all_blocks.author IS 'Of a comment, a deletion or quoted mail: who wrote it or took it out.';
COMMENT ON COLUMN all_blocks.date IS 'Of a comment, a deletion, quoted mail, and of what was added to the document later: its own date, ISO, perhaps partial.';
COMMENT ON COLUMN all_blocks.date_from IS 'First day that `date` can mean.';
COMMENT ON COLUMN all_blocks.date_to IS 'Last day that `date` can mean.';
COMMENT ON COLUMN all_blocks.boxes IS 'One a word, in PDF points from the top left corner of the page; confidence, 0 to 1, where it was recognised in a picture. Empty where the format has no geometry.';

CREATE VIEW additions AS
SELECT doc_id, block, date, date_from, date_to
FROM all_blocks
WHERE date IS NOT NULL AND kind NOT IN ('furniture', 'deletion', 'comment', 'quoted');
COMMENT ON VIEW additions IS 'Blocks that were added to their document later, with their own date.';

-- Views know the columns they were made with, so that each is made again.
CREATE OR REPLACE VIEW documents AS
SELECT * REPLACE (
    CASE 1
        WHEN count(*) OVER (PARTITION BY name) THEN name
        WHEN count(*) OVER (PARTITION BY regexp_extract(path, '[^/\\]*[/\\][^/\\]*$'))
            THEN replace(regexp_extract(path, '[^/\\]*[/\\][^/\\]*$'), '\', '/')
        ELSE coalesce(path, doc_id)
    END AS name
)
FROM all_documents WHERE current;
COMMENT ON VIEW documents IS 'The documents, each in its current version.';

CREATE OR REPLACE VIEW blocks AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_blocks AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW blocks IS 'The layout: headings, paragraphs, bullets, table rows of the current versions of the documents.';

CREATE OR REPLACE VIEW sentences AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_sentences AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW sentences IS 'The sentences, headings, bullets and table rows of the current versions of the documents.';

CREATE OR REPLACE VIEW passages AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_passages AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW passages IS 'The passages that search returns of the current versions of the documents.';

CREATE OR REPLACE VIEW commitments AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_commitments AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW commitments IS 'Each statement that binds somebody to something still to be done, in the current versions of the documents.';

CREATE OR REPLACE VIEW asks AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_asks AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW asks IS 'Each request or demand made to the council or its partners, in the current versions of the documents.';

CREATE OR REPLACE VIEW figures AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_figures AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW figures IS 'Each number that states a fact about the service, in the current versions of the documents.';

CREATE OR REPLACE VIEW dates AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_dates AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW dates IS 'Each expression that names a calendar date or period, in the current versions of the documents.';

CREATE OR REPLACE VIEW owners AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_owners AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW owners IS 'Each person who is named, once a document, in the current versions of the documents.';

CREATE OR REPLACE VIEW quotes AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_quotes AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW quotes IS 'Each piece of direct speech or quoted passage that is attributed to someone, in the current versions of the documents.';

CREATE OR REPLACE VIEW acronyms AS
SELECT r.* REPLACE (d.name AS doc), coalesce(a.date, d.published) AS published,
    coalesce(a.date_from, d.published_from) AS published_from, coalesce(a.date_to, d.published_to) AS published_to,
    d.publisher, d.series
FROM all_acronyms AS r JOIN documents AS d USING (doc_id) LEFT JOIN additions AS a USING (doc_id, block);
COMMENT ON VIEW acronyms IS 'Each short form, once a document, in the current versions of the documents.';
