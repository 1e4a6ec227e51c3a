"""A PDF with text -> the report in it.

A PDF says which glyph stands where on the page, not which letter follows which. So the letters of each line are put in
order by their places (``glyphs``, ``lines``), from there in the order in which they are read (``order``), and the lines
of a paragraph are joined (``pages``). All of that happens in a process of its own (``worker``), which is ended when a
page takes too long or too much memory.
"""
