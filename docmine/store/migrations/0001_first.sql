-- The first schema. Tables called all_... hold every version of every document; the views without all_ hold the current
-- versions only, with the date and publisher of the document beside each record.

CREATE TABLE schema_version (
    version INTEGER,
    applied TIMESTAMP
);
COMMENT ON TABLE schema_version IS 'The migrations that this index has been through; its presence marks a file as an index of docmine.';
COMMENT ON COLUMN schema_version.version IS 'Number of the migration.';
COMMENT ON COLUMN schema_version.applied IS 'When, UTC.';

CREATE TABLE runs (
    run INTEGER,
    started TIMESTAMP,
    finished TIMESTAMP,
    docmine VARCHAR,
    spacy_model VARCHAR,
    embedding_model VARCHAR,
    new INTEGER,
    changed INTEGER,
    unchanged INTEGER,
    failed INTEGER
);
COMMENT ON TABLE runs IS 'Each ingest that was started.';
COMMENT ON COLUMN runs.run IS 'Number of the run, from 1.';
COMMENT ON COLUMN runs.started IS 'When it began, UTC.';
COMMENT ON COLUMN runs.finished IS 'When it ended, UTC; null where the process was killed.';
COMMENT ON COLUMN runs.docmine IS 'Version of docmine.';
COMMENT ON COLUMN runs.spacy_model IS 'The language model of the extraction.';
COMMENT ON COLUMN runs.embedding_model IS 'The model of the vectors: joins vectors.model.';
COMMENT ON COLUMN runs.new IS 'Documents read for the first time.';
COMMENT ON COLUMN runs.changed IS 'Documents that became a new version.';
COMMENT ON COLUMN runs.unchanged IS 'Files whose bytes the index already had.';
COMMENT ON COLUMN runs.failed IS 'Files that could not be read: see failures.';

CREATE TABLE failures (
    run INTEGER,
    doc VARCHAR,
    path VARCHAR,
    sha256 VARCHAR,
    reason VARCHAR,
    failed TIMESTAMP,
    current BOOLEAN
);
COMMENT ON TABLE failures IS 'Files that could not be read, with the reason. A failure costs nothing that is already in the index.';
COMMENT ON COLUMN failures.run IS 'The run it happened in: joins runs.run.';
COMMENT ON COLUMN failures.doc IS 'The file''s name.';
COMMENT ON COLUMN failures.path IS 'Where the file was.';
COMMENT ON COLUMN failures.sha256 IS 'Hash of its bytes; null where they could not be read.';
COMMENT ON COLUMN failures.reason IS 'Why, in words for people.';
COMMENT ON COLUMN failures.failed IS 'When, UTC.';
COMMENT ON COLUMN failures.current IS 'False once the file was read after all, or failed again later.';

