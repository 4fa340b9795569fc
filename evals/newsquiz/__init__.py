"""Dated news questions, the articles that may answer them, and plain searches to compare with."""
