"""English names: what joins, owns, leads and tells them."""
