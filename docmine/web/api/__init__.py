"""The JSON API under /api: the lists, a search, one record, for programs.

models: what an answer looks like, made from the nouns of docmine.records · routes: the addresses · described: OpenAPI,
and a page of it that loads nothing from elsewhere
"""