CREATE TABLE all_documents (
    doc_id VARCHAR,
    name VARCHAR,
    path VARCHAR,
    sha256 VARCHAR,
    version INTEGER,
    current BOOLEAN,
    media_type VARCHAR,
    pages INTEGER,
    title VARCHAR,
    title_by VARCHAR,
    doc_type VARCHAR,
    doc_type_by VARCHAR,
    publisher VARCHAR,
    publisher_by VARCHAR,
    addressee VARCHAR,
    addressee_by VARCHAR,
    signatory VARCHAR,
    signatory_by VARCHAR,
    series VARCHAR,
    series_by VARCHAR,
    published VARCHAR,
    published_by VARCHAR,
    published_from DATE,
    published_to DATE,
    warnings VARCHAR[],
    read_as VARCHAR,
    run INTEGER,
    ingested TIMESTAMP,
    text VARCHAR
);
COMMENT ON TABLE all_documents IS 'Every content that was read, once: files with the same bytes are one document. `documents` shows the current ones, `places` the history of each file.';
COMMENT ON COLUMN all_documents.doc_id IS 'First 16 digits of sha256: one a content.';
COMMENT ON COLUMN all_documents.name IS 'The file''s name: `doc` in every other table. In `documents`, where several current documents have one name, its folder stands in front: 2024/news.pdf.';
COMMENT ON COLUMN all_documents.path IS 'Where the file is; of several with the same bytes the first in order.';
COMMENT ON COLUMN all_documents.sha256 IS 'Hash of the file''s bytes.';
COMMENT ON COLUMN all_documents.version IS '1 for the first content at this path, 2 for the next.';
COMMENT ON COLUMN all_documents.current IS 'True where some file had this content when it was last looked at.';
COMMENT ON COLUMN all_documents.media_type IS 'Kind of file, as found in its content.';
COMMENT ON COLUMN all_documents.pages IS 'Number of pages; null where the format has none.';
COMMENT ON COLUMN all_documents.title IS 'Its title.';
COMMENT ON COLUMN all_documents.title_by IS 'How title came to be known: option, text, title, letterhead, signature, filename, metadata or address.';
COMMENT ON COLUMN all_documents.doc_type IS 'letter, newsletter, update, report, minutes, web page or other.';
COMMENT ON COLUMN all_documents.doc_type_by IS 'How doc_type came to be known: option, text, title, letterhead, signature, filename, metadata or address.';
COMMENT ON COLUMN all_documents.publisher IS 'The body that publishes it.';
COMMENT ON COLUMN all_documents.publisher_by IS 'How publisher came to be known: option, text, title, letterhead, signature, filename, metadata or address.';
COMMENT ON COLUMN all_documents.addressee IS 'To whom it is addressed.';
COMMENT ON COLUMN all_documents.addressee_by IS 'How addressee came to be known: option, text, title, letterhead, signature, filename, metadata or address.';
COMMENT ON COLUMN all_documents.signatory IS 'The person who signs it.';
COMMENT ON COLUMN all_documents.signatory_by IS 'How signatory came to be known: option, text, title, letterhead, signature, filename, metadata or address.';
COMMENT ON COLUMN all_documents.series IS 'What it is one issue of.';
COMMENT ON COLUMN all_documents.series_by IS 'How series came to be known: option, text, title, letterhead, signature, filename, metadata or address.';
COMMENT ON COLUMN all_documents.published IS 'ISO date, or partial date: 2022-09, 2022.';
COMMENT ON COLUMN all_documents.published_by IS 'How published came to be known: option, text, title, letterhead, signature, filename, metadata or address.';
COMMENT ON COLUMN all_documents.published_from IS 'First day that `published` can mean; null where there is none or it is no calendar date.';
COMMENT ON COLUMN all_documents.published_to IS 'Last day that `published` can mean.';
COMMENT ON COLUMN all_documents.warnings IS 'What could not be read in it.';
COMMENT ON COLUMN all_documents.read_as IS 'The file''s name when it was read: what is known by `filename` comes from it.';
COMMENT ON COLUMN all_documents.run IS 'The run that read it: joins runs.run.';
COMMENT ON COLUMN all_documents.ingested IS 'When it was read, UTC.';
COMMENT ON COLUMN all_documents.text IS 'Its whole text; every start_char and end_char counts in it.';

CREATE TABLE places (
    path VARCHAR,
    name VARCHAR,
    doc_id VARCHAR,
    version INTEGER,
    current BOOLEAN,
    found TIMESTAMP
);
COMMENT ON TABLE places IS 'The history of each file: what it contained, one version after the other. Copies of one file share a document.';
COMMENT ON COLUMN places.path IS 'Where the file is.';
COMMENT ON COLUMN places.name IS 'The file''s name.';
COMMENT ON COLUMN places.doc_id IS 'Its content: joins all_documents.doc_id.';
COMMENT ON COLUMN places.version IS '1 for the first content at this path, 2 for the next.';
COMMENT ON COLUMN places.current IS 'True for the content that the file had when it was last looked at.';
COMMENT ON COLUMN places.found IS 'When this content was first found there, UTC.';

