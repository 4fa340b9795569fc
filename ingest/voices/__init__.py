"""Whose words each line of a page is: the article's parts, its readers', or the site's."""

from ingest.article import Region, Voice
from ingest.repeated import Repeated
from ingest.voices.assignment import assign_voices, regions_of, rule_voices

__all__ = ["Region", "Repeated", "Voice", "assign_voices", "regions_of", "rule_voices"]
