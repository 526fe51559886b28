"""The one door to trafilatura: what it takes for the text of a page."""

import trafilatura


def trafilatura_text(source: str) -> str:
    """The text trafilatura extracts, one paragraph a line; empty where it finds none."""
    found = trafilatura.extract(
        source, fast=True, include_comments=False, include_tables=False, output_format="txt"
    )
    return found or ""