CREATE TABLE all_blocks (
    doc_id VARCHAR,
    doc VARCHAR,
    block INTEGER,
    kind VARCHAR,
    level INTEGER,
    marker VARCHAR,
    headers VARCHAR[],
    page INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    boxes STRUCT(start_char INTEGER, end_char INTEGER, page INTEGER, x0 DOUBLE, top DOUBLE, x1 DOUBLE, bottom DOUBLE)[]
);
COMMENT ON TABLE all_blocks IS 'The layout of every version: headings, paragraphs, bullets, table rows, in reading order. `blocks` shows the current ones.';
COMMENT ON COLUMN all_blocks.doc_id IS 'The version of the document: joins all_documents.doc_id.';
COMMENT ON COLUMN all_blocks.doc IS 'The name of its document: joins documents.name.';
COMMENT ON COLUMN all_blocks.block IS 'Its number in reading order, from 0.';
COMMENT ON COLUMN all_blocks.kind IS 'heading, paragraph, list_item, table_row, caption or furniture (running heads and feet).';
COMMENT ON COLUMN all_blocks.level IS 'Of a heading 1 to 6; of a list item its depth, from 1.';
COMMENT ON COLUMN all_blocks.marker IS 'Of a list item: its bullet or number as written, which is not part of text.';
COMMENT ON COLUMN all_blocks.headers IS 'Of a table row: the column header of each cell; the cells are separated by tabs in text.';
COMMENT ON COLUMN all_blocks.page IS 'Page, counted from 1; null where the format has no pages.';
COMMENT ON COLUMN all_blocks.start_char IS 'Offset of its first character in all_documents.text, counted from 0. (Named so because START and END are words of SQL.)';
COMMENT ON COLUMN all_blocks.end_char IS 'Offset after its last character; substr(all_documents.text, start_char + 1, end_char - start_char) = text.';
COMMENT ON COLUMN all_blocks.text IS 'The words of the document, verbatim.';
COMMENT ON COLUMN all_blocks.boxes IS 'One a word, in PDF points from the top left corner of the page; empty where the format has no geometry.';

CREATE TABLE all_sentences (
    id VARCHAR,
    doc_id VARCHAR,
    doc VARCHAR,
    block INTEGER,
    page INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    headings VARCHAR[]
);
COMMENT ON TABLE all_sentences IS 'Every sentence, heading, bullet and table row of every version. `sentences` shows the current ones.';
COMMENT ON COLUMN all_sentences.id IS '16 hex digits made from the file''s hash, the kind of record and its place: the same input gives the same id.';
COMMENT ON COLUMN all_sentences.doc_id IS 'The version of the document: joins all_documents.doc_id.';
COMMENT ON COLUMN all_sentences.doc IS 'The name of its document: joins documents.name.';
COMMENT ON COLUMN all_sentences.block IS 'The block it stands in, counted from 0: joins all_blocks.block; null where it stands in none.';
COMMENT ON COLUMN all_sentences.page IS 'Page, counted from 1; null where the format has no pages.';
COMMENT ON COLUMN all_sentences.start_char IS 'Offset of its first character in all_documents.text, counted from 0. (Named so because START and END are words of SQL.)';
COMMENT ON COLUMN all_sentences.end_char IS 'Offset after its last character; substr(all_documents.text, start_char + 1, end_char - start_char) = text.';
COMMENT ON COLUMN all_sentences.text IS 'The words of the document, verbatim.';
COMMENT ON COLUMN all_sentences.headings IS 'The headings above it, outermost first.';

CREATE TABLE all_passages (
    id VARCHAR,
    doc_id VARCHAR,
    doc VARCHAR,
    block INTEGER,
    page INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    headings VARCHAR[],
    text_hash VARCHAR
);
COMMENT ON TABLE all_passages IS 'What search returns: one or more sentences of one block. A text that stands in ten documents has ten rows. `passages` shows the current ones.';
COMMENT ON COLUMN all_passages.id IS '16 hex digits made from the file''s hash, the kind of record and its place: the same input gives the same id.';
COMMENT ON COLUMN all_passages.doc_id IS 'The version of the document: joins all_documents.doc_id.';
COMMENT ON COLUMN all_passages.doc IS 'The name of its document: joins documents.name.';
COMMENT ON COLUMN all_passages.block IS 'The block it stands in, counted from 0: joins all_blocks.block; null where it stands in none.';
COMMENT ON COLUMN all_passages.page IS 'Page, counted from 1; null where the format has no pages.';
COMMENT ON COLUMN all_passages.start_char IS 'Offset of its first character in all_documents.text, counted from 0. (Named so because START and END are words of SQL.)';
COMMENT ON COLUMN all_passages.end_char IS 'Offset after its last character; substr(all_documents.text, start_char + 1, end_char - start_char) = text.';
COMMENT ON COLUMN all_passages.text IS 'The words of the document, verbatim.';
COMMENT ON COLUMN all_passages.headings IS 'The headings above it, outermost first.';
COMMENT ON COLUMN all_passages.text_hash IS 'Hash of the headings and text together: joins vectors.text_hash.';

