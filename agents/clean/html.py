"""The one door to trafilatura, which is asked where the page's structure says nothing."""


def extracted_text(source: str) -> str:
    """The text trafilatura takes for the article's, a paragraph a line; empty where it has none."""
    import trafilatura  # slow to import and rarely needed

    found = trafilatura.extract(
        source, fast=True, include_comments=False, include_tables=False, output_format="txt"
    )
    return found or ""
