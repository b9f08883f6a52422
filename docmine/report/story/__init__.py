"""An account → what is told of it, in plain words and without markup; HTML, Markdown and the web view show the same.

nouns: quotations, mentions, citations · cite: a quotation's source · mentions: the life of one commitment
"""
