-- Search grows with the index: words and codes of a document are added to those of the others, which stay as they are.
-- After this script the vectors are packed anew, and what is searched is filled (see growing.py).

ALTER TABLE vectors RENAME TO vectors_before;
DROP TABLE words;
DROP SCHEMA IF EXISTS fts_main_words CASCADE;

CREATE TABLE vectors (
    key UBIGINT,
    text_hash VARCHAR,
    model VARCHAR,
    packed BLOB USING COMPRESSION uncompressed
);
COMMENT ON TABLE vectors IS 'The meaning of a passage or a sentence as numbers, once for each different text. docmine export writes them as lists.';
COMMENT ON COLUMN vectors.key IS 'Made from text_hash and model: joins search_codes.key.';
COMMENT ON COLUMN vectors.text_hash IS 'Hash of the text: of a passage with its headings, joins passages.text_hash; of a sentence by itself.';
COMMENT ON COLUMN vectors.model IS 'The embedding model.';
COMMENT ON COLUMN vectors.packed IS 'Numbers of 32 bits, lowest byte first: numpy.frombuffer(packed, "<f4"). Unit length: the inner product of two is their cosine.';

CREATE TABLE search_documents (
    doc_id VARCHAR,
    first_passage INTEGER,
    last_passage INTEGER,
    coded_for VARCHAR
);
COMMENT ON TABLE search_documents IS 'The documents that search knows, with the numbers it gave their passages. Brought up to date by each ingest, as all search_ tables are.';
COMMENT ON COLUMN search_documents.doc_id IS 'joins all_documents.doc_id.';
COMMENT ON COLUMN search_documents.first_passage IS 'Number of its first passage.';
COMMENT ON COLUMN search_documents.last_passage IS 'Number of its last passage; less than the first where it has none.';
COMMENT ON COLUMN search_documents.coded_for IS 'The embedding model for which all its passages have codes; null where there is none.';

CREATE TABLE search_passages (
    passage INTEGER,
    id VARCHAR,
    words INTEGER
);
COMMENT ON TABLE search_passages IS 'The passages that search knows.';
COMMENT ON COLUMN search_passages.passage IS 'Its number here, from 0; another index may give it another.';
COMMENT ON COLUMN search_passages.id IS 'joins all_passages.id.';
COMMENT ON COLUMN search_passages.words IS 'How many words it has with its headings, those without meaning (the, of) apart.';

CREATE TABLE search_terms (
    word VARCHAR,
    stem VARCHAR,
    term INTEGER
);
COMMENT ON TABLE search_terms IS 'Every different word, in small letters without accents.';
COMMENT ON COLUMN search_terms.word IS 'The word.';
COMMENT ON COLUMN search_terms.stem IS 'What it has in common with its other forms: waiting, waits and waited are wait. Null for a word without meaning (the, of), which is not searched for.';
COMMENT ON COLUMN search_terms.term IS 'Number of the stem.';

CREATE TABLE search_postings (
    term INTEGER,
    passage INTEGER,
    times INTEGER,
    words INTEGER
);
COMMENT ON TABLE search_postings IS 'Which terms stand in which passages: what BM25 is reckoned from.';
COMMENT ON COLUMN search_postings.term IS 'joins search_terms.term.';
COMMENT ON COLUMN search_postings.passage IS 'joins search_passages.passage.';
COMMENT ON COLUMN search_postings.times IS 'How often.';
COMMENT ON COLUMN search_postings.words IS 'search_passages.words of the passage.';

CREATE TABLE search_codes (
    passage INTEGER,
    model VARCHAR,
    key UBIGINT,
    code0 UBIGINT,
    code1 UBIGINT,
    code2 UBIGINT,
    code3 UBIGINT,
    code4 UBIGINT,
    code5 UBIGINT,
    fine BLOB USING COMPRESSION uncompressed
);
COMMENT ON TABLE search_codes IS 'The vectors of passages in brief, to find those that may be near.';
COMMENT ON COLUMN search_codes.passage IS 'joins search_passages.passage.';
COMMENT ON COLUMN search_codes.model IS 'The embedding model.';
COMMENT ON COLUMN search_codes.key IS 'Its vector: joins vectors.key.';
COMMENT ON COLUMN search_codes.code0 IS 'One bit a number of the vector, 1 where it is above nought: 0 to 63, the first in the lowest bit.';
COMMENT ON COLUMN search_codes.code1 IS 'One bit a number of the vector, 1 where it is above nought: 64 to 127, the first in the lowest bit.';
COMMENT ON COLUMN search_codes.code2 IS 'One bit a number of the vector, 1 where it is above nought: 128 to 191, the first in the lowest bit.';
COMMENT ON COLUMN search_codes.code3 IS 'One bit a number of the vector, 1 where it is above nought: 192 to 255, the first in the lowest bit.';
COMMENT ON COLUMN search_codes.code4 IS 'One bit a number of the vector, 1 where it is above nought: 256 to 319, the first in the lowest bit.';
COMMENT ON COLUMN search_codes.code5 IS 'One bit a number of the vector, 1 where it is above nought: 320 to 383, the first in the lowest bit.';
COMMENT ON COLUMN search_codes.fine IS 'The vector in 8 bits a number, behind the number of 32 bits that these are to be multiplied with.';
