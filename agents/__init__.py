"""What happens to an article: one stage a module, each a plain function."""