CREATE TABLE vectors (
    text_hash VARCHAR,
    model VARCHAR,
    vector FLOAT[]
);
COMMENT ON TABLE vectors IS 'The meaning of a passage or a sentence as numbers, once for each different text.';
COMMENT ON COLUMN vectors.text_hash IS 'Hash of the text: of a passage with its headings, joins passages.text_hash; of a sentence by itself.';
COMMENT ON COLUMN vectors.model IS 'The embedding model.';
COMMENT ON COLUMN vectors.vector IS 'Unit length: the inner product of two is their cosine.';

CREATE TABLE words (
    id VARCHAR,
    body VARCHAR
);
COMMENT ON TABLE words IS 'The words of the current passages, from which the word index is built; made anew after each ingest.';
COMMENT ON COLUMN words.id IS 'joins passages.id.';
COMMENT ON COLUMN words.body IS 'Headings and text of the passage.';

CREATE TABLE all_commitments (
    id VARCHAR,
    doc_id VARCHAR,
    doc VARCHAR,
    block INTEGER,
    page INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    owner VARCHAR,
    action VARCHAR,
    due VARCHAR,
    due_from DATE,
    due_to DATE,
    strength VARCHAR,
    topic VARCHAR,
    headings VARCHAR[],
    stem VARCHAR
);
COMMENT ON TABLE all_commitments IS 'Every statement that binds somebody to something still to be done, in every version. `commitments` shows those of the current versions.';
COMMENT ON COLUMN all_commitments.id IS '16 hex digits made from the file''s hash, the kind of record and its place: the same input gives the same id.';
COMMENT ON COLUMN all_commitments.doc_id IS 'The version of the document: joins all_documents.doc_id.';
COMMENT ON COLUMN all_commitments.doc IS 'The name of its document: joins documents.name.';
COMMENT ON COLUMN all_commitments.block IS 'The block it stands in, counted from 0: joins all_blocks.block; null where it stands in none.';
COMMENT ON COLUMN all_commitments.page IS 'Page, counted from 1; null where the format has no pages.';
COMMENT ON COLUMN all_commitments.start_char IS 'Offset of its first character in all_documents.text, counted from 0. (Named so because START and END are words of SQL.)';
COMMENT ON COLUMN all_commitments.end_char IS 'Offset after its last character; substr(all_documents.text, start_char + 1, end_char - start_char) = text.';
COMMENT ON COLUMN all_commitments.text IS 'The words of the document, verbatim.';
COMMENT ON COLUMN all_commitments.owner IS 'Who is to do it.';
COMMENT ON COLUMN all_commitments.action IS 'What is to be done, in a few words.';
COMMENT ON COLUMN all_commitments.due IS 'ISO date or partial date by which it is to be done; null where the document names none.';
COMMENT ON COLUMN all_commitments.due_from IS 'First day that `due` can mean; null where there is none or it is no calendar date.';
COMMENT ON COLUMN all_commitments.due_to IS 'Last day that `due` can mean.';
COMMENT ON COLUMN all_commitments.strength IS 'firm, planned, ongoing, aspirational or required.';
COMMENT ON COLUMN all_commitments.topic IS 'What it is about, in a few words.';
COMMENT ON COLUMN all_commitments.headings IS 'The headings above it, outermost first.';
COMMENT ON COLUMN all_commitments.stem IS 'Of a bullet: the words above the list that make it a promise.';

