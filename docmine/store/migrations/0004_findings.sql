-- What became of each commitment is kept with the rules that judged it, and so is what people say of a finding.

CREATE TABLE all_findings (
    doc_id VARCHAR,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    verdict VARCHAR,
    score DOUBLE,
    reasons VARCHAR[],
    searched VARCHAR[],
    finding VARCHAR
);
COMMENT ON TABLE all_findings IS 'What docmine track said last of each commitment; the view findings shows it for current documents.';
COMMENT ON COLUMN all_findings.doc_id IS 'The document that makes the commitment: joins all_documents.doc_id.';
COMMENT ON COLUMN all_findings.start_char IS 'Offset of the commitment in all_documents.text: joins all_commitments.start_char.';
COMMENT ON COLUMN all_findings.end_char IS 'Offset after its last character.';
COMMENT ON COLUMN all_findings.text IS 'The commitment, verbatim.';
COMMENT ON COLUMN all_findings.verdict IS 'repeated, progressed, delivered, slipped, weakened, contradicted, dropped, open or unsure, as the rules judged it.';
COMMENT ON COLUMN all_findings.score IS 'How near the evidence is, 0 to 1.';
COMMENT ON COLUMN all_findings.reasons IS 'Why, in words for people.';
COMMENT ON COLUMN all_findings.searched IS 'Names of the later documents that were searched.';
COMMENT ON COLUMN all_findings.finding IS 'All of it, evidence and history of dates and owners included, as JSON.';

CREATE VIEW findings AS
SELECT f.*, d.name AS doc, d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_findings AS f JOIN documents AS d USING (doc_id);
COMMENT ON VIEW findings IS 'What docmine track said last of each commitment of the current documents.';

CREATE TABLE tracked (
    doc_id VARCHAR,
    rules INTEGER,
    fingerprint VARCHAR,
    tracked TIMESTAMP
);
COMMENT ON TABLE tracked IS 'The documents whose commitments have been followed, with what the findings were made from.';
COMMENT ON COLUMN tracked.doc_id IS 'The document: joins all_documents.doc_id.';
COMMENT ON COLUMN tracked.rules IS 'Version of the rules that judged.';
COMMENT ON COLUMN tracked.fingerprint IS 'Hash of all that the findings depend on; where it is another, they are made anew.';
COMMENT ON COLUMN tracked.tracked IS 'When, UTC.';

CREATE TABLE reviews (
    id VARCHAR,
    doc VARCHAR,
    text VARCHAR,
    said VARCHAR,
    verdict VARCHAR,
    reason VARCHAR,
    reviewed TIMESTAMP
);
COMMENT ON TABLE reviews IS 'What people said of findings. They stay when a document is read again.';
COMMENT ON COLUMN reviews.id IS 'The id of the commitment: joins commitments.id.';
COMMENT ON COLUMN reviews.doc IS 'Name of its document when it was reviewed.';
COMMENT ON COLUMN reviews.text IS 'The commitment, verbatim.';
COMMENT ON COLUMN reviews.said IS 'The verdict that docmine had given.';
COMMENT ON COLUMN reviews.verdict IS 'The verdict of the person: the same where they agree.';
COMMENT ON COLUMN reviews.reason IS 'Why, in their words.';
COMMENT ON COLUMN reviews.reviewed IS 'When, UTC.';
