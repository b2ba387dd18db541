"""What lies over the room for a moment. Each module is imported when it is first shown: widgets to type in take long to load."""
