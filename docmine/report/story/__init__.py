"""An account → what is told of it, in plain words and without markup; HTML, Markdown and the web view show the same.

sources: where a quotation stands ─ promises: the life of each commitment ─ ledger: dates that moved, owners
figures: how each moved ─ sums: what does not come out, what a reply said ─ subjects: a topic index
plainly: reasons in words for people · limits: how much one file tells · story: all of it, in order
"""
