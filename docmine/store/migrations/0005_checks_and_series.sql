-- The sums that documents state and the figures through time are kept with the rules that made them, as findings are.

CREATE TABLE all_checks (
    doc_id VARCHAR,
    start_char INTEGER,
    end_char INTEGER,
    text VARCHAR,
    kind VARCHAR,
    verdict VARCHAR,
    stated VARCHAR,
    sum VARCHAR,
    found VARCHAR
);
COMMENT ON TABLE all_checks IS 'What docmine check found last; the view checks shows it for current documents.';
COMMENT ON COLUMN all_checks.doc_id IS 'The document that states the sum: joins all_documents.doc_id.';
COMMENT ON COLUMN all_checks.start_char IS 'Offset of the sentence, row or bullet in all_documents.text: joins all_sentences.start_char.';
COMMENT ON COLUMN all_checks.end_char IS 'Offset after its last character.';
COMMENT ON COLUMN all_checks.text IS 'The sentence, row or bullet that states the result, verbatim.';
COMMENT ON COLUMN all_checks.kind IS 'percentage, share, change, difference, multiple, total, parts, list or average.';
COMMENT ON COLUMN all_checks.verdict IS 'agrees, agrees if rounded, agrees if truncated, does not agree or cannot tell.';
COMMENT ON COLUMN all_checks.stated IS 'The result as the document writes it.';
COMMENT ON COLUMN all_checks.sum IS 'The sum in words.';
COMMENT ON COLUMN all_checks.found IS 'All of it, with the values and where they stand, as JSON.';

CREATE VIEW checks AS
SELECT c.*, d.name AS doc, d.published, d.published_from, d.published_to, d.publisher, d.series
FROM all_checks AS c JOIN documents AS d USING (doc_id);
COMMENT ON VIEW checks IS 'What docmine check found last in the current documents.';

CREATE TABLE checked (
    doc_id VARCHAR,
    rules INTEGER,
    fingerprint VARCHAR,
    checked TIMESTAMP
);
COMMENT ON TABLE checked IS 'The documents whose sums have been checked, with what the checks were made from.';
COMMENT ON COLUMN checked.doc_id IS 'The document: joins all_documents.doc_id.';
COMMENT ON COLUMN checked.rules IS 'Version of the rules that checked.';
COMMENT ON COLUMN checked.fingerprint IS 'Hash of all that the checks depend on; where it is another, they are made anew.';
COMMENT ON COLUMN checked.checked IS 'When, UTC.';

CREATE TABLE courses (
    place INTEGER,
    measure VARCHAR,
    unit VARCHAR,
    purpose VARCHAR,
    points INTEGER,
    flags VARCHAR[],
    series VARCHAR
);
COMMENT ON TABLE courses IS 'What docmine series found last: figures through time, a row each. A document that goes takes all with it until the next call.';
COMMENT ON COLUMN courses.place IS 'Its place in the list.';
COMMENT ON COLUMN courses.measure IS 'What is measured.';
COMMENT ON COLUMN courses.unit IS 'The unit of its values.';
COMMENT ON COLUMN courses.purpose IS 'reported, planned or change.';
COMMENT ON COLUMN courses.points IS 'Number of its values.';
COMMENT ON COLUMN courses.flags IS 'What is odd about it, in words for people.';
COMMENT ON COLUMN courses.series IS 'All of it, with each value and its sentence, as JSON.';

CREATE TABLE courses_made (
    rules INTEGER,
    fingerprint VARCHAR,
    made TIMESTAMP
);
COMMENT ON TABLE courses_made IS 'What the courses were made from: one row, or none.';
COMMENT ON COLUMN courses_made.rules IS 'Version of the rules that made them.';
COMMENT ON COLUMN courses_made.fingerprint IS 'Hash of all that they depend on; where it is another, they are made anew.';
COMMENT ON COLUMN courses_made.made IS 'When, UTC.';
