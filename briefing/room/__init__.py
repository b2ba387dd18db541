"""The room: the Textual app in which the analyst works. The only place that knows Textual."""
