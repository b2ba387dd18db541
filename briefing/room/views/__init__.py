"""What is looked at rather than read, over the room: a point, the chronology, the matrix, the actors. Imported when first opened."""