CREATE TABLE all_asks (
    id VARCHAR,
    doc_id VARCHAR,
    doc VARCHAR,
    block INTEGER,
    page INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    action VARCHAR,
    topic VARCHAR
);
COMMENT ON TABLE all_asks IS 'Every request or demand made to the council or its partners, in every version. `asks` shows those of the current versions.';
COMMENT ON COLUMN all_asks.id IS '16 hex digits made from the file''s hash, the kind of record and its place: the same input gives the same id.';
COMMENT ON COLUMN all_asks.doc_id IS 'The version of the document: joins all_documents.doc_id.';
COMMENT ON COLUMN all_asks.doc IS 'The name of its document: joins documents.name.';
COMMENT ON COLUMN all_asks.block IS 'The block it stands in, counted from 0: joins all_blocks.block; null where it stands in none.';
COMMENT ON COLUMN all_asks.page IS 'Page, counted from 1; null where the format has no pages.';
COMMENT ON COLUMN all_asks.start_char IS 'Offset of its first character in all_documents.text, counted from 0. (Named so because START and END are words of SQL.)';
COMMENT ON COLUMN all_asks.end_char IS 'Offset after its last character; substr(all_documents.text, start_char + 1, end_char - start_char) = text.';
COMMENT ON COLUMN all_asks.text IS 'The words of the document, verbatim.';
COMMENT ON COLUMN all_asks.action IS 'What is asked, in a few words.';
COMMENT ON COLUMN all_asks.topic IS 'What it is about, in a few words.';

CREATE TABLE all_figures (
    id VARCHAR,
    doc_id VARCHAR,
    doc VARCHAR,
    block INTEGER,
    page INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    value DOUBLE,
    unit VARCHAR,
    qualifier VARCHAR,
    metric VARCHAR,
    period VARCHAR,
    period_from DATE,
    period_to DATE,
    of DOUBLE,
    compared_to VARCHAR
);
COMMENT ON TABLE all_figures IS 'Every number that states a fact about the service, in every version. `figures` shows those of the current versions.';
COMMENT ON COLUMN all_figures.id IS '16 hex digits made from the file''s hash, the kind of record and its place: the same input gives the same id.';
COMMENT ON COLUMN all_figures.doc_id IS 'The version of the document: joins all_documents.doc_id.';
COMMENT ON COLUMN all_figures.doc IS 'The name of its document: joins documents.name.';
COMMENT ON COLUMN all_figures.block IS 'The block it stands in, counted from 0: joins all_blocks.block; null where it stands in none.';
COMMENT ON COLUMN all_figures.page IS 'Page, counted from 1; null where the format has no pages.';
COMMENT ON COLUMN all_figures.start_char IS 'Offset of its first character in all_documents.text, counted from 0. (Named so because START and END are words of SQL.)';
COMMENT ON COLUMN all_figures.end_char IS 'Offset after its last character; substr(all_documents.text, start_char + 1, end_char - start_char) = text.';
COMMENT ON COLUMN all_figures.text IS 'The words of the document, verbatim.';
COMMENT ON COLUMN all_figures.value IS 'The number; of a range the upper end.';
COMMENT ON COLUMN all_figures.unit IS 'percent, count, weeks, gbp, ratio and so on.';
COMMENT ON COLUMN all_figures.qualifier IS 'average, max, min, over, under, about or none.';
COMMENT ON COLUMN all_figures.metric IS 'What is measured, of whom.';
COMMENT ON COLUMN all_figures.period IS 'When it holds: ISO partial date or interval; null if unknown.';
COMMENT ON COLUMN all_figures.period_from IS 'First day that `period` can mean; null where there is none or it is no calendar date.';
COMMENT ON COLUMN all_figures.period_to IS 'Last day that `period` can mean.';
COMMENT ON COLUMN all_figures.of IS 'The whole in ''813 out of 1245''.';
COMMENT ON COLUMN all_figures.compared_to IS 'On the newer of two figures: the text of the older one.';

