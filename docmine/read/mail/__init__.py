"""E-mail: a message's own words apart from its signature and the earlier mail below."""
