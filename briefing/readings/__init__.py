"""To be said by who builds it."""