CREATE TABLE all_dates (
    id VARCHAR,
    doc_id VARCHAR,
    doc VARCHAR,
    block INTEGER,
    page INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    value VARCHAR,
    value_from DATE,
    value_to DATE,
    role VARCHAR
);
COMMENT ON TABLE all_dates IS 'Every expression that names a calendar date or period, in every version. `dates` shows those of the current versions.';
COMMENT ON COLUMN all_dates.id IS '16 hex digits made from the file''s hash, the kind of record and its place: the same input gives the same id.';
COMMENT ON COLUMN all_dates.doc_id IS 'The version of the document: joins all_documents.doc_id.';
COMMENT ON COLUMN all_dates.doc IS 'The name of its document: joins documents.name.';
COMMENT ON COLUMN all_dates.block IS 'The block it stands in, counted from 0: joins all_blocks.block; null where it stands in none.';
COMMENT ON COLUMN all_dates.page IS 'Page, counted from 1; null where the format has no pages.';
COMMENT ON COLUMN all_dates.start_char IS 'Offset of its first character in all_documents.text, counted from 0. (Named so because START and END are words of SQL.)';
COMMENT ON COLUMN all_dates.end_char IS 'Offset after its last character; substr(all_documents.text, start_char + 1, end_char - start_char) = text.';
COMMENT ON COLUMN all_dates.text IS 'The words of the document, verbatim.';
COMMENT ON COLUMN all_dates.value IS 'ISO, as precise as the words and no more; a span as start/end.';
COMMENT ON COLUMN all_dates.value_from IS 'First day that `value` can mean; null where there is none or it is no calendar date.';
COMMENT ON COLUMN all_dates.value_to IS 'Last day that `value` can mean.';
COMMENT ON COLUMN all_dates.role IS 'published, deadline, event, as_of, period or other.';

CREATE TABLE all_owners (
    id VARCHAR,
    doc_id VARCHAR,
    doc VARCHAR,
    block INTEGER,
    page INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    name VARCHAR,
    role VARCHAR,
    organisation VARCHAR,
    email VARCHAR
);
COMMENT ON TABLE all_owners IS 'Every person who is named, once a document, in every version. `owners` shows those of the current versions.';
COMMENT ON COLUMN all_owners.id IS '16 hex digits made from the file''s hash, the kind of record and its place: the same input gives the same id.';
COMMENT ON COLUMN all_owners.doc_id IS 'The version of the document: joins all_documents.doc_id.';
COMMENT ON COLUMN all_owners.doc IS 'The name of its document: joins documents.name.';
COMMENT ON COLUMN all_owners.block IS 'The block it stands in, counted from 0: joins all_blocks.block; null where it stands in none.';
COMMENT ON COLUMN all_owners.page IS 'Page, counted from 1; null where the format has no pages.';
COMMENT ON COLUMN all_owners.start_char IS 'Offset of its first character in all_documents.text, counted from 0. (Named so because START and END are words of SQL.)';
COMMENT ON COLUMN all_owners.end_char IS 'Offset after its last character; substr(all_documents.text, start_char + 1, end_char - start_char) = text.';
COMMENT ON COLUMN all_owners.text IS 'The words of the document, verbatim.';
COMMENT ON COLUMN all_owners.name IS 'The person''s name.';
COMMENT ON COLUMN all_owners.role IS 'Their post.';
COMMENT ON COLUMN all_owners.organisation IS 'The body they work for.';
COMMENT ON COLUMN all_owners.email IS 'Their address.';

CREATE TABLE all_quotes (
    id VARCHAR,
    doc_id VARCHAR,
    doc VARCHAR,
    block INTEGER,
    page INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    speaker VARCHAR,
    speaker_role VARCHAR
);
COMMENT ON TABLE all_quotes IS 'Every piece of direct speech or quoted passage that is attributed to someone, in every version. `quotes` shows those of the current versions.';
COMMENT ON COLUMN all_quotes.id IS '16 hex digits made from the file''s hash, the kind of record and its place: the same input gives the same id.';
COMMENT ON COLUMN all_quotes.doc_id IS 'The version of the document: joins all_documents.doc_id.';
COMMENT ON COLUMN all_quotes.doc IS 'The name of its document: joins documents.name.';
COMMENT ON COLUMN all_quotes.block IS 'The block it stands in, counted from 0: joins all_blocks.block; null where it stands in none.';
COMMENT ON COLUMN all_quotes.page IS 'Page, counted from 1; null where the format has no pages.';
COMMENT ON COLUMN all_quotes.start_char IS 'Offset of its first character in all_documents.text, counted from 0. (Named so because START and END are words of SQL.)';
COMMENT ON COLUMN all_quotes.end_char IS 'Offset after its last character; substr(all_documents.text, start_char + 1, end_char - start_char) = text.';
COMMENT ON COLUMN all_quotes.text IS 'The words of the document, verbatim.';
COMMENT ON COLUMN all_quotes.speaker IS 'Who said it.';
COMMENT ON COLUMN all_quotes.speaker_role IS 'Their post.';

