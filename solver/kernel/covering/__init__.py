"""Cover over time in the search: which seconds nobody is near enough, kept up to date by move.

Time is cut into blocks of 64 seconds, one bit each. For every block and every shift on duty in it a
cell holds which rows the shift is near enough for *surely*, all of the block, and *maybe*, some of
it; 64 rows a word. A row that no cell is sure of is looked at second by second, and so the sum is
exact, while nearly all rows of nearly all blocks need no more than a few words.
"""
