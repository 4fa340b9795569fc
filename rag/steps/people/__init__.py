"""Who is who: names, roles and spellings, across the articles of an archive."""