CREATE TABLE all_acronyms (
    id VARCHAR,
    doc_id VARCHAR,
    doc VARCHAR,
    block INTEGER,
    page INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    long VARCHAR
);
COMMENT ON TABLE all_acronyms IS 'Every short form, once a document, in every version. `acronyms` shows those of the current versions.';
COMMENT ON COLUMN all_acronyms.id IS '16 hex digits made from the file''s hash, the kind of record and its place: the same input gives the same id.';
COMMENT ON COLUMN all_acronyms.doc_id IS 'The version of the document: joins all_documents.doc_id.';
COMMENT ON COLUMN all_acronyms.doc IS 'The name of its document: joins documents.name.';
COMMENT ON COLUMN all_acronyms.block IS 'The block it stands in, counted from 0: joins all_blocks.block; null where it stands in none.';
COMMENT ON COLUMN all_acronyms.page IS 'Page, counted from 1; null where the format has no pages.';
COMMENT ON COLUMN all_acronyms.start_char IS 'Offset of its first character in all_documents.text, counted from 0. (Named so because START and END are words of SQL.)';
COMMENT ON COLUMN all_acronyms.end_char IS 'Offset after its last character; substr(all_documents.text, start_char + 1, end_char - start_char) = text.';
COMMENT ON COLUMN all_acronyms.text IS 'The words of the document, verbatim.';
COMMENT ON COLUMN all_acronyms.long IS 'Its long form, where the document itself gives it.';

-- Everything that is shown or compared goes by the name of its document, so that no two current ones may share it.
CREATE VIEW documents AS
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

CREATE VIEW blocks AS
SELECT r.* REPLACE (d.name AS doc), d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_blocks AS r JOIN documents AS d USING (doc_id);
COMMENT ON VIEW blocks IS 'The layout: headings, paragraphs, bullets, table rows of the current versions of the documents.';

CREATE VIEW sentences AS
SELECT r.* REPLACE (d.name AS doc), d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_sentences AS r JOIN documents AS d USING (doc_id);
COMMENT ON VIEW sentences IS 'The sentences, headings, bullets and table rows of the current versions of the documents.';

CREATE VIEW passages AS
SELECT r.* REPLACE (d.name AS doc), d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_passages AS r JOIN documents AS d USING (doc_id);
COMMENT ON VIEW passages IS 'The passages that search returns of the current versions of the documents.';

CREATE VIEW commitments AS
SELECT r.* REPLACE (d.name AS doc), d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_commitments AS r JOIN documents AS d USING (doc_id);
COMMENT ON VIEW commitments IS 'Each statement that binds somebody to something still to be done, in the current versions of the documents.';

CREATE VIEW asks AS
SELECT r.* REPLACE (d.name AS doc), d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_asks AS r JOIN documents AS d USING (doc_id);
COMMENT ON VIEW asks IS 'Each request or demand made to the council or its partners, in the current versions of the documents.';

CREATE VIEW figures AS
SELECT r.* REPLACE (d.name AS doc), d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_figures AS r JOIN documents AS d USING (doc_id);
COMMENT ON VIEW figures IS 'Each number that states a fact about the service, in the current versions of the documents.';

CREATE VIEW dates AS
SELECT r.* REPLACE (d.name AS doc), d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_dates AS r JOIN documents AS d USING (doc_id);
COMMENT ON VIEW dates IS 'Each expression that names a calendar date or period, in the current versions of the documents.';

CREATE VIEW owners AS
SELECT r.* REPLACE (d.name AS doc), d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_owners AS r JOIN documents AS d USING (doc_id);
COMMENT ON VIEW owners IS 'Each person who is named, once a document, in the current versions of the documents.';

CREATE VIEW quotes AS
SELECT r.* REPLACE (d.name AS doc), d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_quotes AS r JOIN documents AS d USING (doc_id);
COMMENT ON VIEW quotes IS 'Each piece of direct speech or quoted passage that is attributed to someone, in the current versions of the documents.';

CREATE VIEW acronyms AS
SELECT r.* REPLACE (d.name AS doc), d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_acronyms AS r JOIN documents AS d USING (doc_id);
COMMENT ON VIEW acronyms IS 'Each short form, once a document, in the current versions of the documents.';
