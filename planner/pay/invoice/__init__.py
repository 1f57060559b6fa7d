"""The invoice of a settled month: its lines, and the files that go out and stay in.

``settings`` says who sells, who buys and how it is paid; ``make`` turns a settlement into
invoices, one for each reference. ``ubl``, ``pdf`` and ``tables`` write them. What leaves the house
holds no client's code; ``forms`` and the basis of a client's hours stay with the economist.
"""
