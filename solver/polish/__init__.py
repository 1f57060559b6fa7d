"""Polish: the best plan that can be put together from rounds the search has met."""
